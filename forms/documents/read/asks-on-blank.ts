import { kindOf, SURE } from './kind-of-label.ts'
import { cleanLabel } from './label.ts'
import { rowOf, type Line } from './lines.ts'
import type { Slot } from './find-slots.ts'
import { isAboutThing, levelOf } from './sections.ts'
import type { Pending } from './walk.ts'
import { countWords, enumeratorOf, isCapitals, plainWords, withoutEnumerator } from './words.ts'

export const OPINION = /^(ý kiến|nguyện vọng)(?!\p{L})/iu
const PERSONAL = ['name', 'date', 'sex', 'ethnicity', 'nationality', 'phone', 'email', 'identityNumber', 'taxCode', 'identityDocument']
const PLAIN = [...PERSONAL, 'address', 'place', 'occupation', 'relation', 'religion', 'issueDate', 'issuePlace', 'quantity', 'area', 'number']
/** Any word of the vocabulary at its beginning. */
export const KNOWN = 0.85
const SHORT_LABEL = 5

/** 'Giấy chứng nhận:' above '- Số:', '- Ngày cấp:' heads them. */
export const headsDeeper = (line: Line, next: Line): boolean => {
  const [own, below] = [plainWords(line.text), plainWords(next.text)]
  return next.site.path === line.site.path && enumeratorOf(below) !== '' && /:|…|\.{3}/.test(below) && levelOf(below, next.bold) > levelOf(own, line.bold)
}

/** '2. Địa chỉ:' above '- Địa chỉ liên lạc'. */
const headsAddresses = (line: Line, next: Line): boolean => /^địa chỉ\s*:$/iu.test(withoutEnumerator(plainWords(line.text))) && /^địa chỉ(?!\p{L})/iu.test(withoutEnumerator(plainWords(next.text)))

/** '2. Người bị kiện:' above 'Họ và tên: …': who is asked about, and not yet a question. */
const headsPerson = (label: string, next: Line): boolean =>
  next.slots.length > 0 && kindOf(label, '').kind === 'name' && kindOf(cleanLabel(next.text.split(':')[0] ?? ''), '').kind === 'name' && next.text.includes(':')

/** Is a hole mere blank between two labels? Then the label behind it has such as well. */
const isRoom = ({ paragraph }: Line, { from, to }: Slot): boolean => paragraph.atoms.slice(from, to).every(({ room }) => room === true)
export const endsInRoom = (line: Line): boolean => { const last = line.slots.at(-1); return last !== undefined && isRoom(line, last) }

/** What a part is called by: a person or a body. */
export const PARTIES: readonly string[] = ['name', 'organisation']

/** A known question with its colon, alone in its cell: one beside it or below it has words of its own. */
const asksInCell = (label: string, line: Line, next: Line | undefined): boolean => {
  const { kind, confidence } = kindOf(label, '')
  // 'Địa chỉ:' above 'Xã:' heads its parts.
  const heads = kind === 'address' && next !== undefined && kindOf(cleanLabel(next.text.split(':')[0] ?? ''), '').kind === kind
  return confidence >= KNOWN && !PARTIES.includes(kind) && !heads && (line.site.alone === true || next === undefined || rowOf(next.site.path) !== rowOf(line.site.path))
}

const COUNTED = /^\d{1,2}(?:\.\d{1,2})+\.?$/
const depthOf = (line: Line): number => { const count = enumeratorOf(plainWords(line.text)); return COUNTED.test(count) ? count.split('.').filter((figure) => figure !== '').length : 0 }

/** '1.1. Tên cơ sở' above '1.2. Địa chỉ:' asks as the others of its count do, though its colon is lost. */
const countsOn = (line: Line, next: Line | undefined, label: string): boolean => {
  if (!next || line.bold || depthOf(line) === 0 || depthOf(line) !== depthOf(next) || plainWords(line.text).endsWith(':')) return false
  return kindOf(label, '').confidence >= KNOWN && (next.slots.length > 0 || plainWords(next.text).endsWith(':'))
}

