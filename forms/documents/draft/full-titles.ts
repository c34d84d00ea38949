import { foldText } from '../../engine/fold.ts'
import type { Hole } from '../hole.ts'
import { headingOf } from './headings.ts'
import { asTitle } from './names.ts'

/** `made`: the words are the form's, but this order of them is not printed. */
export type Title = { readonly text: string; readonly made: boolean }

/** More than two lines on a phone: whole notes are no titles. */
const LONGEST_TITLE = 80

const plain = (text: string): string => foldText(text.replace(/\([^)]*\)/g, ' ')).replace(/[^\p{L}\p{N}/]+/gu, ' ').trim()

/** Words that say what is asked only within their line of the paper: 'số … do … cấp ngày …'. */
const LEANS = /^(so|quyen so|do|tai|cua|ngay|nam|(cap|dang ky|ky) (ngay|tai)|(ngay|noi|co quan) cap|(huong |hieu luc |ke )?(tu|den)( het)?( (ngay|thang|nam|thoi diem))?|gia tri den|ly do|(ghi|neu) (ro|cu the)|trong do.*)$/

export const isLeaning = (label: string): boolean => LEANS.test(plain(label))

const PAPER = /((?:giấy|thẻ|hộ chiếu|căn cước|cmnd|cccd|chứng chỉ|chứng minh|quyết định|văn bản|hợp đồng|bằng)(?![\p{L}]).*)$/iu
/** What follows the name of a paper in its line. */
const BEHIND_PAPER = /[\s,:]+(số|hạng|loại|do|ngày|tại|cấp|của tôi)\s*$/iu
const LONGEST_PAPER = 40

const withoutBrackets = (label: string): string => label.replace(/\([^)]*\)/g, ' ').replace(/\s+/g, ' ').trim()

/** Capital letters of words in mid-sentence: 'Giấy phép' is 'giấy phép' there, 'CMND' stays. */
const inside = (words: string): string => (/^\p{Lu}\p{Ll}/u.test(words) || /^\p{Lu} /u.test(words) ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1) : words)

/** 'Căn cứ Giấy phép xây dựng số' -> 'giấy phép xây dựng'; of several long ones the first. */
const paperIn = (label: string): string | undefined => {
  const found = PAPER.exec(withoutBrackets(label))?.[1]?.replace(BEHIND_PAPER, '').trim()
  return found && inside(found.length > LONGEST_PAPER ? (found.split(/\/| hoặc /u)[0] ?? found).replace(BEHIND_PAPER, '').trim() : found)
}

const IDENTITY: readonly Hole['kind'][] = ['identityNumber', 'identityDocument']

const paperOf = ({ kind, label }: Hole): string | undefined => {
  const named = paperIn(label)
  return IDENTITY.includes(kind) && (named === undefined || withoutBrackets(label).length > LONGEST_PAPER) ? 'giấy tờ tùy thân' : named
}

const lastPart = ({ section }: Hole): string => section.split(' > ').slice(1).at(-1) ?? ''

/** Whatever else stands between a paper and who issued it: its kind, until when it is good. */
const NEAR = 3
const ISSUED = /^(cap (ngay|tai)|(ngay|noi|co quan) cap)$/

/** The paper that a hole in front of this one names, or the heading above it. */
const paperFor = (before: readonly Hole[], hole: Hole): string | undefined => {
  const from = before.findLastIndex(({ label }) => !isLeaning(label))
  const line = ISSUED.test(plain(hole.label)) ? before.slice(-NEAR - 1) : from === -1 ? before : before.slice(from)
  return line.map(paperOf).findLast((paper) => paper !== undefined) ?? paperIn(lastPart(hole))
}

const OF_PAPER: readonly (readonly [RegExp, (paper: string) => string])[] = [
  [/^so$/, (paper) => `Số ${paper}`],
  [/^quyen so$/, (paper) => `Quyển số của ${paper}`],
  [/^(cap ngay|ngay cap)$/, (paper) => `Ngày cấp ${paper}`],
  [/^(ngay|ky ngay)$/, (paper) => `${/^(quyết định|văn bản|hợp đồng)/u.test(paper) ? 'Ngày ký' : 'Ngày cấp'} ${paper}`],
  [/^dang ky ngay$/, (paper) => `Ngày đăng ký ${paper}`],
  [/^(do|tai|noi cap|co quan cap|cap tai)$/, (paper) => `Nơi cấp ${paper}`],
  [/^gia tri den$/, (paper) => `Giá trị của ${paper} đến`],
]

