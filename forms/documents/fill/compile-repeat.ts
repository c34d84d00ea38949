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
  if (ONCE.includes(localName(row))) return [{ start: row.start, end: row.end, text: '' }]
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

const exactly = ({ start, end }: Range, element: XmlElement): boolean => element.start === start && element.end === end

/** What a row is made of: one row of a table, one line, or several lines that follow each other. */
const elementsOf = (part: Part, range: Range): readonly XmlElement[] => {
  const path = elementsAround(part, range)
  const whole = path.findLast((element) => exactly(range, element))
  if (whole) return [whole]
  const lines = childElements(path.at(-1) ?? part.root).filter(({ start, end }) => start >= range.start && end <= range.end)
  const around = nearest(path, 'tr') ?? nearest(path, 'p')
  return lines.length > 0 ? lines : around ? [around] : []
}

/** Where a repeating group is numbered, and what of its last row may not be said twice when it is copied. */
export const compileRepeat = (parts: Parts, { name, rows }: Repeat): TemplateRepeat => {
  const made = rows.map((row) => { const part = parts.part(row.part); return { part, elements: elementsOf(part, row) } })
  return {
    name, rows,
    ordinals: made.map(({ part, elements: [first] }) => (first ? ordinalOf(part, first, parts.styles) : null)),
    once: made.at(-1)?.elements.flatMap(onceIn) ?? [],
  }
}