const NUMBER = /^\(?(\d{1,2})[.)]$/
const numberOf = (line: Line): number | undefined => { const [, figure] = NUMBER.exec(enumeratorOf(plainWords(line.text))) ?? []; return figure === undefined ? undefined : Number(figure) }

/** '- Mô tả công việc:' above '- Yêu cầu về trình độ:', '(i) …:' above '(ii) …:': marks of one list. */
const MARKS = [/^[-–+•*]$/, /^\(?[ivx]+[.)]$/, /^\(?[a-zđ][.)]$/]
const goesOnList = (line: Line, next: Line | undefined): boolean => {
  if (next === undefined || line.bold || next.site.path !== line.site.path || next.slots.length + next.boxes.length > 0) return false
  const [own, below] = [plainWords(line.text), plainWords(next.text)]
  return own.endsWith(':') && below.endsWith(':') && MARKS.some((mark) => mark.test(enumeratorOf(own)) && mark.test(enumeratorOf(below)))
}
const isMarked = (line: Line): boolean => MARKS.some((mark) => mark.test(enumeratorOf(plainWords(line.text))))

const LONGEST_LAST = 8
/** 'Lý do:', 'Hồ sơ kèm theo gồm có:' right above who signs in a table: nothing comes that they could head. */
const standsLast = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && line.site.path === '' && next.site.path !== '' && next.slots.length + next.boxes.length === 0 && isCapitals(plainWords(next.text)) && !line.bold && plainWords(line.text).endsWith(':') && countWords(plainWords(line.text)) <= LONGEST_LAST

/** '6. Thành phần tham dự:' right above '7. …': nothing that it could head comes between, so it asks. */
const countsUp = (line: Line, next: Line | undefined): boolean => {
  const own = numberOf(line)
  return next !== undefined && own !== undefined && !line.bold && next.site.path === line.site.path && plainWords(line.text).endsWith(':') && numberOf(next) === own + 1
}

const LONGEST_COUNTED = 30
/** What is promised, cited, required or enclosed is no question. */
export const STATES = /^(tôi|chúng tôi|cam kết|cam đoan|kính|nếu|căn cứ|đề nghị|xin|bản sao|bản chính|giấy|đơn(?! vị| giá)|văn bản|hợp đồng|tài liệu|có (?!tên)|không|chấp hành|thực hiện|tuân thủ|chịu|như|lưu|bảo đảm|đảm bảo|được|theo|ghi|mẫu|trường hợp)(?!\p{L})/iu

/** '2. Quy mô dự kiến.' between '1. Vị trí: …' and '3. Mục đích: …': of numbered questions this one has lost its dots. */
const countsAmong = (line: Line, next: Line | undefined, asked: boolean): boolean => {
  const [own, words] = [numberOf(line), plainWords(line.text)]
  return asked && next !== undefined && own !== undefined && own > 1 && numberOf(next) === own + 1 && next.site.path === line.site.path && (!line.bold || next.bold) && !/[;:,]$/.test(words)
    && countWords(words) <= LONGEST_COUNTED && !STATES.test(withoutEnumerator(words))
}

/** 'Chức năng rừng (ghi rõ đặc dụng, phòng hộ, sản xuất)': a bracket tells how to answer, so it is asked. */
const SAYS_HOW = /^[^:()]{3,60}\((?:ghi|nêu) (?:rõ|cụ thể)\s[^()]*\)[.:]?$/iu

/** '- Quy mô: (VD: số lượng doanh nghiệp tham gia)': as much behind its colon. */
const SAYS_HOW_BEHIND = /^[^:()]{3,60}:\s*\((?:trong đó )?(?:ghi|nêu|vd|ví dụ|mô tả|trình bày|phân tích|liệt kê|(?:số|ngày|tên)(?: \p{L}+)?,)(?!\p{L})[^()]*\)[.;]?$/iu

/** Why somebody asks is told, and heads nothing. */
const REASON = /^(lý do|lí do)(?!\p{L})/iu

