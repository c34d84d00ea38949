import units from '../vocabulary/units.json' with { type: 'json' }
import { kindOf, UNIT_ENDS } from './kind-of-label.ts'
import { NOTE, type Atom } from './paper.ts'
import { countWords, plainWords, trimPunctuation, withoutEnumerator, withoutNoteMarks } from './words.ts'

/** What is printed before a hole, taken apart. `scope`: words before an earlier colon ('Nơi đăng ký khai sinh: Xã: …'). */
export type Label = { readonly label: string; readonly scope: string; readonly note: number | null }

/** The longest first. */
const UNITS = units.flatMap(({ unit }) => unit.split('|')).toSorted((a, b) => b.length - a.length)
/** What may follow a hole and belongs to it, not to the next one. */
const UNIT = new RegExp(`^(?!ngày, tháng)(?:(?:${UNITS.join('|')})(?:/\\p{L}+)?)${UNIT_ENDS}`, 'u')

const LONG_BRACKET_WORDS = 15
const SENTENCE_BRACKET = /(?<!\p{L})(thì|chỉ (?:kê )?khai|chỉ ghi|đánh dấu|trong đó|trường hợp|chọn 1|chọn một)(?!\p{L})/iu
/** '(Ví dụ: …)' shows an answer. */
const EXAMPLE = /^\s*((theo )?(ví dụ|thí dụ)|vd|chẳng hạn)(?!\p{L})/iu
/** '(Ghi rõ: …)', '(xác định theo tiêu chí …)': how to answer. */
const INSTRUCTS = /^\s*(ghi (rõ|cụ thể|đầy đủ|chi tiết)|(kê )?khai (rõ|đầy đủ|chi tiết|cụ thể|theo)|nêu (rõ|cụ thể|chi tiết|tóm tắt)|mô tả|thể hiện|liệt kê|trình bày|xác định theo)(?!\p{L})/iu
const INSTRUCTING_WORDS = 8
/** 'Họ tên (Ghi đầy đủ bằng chữ in thường, không viết tắt)': in which letters. */
const LETTERS = /(viết tắt|chữ in|tiếng (việt|anh))/iu
const LONG_CLAUSE_WORDS = 12

/** Short brackets belong to the label; those that say how to fill it in do not. */
const withoutSentenceBrackets = (text: string): string => {
  const rest = text.replaceAll(/(:\s*)?\(((?:[^()]|\([^()]*\))*)\)/g, (bracket, colon: string | undefined, inside: string) => (EXAMPLE.test(inside) || (colon !== undefined && INSTRUCTS.test(inside)) || countWords(inside) > LONG_BRACKET_WORDS || (countWords(inside) > 4 && SENTENCE_BRACKET.test(inside)) || (countWords(inside) > INSTRUCTING_WORDS && INSTRUCTS.test(inside) && !LETTERS.test(inside)) ? ' ' : bracket))
  // 'Là (ghi rõ quan hệ …)': behind a word that asks nothing the bracket asks.
  return /^\s*(là|của|cho|về|với)[\s:]*$/iu.test(rest) ? text : rest
}

/** '/BXD-TCCB ngày …', 'lập, đã được …': the rest of a paper's number, or a word that ends what the hole before says. */
const TAIL = /^(?:\/\s*)?\p{Lu}{2,}(?:-\p{Lu}+)+\s+(?=\p{Ll})|^(?:lập|cấp|ký|quản lý|ban hành|phê duyệt|thực hiện),\s+(?=\p{Ll})/u

/** Words behind the hole before: its unit, and a bracket about it. */
export const withoutTail = (text: string): string => {
  const opened = text.replace(/^[\s,;:.)]+/u, '').replace(TAIL, '')
  const rest = opened.replace(UNIT, '').replace(/^\s*\([^()]{3,}\)/u, '')
  // A unit that a hole stands behind is what asks for it: '… ngày …'.
  return trimPunctuation(rest) === '' ? opened : rest
}

/** What stands in brackets is one word for this: its stops end nothing. */
const maskBrackets = (text: string): string => text.replaceAll(/\([^()]*\)/g, (bracket) => ')'.repeat(bracket.length))

