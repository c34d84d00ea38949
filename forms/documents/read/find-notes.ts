import type { Item } from './items.ts'
import type { Line } from './lines.ts'
import { isSlotOnly } from './mask-slots.ts'
import type { Block, Paper } from './paper.ts'
import { countWords, isCapitals, plainWords } from './words.ts'

export type NoteTexts = ReadonlyMap<number, string>

/** What the notes say by their number, to an item: a document of several forms counts them anew. And the items that are nothing else. */
export type Notes = { readonly textsAt: (at: number) => NoteTexts; readonly isNote: (at: number) => boolean }

/** Path of what stands in notes of Word's own. */
export const FOOTNOTE = 'note'

const HEADING = /^\(?\*?\s*(chú thích|ghi chú|chú giải|hướng dẫn|lưu ý|cách ghi|giải thích|chú ý)(?!\p{L})/iu
/** '(1)', or '(1) (2)' of a note to two marks. */
const NUMBERED = /^(?:[-–+•]\s*)?((?:\(\d{1,2}\)[\s,]*)*)\(?\s*\(?(\d{1,2})\)\s*[:.]?\s*(?=\p{L})/u
const ANEW = /^(cộng h[òoóô][àaá]?|tờ khai|đơn|phụ lục|biên bản|danh sách|mẫu số|mẫu)(?!\p{Ll})/iu
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

/** '(1) …' above '(2) …', both of which marks above them refer to. */
const answersMarks = (items: readonly Item[], at: number): boolean =>
  NUMBERED.test(nextText(items, at)) && nextText(items, at).startsWith('(2)') && [1, 2].every((mark) => items.slice(0, at).some((item) => isLine(item) ? item.text.includes(`(${mark})`) && !item.text.trimStart().startsWith(`(${mark})`) : item.item === 'grid' && item.columns.some(({ note }) => note === mark)))

/** '… theo giấy tờ pháp lý….': dots that only say 'and so on', which no colon stands before and no leader draws. */
const AND_SO_ON = 4
const asks = ({ slots, paragraph }: Line): boolean => slots.some(({ from, to }) => {
  const room = paragraph.text.slice(from, to).replaceAll('…', '...')
  return room.length > AND_SO_ON || paragraph.atoms.slice(from, to).some(({ kind }) => kind === 'tab') || /:\s*$/.test(paragraph.text.slice(0, from))
})

/** '________' above it: a rule parts the notes from the form, though there be only one. */
const isBelowRule = (items: readonly Item[], at: number): boolean => { const above = items[at - 1]; return isLine(above) && /^[\s_–—-]{5,}$/.test(above.text) }

const asksBelow = (items: readonly Item[], at: number): boolean => { const below = items.slice(at + 1).find((item) => !isLine(item) || item.text.trim() !== ''); return isLine(below) && isSlotOnly(below) }

/** A heading of notes is short, or has the first note behind it. */
const opens = (items: readonly Item[], at: number): boolean => {
  const item = items[at]
  if (!isLine(item)) return false
  const text = plainWords(item.text)
  if (asks(item) || (item.slots.length > 0 && HEADING.test(text))) return HEADING.test(text) && NUMBERED.test(text.replace(HEADING, '').replace(/^[\s:.]+/, ''))
  if (!HEADING.test(text)) return text.startsWith('(1)') && ((isNumberedNote(text) && (isNumberedNote(nextText(items, at)) || isBelowRule(items, at))) || answersMarks(items, at))
  const rest = text.replace(HEADING, '').replace(/^[\s:.]+/, '')
  // 'Ghi chú' in a cell is the heading of a column, and above dots a question.
  if (rest === '' && (item.site.boxed || asksBelow(items, at))) return false
  return NUMBERED.test(rest) || countWords(text) <= MOST_HEADING_WORDS && (rest === '' || NUMBERED.test(nextText(items, at)) || item.bold || NUMBERED.test(rest))
}

/** 'Bảng 18a: Danh sách những người sử dụng đất' */
const TABLE = /^(bảng|biểu|danh sách|phụ lục)(?!\p{L})/iu

const isTitled = (words: string): boolean => isCapitals(words) && countWords(words) > 2 && !HEADING.test(words) && !NUMBERED.test(words)

/** Another form begins in the same document, or below a remark another part of this one. */
const closes = (item: Item): boolean => {
  if (!isLine(item)) return false
  const words = plainWords(item.text)
  return (isCapitals(words) && ANEW.test(words) && (item.bold || item.paragraph.centred)) || (item.paragraph.centred && item.site.path === '' && (isTitled(words) || (item.bold && TABLE.test(words))))
}

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

const numbersOf = (line: string): readonly number[] => {
  const [, others = '', last] = NUMBERED.exec(line) ?? []
  return last === undefined ? [] : [...others.matchAll(/\d+/g)].map(([number]) => Number(number)).concat(Number(last))
}

const collect = (lines: readonly string[]): NoteTexts => {
  const texts = new Map<number, string>()
  let current: readonly number[] = []
  for (const line of lines) {
    const numbers = numbersOf(line)
    if (numbers.length > 0) current = numbers
    if (line !== '') for (const number of current) texts.set(number, [texts.get(number), line.replace(NUMBERED, '')].filter((part) => part !== undefined).join('\n'))
  }
  return texts
}

const blockText = (block: Block): string => (block.kind === 'paragraph' ? plainWords(block.text) : '')

/** A line of notes without the word that heads them. */
const noteText = (items: readonly Item[], at: number): string => {
  const text = textAt(items, at)
  return text.replace(HEADING, (found) => (NUMBERED.test(text.replace(HEADING, '').replace(/^[\s:.]+/, '')) ? '' : found)).replace(/^[\s:]+/, '')
}

type Batch = { readonly until: number; readonly texts: NoteTexts }

/** Notes that follow each other; those that are counted anew belong to another form. */
const batchesOf = (items: readonly Item[], zone: ReadonlySet<number>): readonly Batch[] => {
  const runs: number[][] = []
  for (const at of [...zone].toSorted((a, b) => a - b)) { if (runs.at(-1)?.at(-1) === at - 1) runs.at(-1)?.push(at); else runs.push([at]) }
  const batches: Batch[] = []
  for (const run of runs) {
    const [texts, last] = [collect(run.map((at) => noteText(items, at))), batches.at(-1)]
    const anew = last === undefined || [...texts.keys()].some((number) => last.texts.has(number))
    if (anew) batches.push({ until: run.at(-1) ?? 0, texts })
    else batches[batches.length - 1] = { until: run.at(-1) ?? 0, texts: new Map([...last.texts, ...texts]) }
  }
  return batches
}

/** Notes at the end of the form and those of Word. `from`: where the body begins; a note above the title is none. */
export const findNotes = (items: readonly Item[], { footnotes }: Paper, from: number): Notes => {
  const zone = zonesOf(items, from)
  const own = [...footnotes].map(([n, blocks]) => [n, blocks.map(blockText).filter((text) => text !== '').join('\n')] as const)
  const batches = batchesOf(items, zone).map(({ until, texts }): Batch => ({ until, texts: new Map([...texts, ...own]) }))
  const rest = batches.at(-1)?.texts ?? new Map(own)
  return { textsAt: (at) => batches.find(({ until }) => at <= until)?.texts ?? rest, isNote: (at) => zone.has(at) }
}