/** '2. Đề nghị tách thửa đất như sau:' heads what it announces. */
const ANNOUNCES = /(như sau|sau đây|dưới đây)\s*:?$/iu

/** Does a label that nothing printed follows ask all the same? Opinions have blank space; in a line of holes one may have lost its dots. */
export const asksOnBlank = ({ label, line, trailing, blank, heading, asked }: Pending, { next, blankAt, askedAt }: { readonly next: Line | undefined; readonly blankAt: number | undefined; readonly askedAt: number | undefined }): boolean => {
  if (OPINION.test(label)) return blank !== undefined
  if (ANNOUNCES.test(label) && next !== undefined && (next.slots.length > 0 || next.site.path !== line.site.path)) return false
  if (next !== undefined && next.site.path === line.site.path && headsPerson(label, next)) return false
  if (countsUp(line, next) || countsAmong(line, next, [blankAt, askedAt].includes(line.paragraph.n - 1)) || standsLast(line, next) || goesOnList(line, next)) return true
  if (!line.bold && SAYS_HOW.test(plainWords(line.text)) && !(next && headsDeeper(line, next))) return next === undefined || next.slots.length === 0 || cleanLabel(next.text) !== ''
  if (!line.bold && SAYS_HOW_BEHIND.test(plainWords(line.text)) && !(next && headsDeeper(line, next))) return true
  if (asked || countsOn(line, next, label)) return next === undefined || next.slots.length === 0 || cleanLabel(next.text) !== ''
  if (!plainWords(line.text).endsWith(':') || line.bold) return false
  const isPlain = next !== undefined && next.slots.every((slot) => isRoom(next, slot)) && next.boxes.length === 0
  if (line.site.boxed && line.site.path !== '' && next?.site.path !== line.site.path && asksInCell(label, line, next)) return true
  if (line.site.alone === true && line.site.boxed && (next === undefined || rowOf(next.site.path) !== rowOf(line.site.path) || next.site.alone === true && isPlain)) return true
  if (trailing && endsInRoom(line)) return true
  const isHead = next !== undefined && (headsDeeper(line, next) || headsAddresses(line, next) || isAboutThing(withoutEnumerator(plainWords(line.text))))
  // The next of a list of such questions is one, whatever it asks.
  if (!isHead && blankAt === line.paragraph.n - 1 && (isPlain ? enumeratorOf(plainWords(line.text)) !== '' : isMarked(line) && next !== undefined && enumeratorOf(plainWords(next.text)) === '' && cleanLabel(next.text) !== '')) return true
  const { kind, confidence } = kindOf(label, '')
  if (!isHead && isPlain && REASON.test(label)) return true
  if (kind === 'organisation' && /^tên/iu.test(label) && (isPlain || blankAt === line.paragraph.n - 1)) return true
  if (!isHead && isPlain && blankAt === line.paragraph.n - 1 && (confidence >= KNOWN || countWords(label) <= SHORT_LABEL) && enumeratorOf(plainWords(next.text)) === '') return true
  if (kind === 'address' && /^địa chỉ(?!\p{L})/iu.test(label) && next !== undefined && next.slots.length > 0 && ['name', 'phone'].includes(kindOf(cleanLabel(next.text.split(':')[0] ?? ''), '').kind)) return true
  if (confidence < SURE || !PLAIN.includes(kind)) return false
  if (PERSONAL.includes(kind) && (trailing || !heading || (line.site.boxed && (isPlain || next?.site.path !== line.site.path)))) return true
  // A person's full name is asked for, whatever comes next: a part would be called by the person.
  if (/^họ.{0,22}tên(?!\p{L})/iu.test(label)) return !isHead || kindOf(cleanLabel(next.text.split(':')[0] ?? ''), '').kind !== 'name'
  // A form without any dots: labels below each other, and none of them heads what comes next.
  return (kind !== 'name' || /(tên|tôi là|^ông|^bà)/iu.test(label)) && isPlain && !isHead
}
