import { cleanLabel } from './label.ts'
import { countWords, enumeratorOf, isCapitals, plainWords, withoutNoteMarks } from './words.ts'

/** An open part of the form. `counted`: a numbered question opened it, and the next one ends it. `path`: the cell that it begins in, and ends with. `level`: parts of a higher number lie inside. `optional`: the form reserves it to some case. `mark`: what its heading begins with; the next such ends it. */
export type Part = { readonly name: string; readonly level: number; readonly optional: boolean; readonly path: string; readonly counted?: boolean; readonly mark?: string }

/** Level of what a line begins with; a heading without one is told by its look. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(phần(?! mềm| vốn)|chương(?! trình)|mục(?! tiêu| đích)|điều(?! kiện| trị| dưỡng))\s/iu, 1], [/^[IVX]{1,5}\s?[.)–-]?$/, 2], [/^[A-ZĐ][.)]$/u, 2], [/^\(?\d{1,2}[.)]?$/, 3], [/^\[\d{1,2}\]\.?$/, 3], [/^\(?\d{1,2}\.\d{1,2}[.)]?$/, 4], [/^\[\d+\.\d+.*$/, 4],
  [/^\(?\d{1,2}(\.\d{1,2}){2,}[.)]?$/, 5], [/^\(?[a-zđ]\d?[.)]$/u, 5], [/^[-–+*•·§➢✓]$/u, 6],
]
const BULLET_LEVEL = 6
export const LOOSE_LEVEL = 7
/** Whom questions are about: inside the numbered parts, above loose headings. */
export const PARTY_LEVEL = 6.5

export const levelOf = (text: string, bold: boolean): number => {
  const enumerator = enumeratorOf(text)
  const known = LEVELS.find(([pattern]) => pattern.test(enumerator === '' ? text : enumerator))?.[1]
  return known ?? (isCapitals(text) && bold ? 1.5 : bold ? 2 : LOOSE_LEVEL)
}

const RESERVED = /(?<!\p{L})(trường hợp|nếu có|nếu địa chỉ|chỉ (ghi|kê) khai|chỉ kê khai|chỉ khai|áp dụng đối với|chỉ áp dụng|dành cho(?! (khách hàng|người (nộp|kê khai|khai|đề nghị|yêu cầu)))|không phải (kê )?khai|nếu là|đối với (tổ chức|cá nhân|người|hộ)|khai thay|khai hộ|nào sau đây|nếu [^()]{3,60}\))(?!\p{L})/iu

const ONLY_SOMETIMES = /(?<!\p{L})(chỉ (ghi|kê khai|khai|điền|áp dụng)|không (cần|phải|bắt buộc) (ghi|kê khai|khai)|không cần)(?!\p{L})/iu
const FIRST_WORDS = 160

/** Does a note begin with saying that most people leave this empty? */
export const isOnlySometimes = (note: string): boolean => {
  const first = note.slice(0, FIRST_WORDS).split('\n')[0] ?? ''
  // What it says of other columns is not said of this one.
  return ONLY_SOMETIMES.test(first) && !/khai (các )?cột/iu.test(first)
}