const REASON_IN_NOTE = /(?:nêu|ghi)(?: rõ)? lý do ([^.;(]+)/iu

/** What the reason is for: as the note says, or the heading; an application's, at last, is that of the request. */
const reason = (hole: Hole): string => {
  const what = REASON_IN_NOTE.exec(hole.hint ?? '')?.[1]?.trim() ?? inside(lastPart(hole))
  return `Lý do ${what === '' ? 'đề nghị' : what}`
}

/** 'Đã học lái xe tại' -> 'Đã học lái xe': what a line speaks of. */
const subjectOf = (label: string): string => {
  const words = withoutBrackets(label).replace(/(?<=\s\S+)[\s,:]+((kể )?từ|đến|số|ngày|tại|hạng|do|của|là|vào|lúc|thì)(\s+(ngày|tháng|hết ngày|lúc))?\s*$/iu, '')
  return asTitle(/(?:quyền|nội dung) .*đối với (.+)$/iu.exec(words)?.[1] ?? words)
}

/** The question that a leaning one follows (it begins its line with a capital letter), else the heading that it stands first under. */
const leansOn = (before: readonly Hole[], hole: Hole): string =>
  subjectOf(before.findLast(({ label }) => !isLeaning(label) && /^[^\p{L}]*\p{Lu}/u.test(label))?.label ?? lastPart(hole))

const AMONG = /^trong đó,?\s*/iu

const leaning = (hole: Hole, before: readonly Hole[]): string | undefined => {
  const label = plain(hole.label)
  if (label === 'ly do') return reason(hole)
  const paper = paperFor(before, hole)
  const make = OF_PAPER.find(([pattern]) => pattern.test(label))?.[1]
  if (paper !== undefined && make) return make(paper)
  const rest = hole.label.replace(AMONG, '')
  if (/^trong do (so|dien tich|tong)/.test(label)) return asTitle(rest)
  const subject = leansOn(before, hole)
  return subject === '' ? undefined : `${subject}: ${label === 'cua' ? 'của ai' : inside(hole.label)}`
}

/** Words of a person who fills in the paper, said as a question is. */
const SPOKEN: readonly (readonly [Hole['kind'], RegExp, string])[] = [
  ['name', /^(chúng )?tôi( tên)? là(?!\p{L})|^tên (tôi|là)( là)?(?!\p{L})/iu, 'Họ và tên'],
  ['sex', /^nam\s*[,/-]\s*nữ$/iu, 'Giới tính'],
]

const spoken = ({ kind, label }: Hole): string | undefined => {
  const rule = SPOKEN.find(([of, pattern]) => of === kind && pattern.test(label))
  return rule && label.replace(rule[1], rule[2])
}

/** 'Sở hữu chung' with square metres behind it. */
const measured = ({ kind, label }: Hole): string | undefined => (kind === 'area' && !/dien tich/.test(plain(label)) && /\p{L}/u.test(label) ? `Diện tích ${inside(label)}` : undefined)

/** A hole marked with a sign alone is called as its heading. */
const unnamed = (hole: Hole): string | undefined => (/[\p{L}\p{N}]/u.test(hole.label) ? undefined : hole.section.split(' > ').at(-1) || undefined)

/** A small letter goes on with the line: what has been asked before is asked of something else there. */
const again = (hole: Hole, before: readonly Hole[]): string | undefined => {
  if (!/^\p{Ll}/u.test(hole.label) || !before.some(({ label }) => plain(label) === plain(hole.label))) return undefined
  return `${leansOn(before, hole)}: ${hole.label}`
}

/**
 * The title of a hole's question. Forms print labels that say something only within their line; read alone they are made full
 * from the words of that line. `before`: holes of the same part in front of it, in order.
 */
export const fullTitle = (read: Hole, before: readonly Hole[]): Title => {
  const hole = { ...read, label: read.label.replace(/[\s#$]+$/, '') }
  const made = spoken(hole) ?? unnamed(hole) ?? (isLeaning(hole.label) ? leaning(hole, before) : (measured(hole) ?? again(hole, before)))
  if (made !== undefined) return { text: asTitle(made), made: true }
  const text = asTitle(hole.label) || `Ô trống số ${hole.n}`
  return text.length > LONGEST_TITLE ? { text: headingOf(withoutBrackets(text)).title, made: true } : { text, made: false }
}
