import kinds from '../vocabulary/kinds.json' with { type: 'json' }
import units from '../vocabulary/units.json' with { type: 'json' }
import { HOLE_KINDS, type HoleKind } from '../hole.ts'

/** A kind with how sure it is (0 to 1) and why. */
export type Guess = { readonly kind: HoleKind; readonly confidence: number; readonly reason: string }

type Entry = { readonly phrase: string; readonly kind: HoleKind; readonly sure: number; readonly alone: boolean }

const asKind = (kind: string): HoleKind => {
  const known = HOLE_KINDS.find((one) => one === kind)
  if (!known) throw new RangeError(`vocabulary names no kind of hole: ${kind}`)
  return known
}

/** Old and new spelling are one: 'hoà' and 'hòa', 'lí' and 'lý', 'C o u n t r y'; what is cut short stands in full. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, ' '], [/ ?\/ ?/g, '/'],
  ...['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe', '(?<!q)uỳ ùy', '(?<!q)uý úy', '(?<!q)uỷ ủy', '(?<!q)uỹ ũy', '(?<!q)uỵ ụy'].map((pair) => {
    const [old = '', now = ''] = pair.split(' ')
    return [new RegExp(`${old}(?!\\p{L})`, 'gu'), now] as const
  }),
  ...['i y', 'í ý', 'ì ỳ', 'ỉ ỷ', 'ĩ ỹ', 'ị ỵ'].map((pair) => {
    const [i = '', y = ''] = pair.split(' ')
    return [new RegExp(`(?<=(?<!\\p{L})(?:[lkmhst]|qu))${i}(?!\\p{L})`, 'gu'), y] as const
  }),
  [/điên thoại/g, 'điện thoại'], [/đia chỉ|địa chi(?!\p{L})/gu, 'địa chỉ'], [/(?<!\p{L})ho (?=và tên|tên)/gu, 'họ '], [/đăng kỳ/g, 'đăng ký'],
  ...Object.entries({ gcn: 'giấy chứng nhận', qđ: 'quyết định', cchn: 'chứng chỉ hành nghề', đkkd: 'đăng ký kinh doanh', gplx: 'giấy phép lái xe', bhxh: 'bảo hiểm xã hội', bhyt: 'bảo hiểm y tế', hđlđ: 'hợp đồng lao động', ubnd: 'ủy ban nhân dân', gpkd: 'giấy phép kinh doanh', tk: 'tài khoản', mst: 'mã số thuế', msdn: 'mã số doanh nghiệp' })
    .map(([short, long]) => [new RegExp(`(?<!\\p{L})${short}(?!\\p{L})`, 'gu'), long] as const),
]
const SPACED = /(?<!\p{L})(?:\p{L} ){3,}\p{L}(?!\p{L})/gu
const spell = (words: string): string => SPELLINGS.reduce((spelt, [from, to]) => spelt.replaceAll(from, to), words.normalize('NFC').toLowerCase().replaceAll(SPACED, (letters) => letters.replaceAll(' ', '')))

const entriesOf = ({ kind, sure, words = [], alone = [] }: { readonly kind: string; readonly sure: number; readonly words?: readonly string[]; readonly alone?: readonly string[] }): readonly Entry[] =>
  [...words.map((phrase) => ({ phrase: spell(phrase), kind: asKind(kind), sure, alone: false })), ...alone.map((phrase) => ({ phrase: spell(phrase), kind: asKind(kind), sure: sure - 0.1, alone: true }))]

const ENTRIES: readonly Entry[] = kinds.flatMap(entriesOf)
/** What follows a unit that belongs to the hole before it: the end, another question, or what is said of the amount. */
export const UNIT_ENDS = '(?=\\s*(?:[.,;:)/(]|$|-)|\\s+(?:\\p{Lu}|(?:đến|tới|và|trước|sau|để|trong|gồm|theo|bằng|cho|tại) |của(?:\\s|$)))'
const UNITS = units.map(({ kind, sure, unit }) => ({ kind: asKind(kind), sure, pattern: new RegExp(`^[\\s.…_]*\\(?(${unit})${UNIT_ENDS}`, 'u') }))

/** Vietnamese names what is asked first and tells more of it behind: a phrase at the beginning counts for more than its length. */
const AT_START = 30

/** Short words say little where they do not begin a label. */
const SHORTEST_INSIDE = 6

/** In a long sentence only the last words before the hole ask; in letters. */
const LONG_LABEL = 42

const LETTER = /[\p{L}\p{N}]/u

/** Where a phrase stands as whole words; -1 where it does not. */
const positionOf = (label: string, phrase: string): number => {
  for (let at = label.indexOf(phrase); at !== -1; at = label.indexOf(phrase, at + 1)) {
    if (!LETTER.test(label[at - 1] ?? ' ') && !LETTER.test(label[at + phrase.length] ?? ' ')) return at
  }
  return -1
}

