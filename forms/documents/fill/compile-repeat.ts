import type { Range, Repeat } from '../hole.ts'
import { childElements, descendants, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import type { Parts } from './parts.ts'
import { elementsAround, isSelfClosed, nearest, printedChars, type Char } from './surroundings.ts'
import type { Ordinal, TemplateRepeat } from './template.ts'
import { gapSpot, leaderSpot } from './text-spots.ts'

/** What may stand only once in a document, and so not in a copy of a row. */
const ONCE = ['bookmarkStart', 'bookmarkEnd', 'commentRangeStart', 'commentRangeEnd', 'commentReference']

const onceIn = (row: XmlElement): readonly Edit[] => {
  const controlIds = descendants(row, 'sdtPr').flatMap((properties) => childElements(properties, 'id'))
  return [...descendants(row, ...ONCE), ...controlIds].map(({ start, end }) => ({ start, end, text: '' }))
}

const ORDINAL_HEADING = /^(tt|stt|số tt|số thứ tự|thứ tự)$/iu

const textOf = (part: Part, element: XmlElement): string => printedChars(part, element).map(({ char }) => char).join('').replace(/\s+/g, ' ').trim()

/** Column of a table's ordinal numbers: the heading says so. -1 where there is none. */
const ordinalColumn = (part: Part, table: XmlElement, row: XmlElement): number => {
  const above = childElements(table, 'tr').filter(({ end }) => end <= row.start)
  const columns = above.map((tr) => childElements(tr, 'tc').findIndex((cell) => ORDINAL_HEADING.test(textOf(part, cell).normalize('NFC').replace(/[.:]$/, ''))))
  return columns.find((column) => column >= 0) ?? -1
}

const rangeOf = (part: Part, chars: readonly Char[]): Range => ({ part: part.name, start: chars[0]?.start ?? 0, end: chars.at(-1)?.end ?? 0 })

/** The number at the head of a row or a line: '1', '1.', '(1)'. */
const printedNumber = (part: Part, element: XmlElement): Ordinal | null => {
  const chars = printedChars(part, element)
  const match = /^(\s*\(?)(\d{1,2})(?=$|[\s.)/:\-–])/u.exec(chars.map(({ char }) => char).join(''))
  if (!match) return null
  const from = (match[1] ?? '').length
  const spot = leaderSpot(part, [rangeOf(part, chars.slice(from, from + (match[2] ?? '').length))])
  return spot ? { spot: { ...spot, lead: '', trail: '', room: 0, placeholder: false, leaves: false }, printed: true } : null
}

const emptyCell = (part: Part, cell: XmlElement, styles: Part | undefined): Ordinal | null => {
  const [paragraph] = descendants(cell, 'p')
  if (!paragraph || textOf(part, cell) !== '') return null
  const at = isSelfClosed(part, paragraph) ? paragraph.end - 2 : paragraph.end - `</${paragraph.name}>`.length
  const spot = gapSpot(part, { part: part.name, start: at, end: at }, styles)
  return spot ? { spot, printed: false } : null
}

const ordinalOf = (part: Part, row: XmlElement, styles: Part | undefined): Ordinal | null => {
  if (localName(row) !== 'tr') return printedNumber(part, row)
  const table = nearest(elementsAround(part, row), 'tbl')
  const cell = table ? childElements(row, 'tc')[ordinalColumn(part, table, row)] : undefined
  return cell ? printedNumber(part, cell) ?? emptyCell(part, cell, styles) : null
}

const rowElement = (part: Part, range: Range): XmlElement | undefined => {
  const path = elementsAround(part, range)
  return path.findLast((element) => element.start === range.start && element.end === range.end) ?? nearest(path, 'tr') ?? nearest(path, 'p')
}

/** Where a repeating group is numbered, and what of its last row may not be said twice when it is copied. */
export const compileRepeat = (parts: Parts, { name, rows }: Repeat): TemplateRepeat => {
  const elements = rows.map((row) => { const part = parts.part(row.part); return { part, element: rowElement(part, row) } })
  const last = elements.at(-1)
  return {
    name, rows,
    ordinals: elements.map(({ part, element }) => (element ? ordinalOf(part, element, parts.styles) : null)),
    once: last?.element ? onceIn(last.element) : [],
  }
}
