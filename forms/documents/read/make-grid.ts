import { gridCell, isOpen, type Look } from './cells.ts'
import { columnLabel, headingsAt, isOthers, ORDINAL_COLUMN, type ColumnLabel, type LookedRow } from './column-labels.ts'
import type { Grid, GridCell, GridColumn } from './items.ts'
import { COUNTED, kindOf, unitIn } from './kind-of-label.ts'
import { cleanLabel, noteOf } from './label.ts'
import type { Line, Site } from './lines.ts'
import { countWords, plainWords } from './words.ts'

/** '(đánh dấu X …)' in the heading of a column, or in its note. */
export const TICKED = /(đánh|tích) dấu|chọn một/iu

const LONGEST_LINE = 8

/** What one line of a cell asks: words with a colon, or words before its dots. */
const askOf = ({ paragraph, from, to, text, slots }: Line): string | undefined => {
  const [slot, ...others] = slots
  if (others.length > 0 || (!slot && (!/:\s*$/.test(text) || text.length < paragraph.text.length))) return undefined
  const label = cleanLabel(paragraph.text.slice(from, slot?.from ?? to))
  return label === '' || countWords(label) > LONGEST_LINE ? undefined : label
}

/** Lines of a cell that asks several data, 'Số: / Ngày cấp: / Nơi cấp:'; none where it does not. One colon may have been lost. */
export const asksOf = ({ lines, paragraphs, cell }: Look): readonly { readonly label: string; readonly line: Line }[] => {
  const printed = lines.filter(({ text }) => plainWords(text) !== '')
  const asked = printed.flatMap((line) => { const label = askOf(line); return label === undefined ? [] : [{ label, line }] })
  if (paragraphs.length !== cell.blocks.length || asked.length < Math.max(2, printed.length - 1)) return []
  return printed.map((line) => ({ label: askOf(line) ?? cleanLabel(line.text), line }))
}

/** Does the row ask inside its cells, and leave others open? */
export const asksInside = ({ looks }: LookedRow): boolean => looks.some((look) => asksOf(look).length > 0)

/** A cell that takes an answer: open, or with several questions of its own. */
export const takesAnswers = (look: Look): boolean => isOpen(look) || asksOf(look).length > 0

const cellOf = ({ label, line }: { readonly label: string; readonly line: Line }, wanted: string): readonly GridCell[] =>
  (label === wanted ? [{ lines: line.slots.length > 0 ? [line] : [], paragraph: line.paragraph }] : [])

/** The questions inside the cells of a column, each a column of its own. */
const innerColumns = (number: number, { label: scope }: ColumnLabel, looks: readonly Look[]): readonly GridColumn[] => {
  const [first] = looks
  return (first ? asksOf(first) : []).map(({ label, line }) => ({
    number, label, scope, ticked: false, note: noteOf(line.text, line.paragraph.atoms.slice(line.from, line.to)),
    cells: looks.flatMap((look) => asksOf(look).flatMap((asked) => cellOf(asked, label))),
  }))
}

/** In twentieths of a point: room for a cross, and for few words. */
const WIDEST_CROSS = 900
const KNOWN = 0.8
const FEWEST_CROSSED = 3
const isNarrow = (looks: readonly Look[]): boolean => looks.length > 0 && looks.every(({ isBlank, cell }) => isBlank && cell.width !== undefined && cell.width <= WIDEST_CROSS)

/** 'Trình độ: Sơ cấp | Trung cấp | Cao đẳng': narrow columns under one heading, none of which asks for anything known, are crossed. */
const withCrosses = (columns: readonly GridColumn[], narrow: ReadonlySet<number>): readonly GridColumn[] => columns.map((column) => {
  const beside = columns.filter(({ scope }) => scope !== '' && scope === column.scope)
  const counted = COUNTED.includes(kindOf(column.scope, unitIn(column.scope).trim()).kind)
  const crossed = !counted && beside.length >= FEWEST_CROSSED && beside.every(({ number, label }) => narrow.has(number) && (kindOf(label, '').kind === 'text' || kindOf(label, '').confidence < KNOWN))
  return crossed ? { ...column, ticked: true } : column
})

const columnsOf = (headers: readonly LookedRow[], rows: readonly LookedRow[], i: number): readonly GridColumn[] => {
  const headings = headingsAt(headers, rows[0]?.starts[i] ?? 0)
  const label = columnLabel(headings)
  const looks = rows.flatMap((row) => row.looks[i] ?? [])
  const inner = innerColumns(i + 1, label, looks)
  if (inner.length > 0) return inner
  return [{ number: i + 1, ...label, ticked: headings.some(({ text }) => TICKED.test(text)), cells: looks.flatMap((look) => gridCell(look) ?? []) }]
}

/** Rows whose cells have questions of their own are copied for more; the empty ones below them hold no room for those. */
const rowsToFill = (rows: readonly LookedRow[]): readonly LookedRow[] => {
  const asking = rows.filter(asksInside)
  return asking.length > 0 ? asking : rows
}

/** A table of rows to fill under headings. */
export const makeGrid = (headers: readonly LookedRow[], blanks: readonly LookedRow[], site: Site, table: number): Grid => {
  const rows = rowsToFill(blanks)
  const first = rows[0]?.looks ?? []
  const narrow = new Set(first.flatMap((_, i) => (isNarrow(rows.flatMap(({ looks }) => looks[i] ?? [])) ? [i + 1] : [])))
  const columns = withCrosses(first.flatMap((_, i) => columnsOf(headers, rows, i)), narrow)
  const isUnasked = ({ label }: GridColumn): boolean => label === '' || ORDINAL_COLUMN.test(label) || isOthers(label)
  return { item: 'grid', site, table, rows: rows.map(({ row }) => row.range), columns: columns.filter((column) => !isUnasked(column)), unasked: columns.filter(isUnasked).map(({ label }) => label).filter((label) => label !== '') }
}