/** 'Số … hoặc hộ chiếu (đối với người nước ngoài)': some answer otherwise, but all are asked. */
export const withoutAlternative = (text: string): string => text.replace(/(?<!\p{L})hoặc(?!\p{L})[^()]*\(?đối với.*$/iu, '')

/** Does the form ask this only of some people? */
export const isReserved = (text: string): boolean => RESERVED.test(withoutAlternative(text))

const MOST_WORDS = 40
const MOST_RESERVED_WORDS = 60

/** Is this line, which has nothing to fill in, the name of a part? */
export const isPartHeading = (text: string, look: { readonly bold: boolean; readonly centred: boolean; readonly numbered: boolean }): boolean => {
  const words = plainWords(text)
  const count = countWords(words)
  if (count === 0 || count > (words.endsWith(':') && isReserved(words) ? MOST_RESERVED_WORDS : MOST_WORDS)) return false
  if (/[.;,]$/.test(words) && !isReserved(words)) return false
  return /:\s*(\(.*\))?$/.test(words) || look.bold || enumeratorOf(words) !== '' || look.numbered || (isCapitals(words) && (look.centred || count > 2))
}

const FOR_PERSON = /(cho|về|của|đối với) (người|trẻ|cháu|ông\/bà|tôi|cá nhân)( có tên)? (dưới đây|sau đây|có tên)/iu

const ABOUT = /^(thông tin|phần thông tin|phần kê khai|phần khai|phần)( cá nhân)?( chi tiết)? ((về|của|cho)\s+(?=\p{L})|(?=(người|đối tượng|chủ|cha|mẹ|bên|trẻ|cá nhân|vợ|chồng)(?!\p{L})))/iu

export const isForPerson = (text: string): boolean => FOR_PERSON.test(text)

const ABOUT_THING = /^thông tin (?:về|chung)(?!\p{L}).*:$/iu

/** 'Thông tin về giống cây:' heads what is asked of it. */
export const isAboutThing = (text: string): boolean => ABOUT_THING.test(text)

/** Name of a part; 'Đề nghị … cho người dưới đây' is called by whom a relation was asked to before. */
export const partName = (text: string, person: string): string => {
  const words = cleanLabel(withoutNoteMarks(text).replace(/\((?:[^()]|\([^()]*\))*\)\s*[:.;]?\s*$/u, ''))
  if (FOR_PERSON.test(words) && person !== '') return person
  const bare = words.replace(ABOUT, '')
  // 'BÊN A' keeps its letter.
  return (isCapitals(bare) ? bare.toLowerCase().replace(/(?<=^bên )\p{Ll}(?!\p{L})/u, (letter) => letter.toUpperCase()) : bare).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** What a line begins with: a bullet is itself, 'b)' is another 'a)'. */
export const markOf = (text: string): string => { const level = levelOf(text, false); return level === BULLET_LEVEL ? enumeratorOf(text) : enumeratorOf(text) === '' ? '' : String(level) }

type Beginning = { readonly level: number; readonly mark?: string }

/** Does a line that begins so end a part? '+' below '- Đối với tổ chức:' does not, nor '1.' that counts inside of it; the next '-' does. */
const endedBy = (parts: readonly Part[], { level, mark = '' }: Beginning): (part: Part, at: number) => boolean => {
  const alike = mark === '' ? -1 : parts.findIndex((part) => part.mark === mark)
  return (part, at) => (alike !== -1 && at >= alike) || (part.level >= level && !(level === BULLET_LEVEL && part.level === BULLET_LEVEL && part.mark !== mark))
}

export const openPart = (parts: readonly Part[], part: Part): readonly Part[] => { const ends = endedBy(parts, part); return [...parts.filter((one, at) => !ends(one, at)), part] }

/** Parts that a question is in which begins so; whom questions are about ends with the parts around it. */
export const partsAround = (parts: readonly Part[], beginning: Beginning): readonly Part[] => { const ends = endedBy(parts, beginning); return parts.filter((one, at) => one.level > BULLET_LEVEL || !ends(one, at)) }

const FIRST = /^\(?(?:1|a|I|i|A|1\.1)[.)]*$/u

/** '1. Tên tổ chức: …' right below '* Đối với tổ chức:' begins to count inside of it. */
export const lowerLast = (parts: readonly Part[], text: string): readonly Part[] => {
  const [last, level] = [parts.at(-1), levelOf(text, false)]
  return last && FIRST.test(enumeratorOf(text)) && last.level <= BULLET_LEVEL && level <= last.level ? [...parts.slice(0, -1), { ...last, level: level - 0.5 }] : parts
}

const NAME_OF = /^(họ.{0,22}tên|tên)( khai sinh)?( của)? ((người|cha|mẹ|bố|chồng|vợ|chủ|con|bên|trẻ|đại diện|ông|bà|thân nhân).*)$/iu
const SHORT = 9

/** 'Họ, chữ đệm, tên người mẹ': whom the questions from here on are about; undefined where a label names nobody. */
export const partyOf = (label: string): string | undefined => {
  const party = NAME_OF.exec(label.replaceAll(/\(.*?\)/g, '').trim())?.[4]?.trim()
  if (party === undefined || countWords(party) > SHORT) return undefined
  const full = /^(cha|mẹ|bố|chồng|vợ|con)$/iu.test(party) ? `người ${party}` : party
  return full.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** 'Quan hệ với người được khai sinh' tells who comes later. */
export const personOf = (label: string): string => {
  const person = /quan hệ (?:với|của).{0,20}?((?:người|trẻ) được .+)$/iu.exec(label)?.[1] ?? ''
  return person.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