/** The last sentence: a full stop before a capital ends one, unless it stands behind an enumerator or an abbreviation. */
const lastSentence = (text: string): string => {
  const stop = [...maskBrackets(text).matchAll(/(?<=[\p{Ll}\d)”"]{2}|;\s{0,9})[.;]\s+(?=[\p{L}\d[])(?!hoặc |và |hay )/gu)].at(-1)
  return stop ? text.slice(stop.index + stop[0].length) : text
}

/** 'bị bắt ở đâu, vì sao, đã khai với ai, những gì' asks with all of its clauses. */
const QUESTION = /(?<!\p{L})(ai|gì|nào|đâu|sao)(?!\p{L}).*[,;].*(?<!\p{L})(ai|gì|nào|đâu|sao)[\s?]*$/iu
const LONGEST_QUESTION = 400

/** '… chi phí khám bệnh, chữa bệnh cho …': a few words that ask for nothing known belong to those before them. */
const LEAST_CLAUSE_WORDS = 4
const standsAlone = (clause: string): boolean => countWords(clause) >= LEAST_CLAUSE_WORDS || kindOf(clause, '').confidence > 0.5

/** In the middle of a long sentence the last clause is what asks. */
const lastClause = (text: string): string => {
  if (countWords(text) <= LONG_CLAUSE_WORDS || (text.length < LONGEST_QUESTION && QUESTION.test(text))) return text
  const stop = [...maskBrackets(text).matchAll(/[,;]\s+/g)].findLast(({ index, 0: sign }) => sign.startsWith(';') || standsAlone(text.slice(index)))
  const clause = stop ? text.slice(stop.index + stop[0].length) : text
  return clause.replace(/^(với|và|thì|mà|là|để|nhưng|nên|do đó)\s+(?=\S+\s+\S)/iu, '')
}

/** '… (sau đây gọi chung là Giấy chứng nhận) số': what a bracket has given a name is asked of by that name. */
const NAMED_SO = /\((?:sau đây|dưới đây)?\s*(?:được )?(?:gọi|viết) (?:chung |tắt )?là:?\s*[“"]?([^()“”"]{2,60})[”"]?\)\s*(?=\S)/giu

const splitNamed = (sentence: string): readonly [string, string] => {
  const found = [...sentence.matchAll(NAMED_SO)].at(-1)
  const rest = found ? sentence.slice(found.index + found[0].length) : ''
  return found && countWords(sentence) > LONG_CLAUSE_WORDS && countWords(rest) <= LONG_CLAUSE_WORDS && plainWords(rest) !== '' && !/:.*\p{L}/u.test(rest) ? [found[1] ?? '', rest] : splitScope(sentence)
}

/** '… thấp hơn 15 m2 sàn/người tại tỉnh': a clause that is long all the same asks with where, or with what it agrees. */
const tailOf = (clause: string): string => (countWords(clause) > LONG_CLAUSE_WORDS ? clause.replace(/^.*\s(?=(?:tại|phù hợp với)\s+\p{L}+\S*(?:\s+\S+){0,5}$)/iu, '') : clause)

/** '… Giấy chứng nhận … để làm nghề: …': behind another hole a long clause asks with its last words. */
const purposeOf = (clause: string): string => (countWords(clause) > LONG_CLAUSE_WORDS ? clause.replace(/^.*\s(?=để\s+\S)/u, '') : clause)

/** A bracket that the hole stands in asks by itself: 'Chưa đi học (Lý do: …)'. */
const insideBracket = (text: string): string => {
  const at = text.lastIndexOf('(')
  // 'Loại hình (nhà nước/tư nhân/tổ chức: …': a bracket that lists, though nobody closed it.
  if (at !== -1 && !text.slice(at).includes(')') && text.slice(at).split('/').length > 2 && plainWords(text.slice(0, at)) !== '') return text.slice(0, at)
  return at !== -1 && !text.slice(at).includes(')') && plainWords(text.slice(at + 1)) !== '' ? text.slice(at + 1) : text
}

/** Where dots that are no hole follow, a colon asks nothing. */
const COLON = /:(?!\/\/|\d|\s*[.…]{2})/g

/** 'Nơi cấp: CA …': the answer is begun, and nothing else is asked. */
const BEGUN = /^\s*(CA|UBND)\s*$/u

/** Words before the last colon, and those behind it; a colon in brackets divides nothing. */
const splitScope = (text: string): readonly [string, string] => {
  const words = text.replace(/[\s:]+$/, '')
  const at = [...maskBrackets(words).matchAll(COLON)].at(-1)?.index
  if (at === undefined) return ['', words]
  return BEGUN.test(words.slice(at + 1)) ? splitScope(words.slice(0, at)) : [words.slice(0, at), words.slice(at + 1)]
}

/** 'theo Nghị định số …/2016/NĐ-CP ngày 01 tháng 7 năm 2016 để làm nghề …': a law that is cited before them asks nothing. */
const LAW = /^.*\/\s*(?:NĐ|TT|TTLT|QĐ|NQ|QH|PL|UBTVQH)[\p{Lu}\d-]*(?:\s+ngày\s[\d.…/ ]+(?:tháng\s[\d.…/ ]+năm\s[\d.…]+)?)?(?:\s+của\s+(?:Chính phủ|Quốc hội|Thủ tướng Chính phủ|(?:liên )?(?:Bộ|bộ)(?: trưởng)?[^,;:]{0,60}?(?=[,;:]|\s(?:đề nghị|quy định|về|để)\s)))?/u

const withoutLaw = (text: string): string => {
  const rest = text.replace(LAW, '')
  return countWords(rest) < 2 ? text : rest
}

/** The last note mark of the words: printed, or one of Word's own. */
export const noteOf = (text: string, atoms: readonly Atom[]): number | null => {
  const printed = [...text.matchAll(/\(\s*(\d{1,2})\s*\)/g)].at(-1)?.[1]
  if (printed !== undefined) return Number(printed)
  const mark = atoms.findLast(({ char }) => char === NOTE)
  return mark?.note ?? null
}

/** '20' before dots is the half of a year. */
const HALF_YEAR = /(^|\s)(19|20)$/

/** 'Cân nặng: … (kg), nhóm máu: …': the unit of the hole before. */
const UNIT_BEFORE = /^\s*\([^()\s]{1,6}\)\s*[,;.]\s+(?=\p{L})/u

/** 'Người liên hệ)': closed, and never opened. */
const withoutLoneClose = (text: string): string => (text.includes('(') ? text : text.replace(/\s*\)$/u, ''))

/** '” năm', 'Kỷ niệm chương “': quotation marks of which the other stands behind the hole. */
const withoutLoneQuote = (text: string): string => (/^[^“]*”|“[^”]*$/u.test(text) ? text.replace(/^\s*[”"]\s*|\s*[“"]\s*$/gu, '') : text)

/** A label as the form prints it, without what counts, points or punctuates. */
export const cleanLabel = (text: string): string => {
  const words = plainWords(withoutSentenceBrackets(withoutNoteMarks(text))).replace(HALF_YEAR, '')
  // One closing bracket may stand for two.
  const closed = words.replace(/\((?:[^()]|\([^()]*\))*$/u, (open) => (countWords(open) > LONG_BRACKET_WORDS ? '' : open))
  const trimmed = withoutLoneQuote(withoutLoneClose(trimPunctuation(withoutEnumerator(trimPunctuation(withoutEnumerator(closed.replace(UNIT_BEFORE, '')))))))
  // A bracket that the trimming has opened is closed again.
  return (trimmed.split('(').length > trimmed.split(')').length ? `${trimmed})` : trimmed).replaceAll(/\s+([,:;)])/g, '$1').replaceAll(/\(\s+/g, '(')
}

const OPENING_MARK = new RegExp(`^\\s*(?:\\(\\s*\\d{1,2}\\s*\\)|${NOTE})(?!\\s*:)`, 'u')

/** Words before a hole -> its label. `isFirst`: no other hole stands before it in the line. */
export const readLabel = (before: string, atoms: readonly Atom[], isFirst: boolean): Label => {
  // A mark that opens the words belongs to the hole before them.
  const marks = isFirst ? 0 : OPENING_MARK.exec(before)?.[0].length ?? 0
  const own = isFirst ? before : withoutTail(before.slice(marks))
  const sentence = withoutLaw(lastSentence(withoutSentenceBrackets(withoutNoteMarks(own))))
  const [scope, rest] = splitNamed(sentence)
  const clause = before.trimEnd().endsWith(':') ? rest : tailOf(lastClause(rest))
  // '1/ … 2/ …' only counts, and 'Cao: 1m …' begins the answer.
  const label = cleanLabel(insideBracket(isFirst ? clause : purposeOf(clause))).replace(/^\d{1,2}( ?m)?$/, '')
  const note = noteOf(own, atoms.slice(marks))
  // 'Người đứng tên: (ông/bà) …': a bracket alone only says more of the words before it.
  // 'Dân tộc: (Kinh, Tày, ...)' shows answers.
  if (/^\([^()]*\)$/.test(label) && cleanLabel(scope) !== '') return { label: /,.*(\.{3}|…)\s*\)/.test(label) ? cleanLabel(scope) : `${cleanLabel(scope)} ${label}`, scope: '', note }
  return { label: label === '' ? cleanLabel(scope) : label, scope: label === '' ? '' : cleanLabel(lastSentence(scope)), note }
}