const withoutEnd = (words: string): string => words.replace(/[\s)]+$/u, '')
const endsWith = (label: string, phrase: string): boolean => withoutEnd(label).endsWith(withoutEnd(phrase))

/** 'Số (No)', 'Nước/Country': the same word in another language, or a bracket, tells nothing new. */
const bareLabel = (label: string): string => label.replaceAll(/\([^()]*\)/g, '').replace(/\/[a-z .'-]+$/, '').trim()

/** Whoever is named in the middle of a label is not who is asked for ('Hiện là học sinh lớp'), but a name at its end may be. */
const OWN_NAME = /tên|ông|bà|anh|chị|(?: với| là)$|^của /u
/** 'Theo kết quả … xét nghiệm số', '… kể từ ngày': the end of a sentence asks. */
const ASKING = / (?:số|ngày)$/u

const scoreInside = (label: string, { phrase, kind }: Entry): number => {
  const ends = endsWith(label, phrase)
  if (phrase.length < SHORTEST_INSIDE || !ends && (label.length > LONG_LABEL || kind === 'name')) return 0
  if (kind === 'name' && !OWN_NAME.test(phrase)) return 0
  return phrase.length + (ends && label.length > LONG_LABEL && ASKING.test(phrase) ? AT_START : 0)
}

const scoreOf = (label: string, entry: Entry): number => {
  const { phrase, alone } = entry
  if (alone) return label === phrase || bareLabel(label) === phrase ? phrase.length + 2 * AT_START : 0
  const at = positionOf(label, phrase)
  return at === -1 ? 0 : at === 0 ? phrase.length + AT_START : scoreInside(label, entry)
}

const plainLabel = (label: string): string => spell(label).replace(/\((nếu có|viết chữ in hoa|chữ in hoa|in hoa|viết in hoa|ghi họ tên bằng chữ in hoa)\)/gu, '').replace(/^\(([^()]+)\)$/u, '$1').replace(/^(?:là|của|cho|về|với) \((?:ghi|nêu) rõ (.+)\)$/u, '$1').replace(/^[^\p{L}\p{N}(…]+/u, '').trim()

/** What the words of a label say, and the phrase that it begins with. */
type Found = Guess & { readonly begins: string }

const UNSURE: Found = { kind: 'text', confidence: 0.4, reason: 'no known word in the label', begins: '' }

const fromWords = (label: string): Found => {
  let [best, top]: [Entry | undefined, number] = [undefined, 0]
  for (const entry of ENTRIES) {
    const score = scoreOf(label, entry)
    if (score > top) { best = entry; top = score }
  }
  if (!best) return UNSURE
  const atStart = positionOf(label, best.phrase) === 0
  return { kind: best.kind, confidence: Math.max(0.3, atStart ? best.sure : best.sure - 0.15), reason: `label ${atStart ? 'begins with' : 'holds'} '${best.phrase}'`, begins: atStart && !best.alone ? best.phrase : '' }
}

const UNIT_BRACKET = new RegExp(`\\s*\\((?:(?:đvt|đơn vị(?: tính)?)\\s*:?\\s*)?(?:${units.map(({ unit }) => unit).join('|')})\\)\\s*$`, 'iu')

/** 'Khối lượng (kg)' -> '(kg)', or ''. */
export const unitIn = (label: string): string => UNIT_BRACKET.exec(label)?.[0] ?? ''

const UNIT_ALONE = new RegExp(`^\\(?(?:${units.map(({ unit }) => unit).join('|')})\\)?$`, 'u')

/** 'm2', '(đồng)': words that only measure. */
export const isUnit = (words: string): boolean => UNIT_ALONE.test(words)

const PER_CENT: Guess = { kind: 'number', confidence: 0.93, reason: "'%' is printed behind it" }

const fromUnit = (after: string): Guess | undefined => {
  // Whatever it is a share of.
  if (/^[\s.…_]*%/.test(after)) return PER_CENT
  const unit = UNITS.find(({ pattern }) => pattern.test(after))
  return unit ? { kind: unit.kind, confidence: unit.sure, reason: `'${unit.pattern.exec(after)?.[1] ?? ''}' is printed behind it` } : undefined
}

/** 'Sức chở, tấn', 'Công suất (kW)': a unit at the end of a label. */
const fromOwnUnit = (label: string): Guess | undefined => fromUnit(/(?<!tháng)[,(]\s*([^,()]+)\)?$/u.exec(label)?.[1]?.split('/')[0] ?? '')

/** Kinds that can be added up. */
export const COUNTED: readonly HoleKind[] = ['quantity', 'number', 'money', 'area']
/** Confidence of a kind that the whole label names. */
export const SURE = 0.9
/** Of one that its first words name. */
export const LIKELY = 0.8

/** Kinds that a unit behind the hole decides; a date or a name before 'người' stays what it is. */
export const MEASURED: readonly HoleKind[] = ['text', 'longText', 'number', 'quantity', 'area', 'money', 'year', 'documentNumber']

/** 'Thời gian nghỉ: … ngày' asks how long. */
const LASTING = /^(thời gian|thời hạn)(?!\p{L})/iu

/** What a word says that needs others to say it: 'Tên …', 'Tổng …', 'Số …'; undefined where it is none of them. */
type Look = (label: string, found: Found) => Guess | undefined

const begins = (kind: HoleKind, confidence: number, words: string): Guess => ({ kind, confidence, reason: `label begins with '${words}'` })
const holds = (kind: HoleKind, confidence: number, words: string): Guess => ({ kind, confidence, reason: `label holds '${words}'` })

const NAMES_WHAT = /^tên (?:(?:gọi|đầy đủ|chính thức|viết tắt|cũ|mới|của|các) )*/u
const NAMED: readonly HoleKind[] = ['name', 'organisation', 'place']
/** Parts of the world have names that say where. */
const REGION = /^(?:nước|quốc gia|tỉnh|thành phố|huyện|quận|xã|phường|cảng|ga|sân bay|cửa khẩu|địa phương|địa danh)(?!\p{L})/u

/** 'Tên luật sư …', 'Tên nước …', 'Tên thuốc': who or what is named decides, and no name is an amount or an address. */
const asNameOf: Look = (label, found) => {
  if (found.kind !== 'text' || !NAMES_WHAT.test(label)) return undefined
  const rest = label.replace(NAMES_WHAT, '')
  const named = fromWords(rest)
  if (REGION.test(rest)) return begins('place', 0.85, `tên ${REGION.exec(rest)?.[0] ?? ''}`)
  return named.begins !== '' && NAMED.includes(named.kind) ? begins(named.kind, Math.min(named.confidence, 0.85), `tên ${named.begins}`) : undefined
}

/** 'Tổng sản lượng', 'Tổng các chi phí': the sum of what is counted. */
const asTotal: Look = (label, found) => {
  const what = /^tổng (?:cộng )?(?:các )?(.+)$/u.exec(label)?.[1]
  const counted = what === undefined || found.kind !== 'text' ? UNSURE : fromWords(what)
  return counted.begins !== '' && COUNTED.includes(counted.kind) ? begins(counted.kind, Math.min(counted.confidence, 0.85), 'tổng') : undefined
}

/** 'Số ao nuôi', 'Số hội viên': how many, where no paper and no code is named; 'Số động vật trên …' is told of. */
const asCount: Look = (label, found) =>
  (found === UNSURE && /^số \p{L}/u.test(label) && !/ (trên|này|nêu trên|sau)(?!\p{L})/u.test(label) ? begins('quantity', 0.6, 'số') : undefined)

const asOrdinal: Look = (label, { kind }) =>
  (kind !== 'organisation' && kind !== 'quantity' && /(?<!\p{L})(thứ|đợt|(?<!một )lần)$/u.test(label) ? { kind: 'number', confidence: 0.85, reason: 'label asks how many so far' } : undefined)

/** 'Thời gian tạm ngừng: kể từ ngày': what stands behind the colon asks. */
const asTail: Look = (label, found) => {
  const tail = /:\s*([^:]+)$/u.exec(label)?.[1] ?? ''
  const asked = tail.length > LONG_LABEL || found.kind !== 'text' ? UNSURE : fromWords(tail)
  return asked.begins === '' ? undefined : asked
}

/** 'Của chủ xe', 'với nhà thầu': who stands behind a small word. */
const asOwner: Look = (label, found) => {
  const who = found.begins === '' ? fromWords(label.replace(/^(?:của|với|cho|giữa) /u, '')) : UNSURE
  return label.startsWith(who.begins) || !NAMED.includes(who.kind) ? undefined : who
}

/** 'Thời hạn hiệu lực đến', 'Thời gian nghỉ từ': a bound of time is a day. */
const asBound: Look = (label) => (/^(?:thời (?:hạn|gian)|hiệu lực|có hiệu lực|giá trị|có giá trị) .*(?:từ|đến|tới)$/u.test(label) ? { kind: 'date', confidence: 0.85, reason: `label ends with '${label.split(' ').at(-1) ?? ''}'` } : undefined)

/** 'Tên đơn vị, tổ chức, cá nhân': one of them may be a person. */
const asAnybody: Look = (label, { kind, confidence }) => (kind === 'organisation' && /^[^()]*(?:,|\/|hoặc|và) ?cá nhân(?!\p{L})/u.test(label) ? holds('name', confidence, 'cá nhân') : undefined)

/** 'Bên bán hàng (hãng, nước)': a bracket says that it is no person. */
const asBody: Look = (label, { kind, confidence }) => {
  const body = /\((?:ghi |nêu )?(?:rõ )?(?:tên )?(hãng|công ty|cơ quan|tổ chức|đơn vị|doanh nghiệp|trường)(?!\p{L})/u.exec(label)?.[1]
  return body === undefined || kind !== 'name' || label.includes('cá nhân') || label.includes('họ') ? undefined : holds('organisation', confidence, body)
}

/** A passport that was had before is one of the papers told of. */
const asOldPaper: Look = (label, { kind, confidence }) =>
  (kind === 'identityNumber' && /^(?:số )?hộ chiếu.*(?:gần nhất|đã cấp|đã được cấp|bị mất|bị hỏng| cũ)(?!\p{L})/u.test(label) ? holds('documentNumber', confidence, 'hộ chiếu') : undefined)

/** Kinds of which one cannot stand for another; words tell of anything. */
const FAMILIES: readonly (readonly HoleKind[])[] = [
  ['name'], ['date', 'issueDate', 'year'], ['address', 'place', 'issuePlace'], ['phone', 'email', 'website'], ['number', 'quantity', 'area'], ['money'], ['identityNumber', 'identityDocument'],
]
const NO_FAMILY = -1
const familyOf = (kind: HoleKind): number => FAMILIES.findIndex((family) => family.includes(kind))
const PAPER: readonly HoleKind[] = ['identityNumber', 'identityDocument', 'issueDate', 'issuePlace', 'date']
const PERSON = /^họ(?:,? (?:và )?(?:chữ đệm|tên đệm))?(?:,| và|, và)? (?:tên đệm|tên)(?! đệm)/u
const partsOf = (label: string): readonly string[] => label.replaceAll(/\([^()]*\)/g, '').replace(PERSON, 'họ tên').split(/[,;]| và | and /).map((part) => part.trim()).filter((part, at) => at === 0 || fromUnit(part) === undefined)
const SEVERAL = 'asks two data of different kinds'

/** 'Họ tên, số điện thoại', 'Địa chỉ, điện thoại, fax': data of different families are answered in words. */
const asSeveral: Look = (label, found) => {
  if (found.begins.includes(',') && !PERSON.test(label)) return undefined
  const [first = '', ...rest] = partsOf(label)
  const { kind, confidence, begins: phrase } = fromWords(first)
  const others = rest.map((part) => fromWords(part)).filter((part) => part.begins !== '').map((part) => part.kind)
  const own = familyOf(kind)
  // 'Diện tích và mục đích sử dụng': no figure tells the second.
  const alike = COUNTED.includes(kind) ? [own] : [own, NO_FAMILY]
  if (phrase !== first || own === NO_FAMILY || others.every((one) => alike.includes(familyOf(one)))) return undefined
  return kind.startsWith('identity') && others.every((one) => PAPER.includes(one)) ? begins('identityDocument', confidence, first) : { kind: 'text', confidence, reason: SEVERAL }
}

/** 'Người nộp hồ sơ (số điện thoại, email)': more is asked than the name. */
const asContact: Look = (label, { kind }) => (kind === 'name' && /\((?:số )?điện thoại(?:,| và|\/) ?(?:e-?mail|thư điện tử|địa chỉ)/u.test(label) ? { kind: 'text', confidence: 0.8, reason: SEVERAL } : undefined)

const LOOKS: readonly Look[] = [asContact, asOrdinal, asBound, asOldPaper, asAnybody, asBody, asNameOf, asTotal, asTail, asOwner, asSeveral, asCount]

const fromLabel = (label: string): Guess => {
  const found = fromWords(label)
  for (const look of LOOKS) {
    const better = look(label, found)
    if (better) return better
  }
  return found
}

/** A label, and what is printed behind its hole, -> the kind of answer. */
export const kindOf = (label: string, after: string): Guess => {
  const { kind, confidence, reason } = fromLabel(plainLabel(label))
  // 'Quyết định số … ngày …': the number of a paper is no count of days.
  const unit = (/(?<!\p{L})số$/iu.test(label) && /^\s*\(?ngày/iu.test(after) ? undefined : fromUnit(after)) ?? (kind === 'text' && reason !== SEVERAL || kind === 'quantity' ? fromOwnUnit(label) : undefined)
  return unit && (MEASURED.includes(kind) || (unit.kind === 'quantity' && LASTING.test(label))) ? unit : { kind, confidence, reason }
}
