import type { Item } from './items.ts'
import { rowOf, type Line } from './lines.ts'
import { countWords, enumeratorOf, isCapitals, plainWords } from './words.ts'

const MOTTO = /c[ộô]ng h[òoóô][àaá]? xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do/iu
const TITLE = /^(tờ khai|đơn(?! vị| giá)|dự toán|danh mục|thuyết minh|đề cương|tổng hợp|giấy|phiếu|bản|biên bản|văn bản|hợp đồng|tờ trình|danh sách|báo cáo|thông báo|lý lịch|sơ yếu|công văn|cam kết|bảng|đề nghị|hồ sơ|kế hoạch|phương án|chứng nhận|quyết định)(?!\p{L})/iu
/** What people write themselves; the others may also head a part of something else. */
const OWN_TITLE = /^(tờ khai|đơn(?! vị| giá)|giấy đề nghị|phiếu|văn bản đề nghị|bản khai|bản đăng ký|bản cam kết|giấy ủy quyền|lý lịch|sơ yếu)(?!\p{L})/iu
/** 'TỜ KHAI' goes on with what it asks for. */
const REQUESTS = /^đề nghị(?!\p{L})/iu
const FORM_NUMBER = /^\(?(mẫu|phụ lục|biểu mẫu|biểu|ban hành)(?!\p{L})/iu

export const isMotto = (text: string): boolean => MOTTO.test(text.replaceAll(/\s+/g, ' '))

const isLine = (item: Item): item is Line => item.item === 'line'

const FEWEST_BEFORE = 3
/** 'ĐƠN ĐĂNG KÝ HẠN NGẠCH NĂM …': a title may ask as well. */
const asksLast = ({ text, from, slots: [slot] }: Line): boolean => slot === undefined || (OWN_TITLE.test(plainWords(text)) && countWords(text.slice(0, slot.from - from)) >= FEWEST_BEFORE)

const looksLikeTitle = (line: Line): boolean => {
  const words = plainWords(line.text)
  return TITLE.test(words) && asksLast(line) && (isCapitals(words) || (line.bold && line.paragraph.centred))
}

const continues = ({ text, bold, slots, paragraph, site }: Line, first: Line): boolean =>
  site.path === first.site.path && slots.length === 0 && isCapitals(plainWords(text)) && bold === first.bold && (paragraph.centred || first.bold) && !/^kính gửi/iu.test(plainWords(text)) && !/^[IVX\d]+\./.test(plainWords(text))

const SUBTITLE_WORDS = 30

/** 'GIẤY ĐỀ NGHỊ' says little: what stands below it in the same look, in small letters too, says of what. */
const isSubtitle = ({ text, bold, slots, boxes, paragraph, site }: Line, first: Line): boolean => {
  const words = plainWords(text)
  return site.path === first.site.path && bold && first.bold && paragraph.centred && first.paragraph.centred && slots.length + boxes.length === 0 && /^\p{L}/u.test(words)
    && !words.endsWith(':') && enumeratorOf(words) === '' && countWords(words) <= SUBTITLE_WORDS && !AGENCY.test(words)
}

/** Title of a form and the last item of its letterhead. `at` is -1 where no line is a title. */
export type Title = { readonly title: string; readonly from: number; readonly at: number }

/** Without the motto above it a title is the first thing printed. */
const FIRST_LINES = 3

const fallback = (items: readonly Item[]): number =>
  items.findIndex((item, i) => i < 40 && isLine(item) && item.slots.length === 0 && isCapitals(plainWords(item.text)) && (item.paragraph.centred || i < FIRST_LINES) && item.site.path === '' && enumeratorOf(plainWords(item.text)) === '' && !isMotto(item.text) && !FORM_NUMBER.test(plainWords(item.text)) && plainWords(item.text).length > 8
    && (i < FIRST_LINES || items.slice(0, i).some((before) => isLine(before) && isMotto(before.text))))

const AGENCY = /^kính gửi(?!\p{L})/iu
const FEWEST_QUESTIONS = 3

/** A letter has no title, but a subject above 'Kính gửi'; what looks like a title further down heads what is enclosed. Index of the last line above it, or -1. */
const endOfLetterhead = (items: readonly Item[], title: number): number => {
  const to = items.findIndex((item, at) => (title === -1 || at < title) && isLine(item) && AGENCY.test(plainWords(item.text)))
  const asked = items.slice(to + 1, title === -1 ? undefined : title).filter((item) => isLine(item) && item.slots.length > 0 && plainWords(item.text).includes(':'))
  return to > 0 && asked.length >= FEWEST_QUESTIONS ? to - 1 : -1
}

/** 'V/v đề nghị cấp Giấy chứng nhận …': what a letter is about. */
const subjectOf = (items: readonly Item[]): string => {
  const line = items.find((item): item is Line => isLine(item) && /(^|\s)(v\/v|về việc)(?!\p{L})/iu.test(plainWords(item.text)))
  return line ? plainWords(line.text).replace(/^.*?(v\/v|về việc)\s*:?\s*/iu, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : ''
}

const MOST_BESIDE = 3

/** Rows of tables in which more is printed than a title and what stands at its sides: headings of columns. */
const crowdedRows = (items: readonly Item[]): ReadonlySet<string> => {
  const cells = new Map<string, Set<string>>()
  for (const item of items) if (isLine(item) && item.site.path !== '' && plainWords(item.text) !== '') cells.set(rowOf(item.site.path), (cells.get(rowOf(item.site.path)) ?? new Set()).add(item.site.path))
  return new Set([...cells].flatMap(([row, { size }]) => (size > MOST_BESIDE ? [row] : [])))
}

/** The title: the first capitals that name a paper, with the lines that carry on in the same look. */
export const findTitle = (items: readonly Item[]): Title => {
  const crowded = crowdedRows(items)
  const isTitle = (item: Item): item is Line => isLine(item) && !crowded.has(rowOf(item.site.path)) && looksLikeTitle(item) && !isMotto(item.text) && !FORM_NUMBER.test(plainWords(item.text))
  const own = items.findIndex((item) => isTitle(item) && OWN_TITLE.test(plainWords(item.text)))
  const named = own === -1 ? items.findIndex(isTitle) : own
  const from = named === -1 ? fallback(items) : named
  const letter = endOfLetterhead(items, from)
  if (letter !== -1) return { title: subjectOf(items.slice(0, letter + 1)), from: letter, at: letter }
  const first = items[from]
  if (!first || !isLine(first)) return { title: '', from: -1, at: -1 }
  let at = from
  for (let next = items[at + 1]; next && isLine(next) && (continues(next, first) || isSubtitle(next, first)) && !(TITLE.test(plainWords(next.text)) && !REQUESTS.test(plainWords(next.text))); next = items[at + 1]) at += 1
  const title = items.slice(from, at + 1).filter(isLine).map(({ text }) => plainWords(text)).join(' ')
  return { title: title.replace(/\s*(\(\d{0,2}\)|(?<=\p{L})\d)$/u, '').trim(), from, at }
}
