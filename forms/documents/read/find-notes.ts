import type { Item } from './items.ts'
import type { Line } from './lines.ts'
import type { Block, Paper } from './paper.ts'
import { countWords, isCapitals, plainWords } from './words.ts'

/** What the notes say, by their number, and the items that are nothing else. */
export type Notes = { readonly texts: ReadonlyMap<number, string>; readonly isNote: (at: number) => boolean }

/** Path of what stands in notes of Word's own. */
export const FOOTNOTE = 'note'

const HEADING = /^\(?\*?\s*(chú thích|ghi chú|chú giải|hướng dẫn|lưu ý|cách ghi|giải thích|chú ý)(?!\p{L})/iu
const NUMBERED = /^\(?\s*\(?(\d{1,2})\)\s*[:.]?\s*(?=\p{L})/u
const ANEW = /^(cộng h|tờ khai|đơn|phụ lục|biên bản|danh sách|mẫu số|mẫu)(?!\p{Ll})/iu
const MOST_HEADING_WORDS = 14
const INSTRUCTS = /^(ghi|nêu|nếu|trường hợp|tên|chỉ|đối với|đề nghị|là|theo|cơ quan|ghi rõ|áp dụng|điền|khai|kê khai|đánh dấu|số|ngày|người)(?!\p{L})/iu

const isLine = (item: Item | undefined): item is Line => item?.item === 'line'

/** Words of a line; the raised mark that it begins with as a number in brackets. */
const textAt = (items: readonly Item[], at: number): string => {
  const item = items[at]
  if (!isLine(item)) return ''
  const mark = markOf(item)
  return `${mark === undefined ? '' : `(${mark}) `}${plainWords(item.text)}`
}

/** Number of the raised mark before the first word: '¹ Tên cơ sở kinh doanh' below the form is a note. */
const markOf = ({ paragraph, from, to }: Line): number | undefined => {
  const first = paragraph.atoms.slice(from, to).find(({ char }) => !/\s/.test(char))
  return first?.kind === 'note' ? first.note : undefined
}

/** Notes with raised marks need no heading; what can be filled in ends them. */
const isMarkedNote = (item: Line): boolean => markOf(item) !== undefined && item.slots.length + item.boxes.length === 0 && plainWords(item.text) !== ''

const nextText = (items: readonly Item[], at: number): string => {
  for (let i = at + 1; i < Math.min(items.length, at + 4); i++) if (textAt(items, i) !== '') return textAt(items, i)
  return ''
}

/** '(1) Ghi rõ tên cơ quan': a number and then words that instruct, with nothing to fill in at its end. */
const isNumberedNote = (text: string): boolean => NUMBERED.test(text) && INSTRUCTS.test(text.replace(NUMBERED, ''))

/** A heading of notes is short, or has the first note behind it. */
const opens = (items: readonly Item[], at: number): boolean => {
  const item = items[at]
  if (!isLine(item) || item.slots.length > 0) return false
  const text = plainWords(item.text)
  if (!HEADING.test(text)) return isNumberedNote(text) && text.startsWith('(1)') && isNumberedNote(nextText(items, at))
  const rest = text.replace(HEADING, '').replace(/^[\s:.]+/, '')
  // 'Ghi chú' in a cell is the heading of a column.
  if (item.site.boxed && rest === '') return false
  return countWords(text) <= MOST_HEADING_WORDS && (rest === '' || NUMBERED.test(nextText(items, at)) || item.bold || NUMBERED.test(rest))
}

/** Another form begins in the same document. */
const closes = (item: Item): boolean => isLine(item) && isCapitals(plainWords(item.text)) && ANEW.test(plainWords(item.text)) && (item.bold || item.paragraph.centred)

const zonesOf = (items: readonly Item[], from: number): ReadonlySet<number> => {
  const inside = new Set<number>()
  let [open, marked] = [false, false]
  items.forEach((item, at) => {
    if (item.site.path.startsWith(FOOTNOTE)) return
    if (open && closes(item)) open = false
    else if (!open && at > from && opens(items, at)) open = true
    marked = at > from && isLine(item) && (isMarkedNote(item) || (marked && item.slots.length + item.boxes.length === 0))
    if (open || marked) inside.add(at)
  })
  return inside
}

const collect = (lines: readonly string[]): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>()
  let current = 0
  for (const line of lines) {
    const number = NUMBERED.exec(line)?.[1]
    if (number !== undefined) current = Number(number)
    if (current > 0 && line !== '') texts.set(current, [texts.get(current), line.replace(NUMBERED, '')].filter((part) => part !== undefined).join('\n'))
  }
  return texts
}

const blockText = (block: Block): string => (block.kind === 'paragraph' ? plainWords(block.text) : '')

/** Notes at the end of the form and those of Word. `from`: where the body begins; a note above the title is none. */
export const findNotes = (items: readonly Item[], { footnotes }: Paper, from: number): Notes => {
  const zone = zonesOf(items, from)
  const printed = collect([...zone].map((at) => textAt(items, at).replace(HEADING, (found) => (NUMBERED.test(textAt(items, at).replace(HEADING, '').replace(/^[\s:.]+/, '')) ? '' : found)).replace(/^[\s:]+/, '')))
  const own = [...footnotes].map(([n, blocks]) => [n, blocks.map(blockText).filter((text) => text !== '').join('\n')] as const)
  return { texts: new Map([...printed, ...own]), isNote: (at) => zone.has(at) }
}
