import { gridCell, isHeading, isOpen, isOrdinal, labelOf, type Look } from './cells.ts'
import type { CellHole, Grid, GridColumn, Item } from './items.ts'
import type { Site } from './lines.ts'
import type { Row } from './paper.ts'
import { isYesNo } from './read-options.ts'
import { countWords } from './words.ts'

/** A row with what its cells hold, and the column of the table's grid that each begins at. */
export type LookedRow = { readonly row: Row; readonly looks: readonly Look[]; readonly starts: readonly number[] }

const COLUMN_NUMBER = /^[([]?([A-ZĐ]|\d{1,2})[)\]]?(\s*=.*)?$/u
export const ORDINAL_COLUMN = /^(s\s?tt|tt|số\s?tt|số thứ tự|thứ tự( \S+)?|no\.?)$/iu
const SIGNATURE_COLUMN = /^(chữ ký|ký tên|ký nhận|ký, ghi rõ họ tên|chữ kí)(?!\p{L})/iu

const runOf = <Thing>(things: readonly Thing[], from: number, holds: (thing: Thing) => boolean): readonly Thing[] => {
  const end = things.findIndex((thing, i) => i >= from && !holds(thing))
  return things.slice(from, end === -1 ? things.length : end)
}

/** 'A, B, 1, 2, 3': names of the columns, below their headings. */
const isNumbering = ({ looks }: LookedRow): boolean => looks.length > 2 && looks.every(({ text, isWords }) => isWords && COLUMN_NUMBER.test(text))

const isHeadingRow = ({ looks }: LookedRow): boolean => looks.length >= 2 && looks.filter(isHeading).length >= 2 && looks.every((look) => isHeading(look) || (look.isBlank && look.cell.merged) || look.isBlank)
  && looks.filter(({ isBlank, cell }) => isBlank && !cell.merged).length <= 1

/** Nothing but ordinals and room for answers. */
const isBlankRow = ({ looks }: LookedRow): boolean => looks.every((look, i) => isOpen(look) || (i === 0 && isOrdinal(look))) && looks.some(isOpen)

/** Dots in every cell say 'and so on'. */
const isAndSoOn = ({ looks }: LookedRow): boolean => looks.length > 1 && looks.every(({ text }) => /^(…|\.{2,5})?$/.test(text)) && looks.some(({ text }) => text !== '')

const labelAt = ({ looks }: LookedRow): number => looks.findIndex((look) => look.isWords && !isOrdinal(look))

/** A row with its own label at the left and room beside it. `isPrinted`: columns whose words ask nothing. */
const isLabelledRow = ({ looks, ...row }: LookedRow, isPrinted: (at: number) => boolean = () => false): boolean => {
  const first = labelAt({ looks, ...row })
  const room = looks.filter((look, i) => i > first && !(look.isWords && isPrinted(i)))
  return first !== -1 && first < 2 && room.length > 0 && room.every(isOpen) && looks.slice(0, first).every((look) => isOpen(look) || isOrdinal(look))
}

const headingsAt = (headers: readonly LookedRow[], column: number): readonly Look[] => headers.flatMap(({ looks, starts }) =>
  looks.filter((look, i) => look.isWords && (starts[i] ?? 0) <= column && column < (starts[i] ?? 0) + look.cell.span))

/** Under a heading of several columns, the lower one asks; where it is a bare word, both do. */
const columnLabel = (headings: readonly Look[]): { readonly label: string; readonly note: number | null } => {
  const all = headings.map(labelOf)
  const [top, last] = [all.at(-2), all.at(-1)]
  if (!last) return { label: '', note: null }
  return top && countWords(last.label) < 2 && top.label !== last.label ? { label: `${top.label} ${last.label}`, note: last.note ?? top.note } : last
}

/** '(đánh dấu X …)' in the heading of a column, or in its note. */
export const TICKED = /(đánh|tích) dấu|chọn một/iu

const PRINTED_COLUMN = /^(đơn vị( tính)?|đvt|mã( số| chỉ tiêu)?|ký hiệu|thuyết minh)$/iu

/** Units and codes that a table prints beside the labels of its rows. */
const printedIn = (headers: readonly LookedRow[], { starts }: LookedRow) => (at: number): boolean => PRINTED_COLUMN.test(columnLabel(headingsAt(headers, starts[at] ?? 0)).label)

const makeGrid = (headers: readonly LookedRow[], rows: readonly LookedRow[], site: Site, table: number): Grid => {
  const [first] = rows
  const columns = (first?.looks ?? []).map((_, i): GridColumn => ({
    ...columnLabel(headingsAt(headers, first?.starts[i] ?? 0)), ticked: headingsAt(headers, first?.starts[i] ?? 0).some(({ text }) => TICKED.test(text)), cells: rows.flatMap(({ looks }) => { const look = looks[i]; const cell = look && gridCell(look); return cell ? [cell] : [] }),
  }))
  const isUnasked = ({ label }: GridColumn): boolean => label === '' || ORDINAL_COLUMN.test(label) || SIGNATURE_COLUMN.test(label)
  return { item: 'grid', site, table, rows: rows.map(({ row }) => row.range), columns: columns.filter((column) => !isUnasked(column)), unasked: columns.filter(isUnasked).map(({ label }) => label).filter((label) => label !== '') }
}

export const PARTY = /^(bên|người|vợ|chồng|cha|bố|mẹ|nam|nữ|con|ông|bà|chủ|đại diện|thông tin)(?!\p{L})/iu

/** Do the columns stand for parties? One that says so is enough: the others are such as well. */
const headsParties = (headers: readonly LookedRow[]): boolean => headers.some(({ looks }) => looks.slice(1).some((look) => look.isWords && PARTY.test(labelOf(look).label)))

/** Columns 'Có' and 'Không' answer what the row asks. */
const answerCells = (headers: readonly LookedRow[], { looks, starts }: Pick<LookedRow, 'looks' | 'starts'>, side: number): Pick<CellHole, 'cell' | 'others' | 'answers'> | undefined => {
  const found = looks.flatMap((look, i) => { const cell = i > side && !look.isWords ? gridCell(look) : undefined; return cell ? [{ cell, text: columnLabel(headingsAt(headers, starts[i] ?? 0)).label }] : [] })
  const [first, ...others] = found
  return first && isYesNo(found) ? { cell: first.cell, others: others.map(({ cell }) => cell), answers: found.map(({ text }) => text) } : undefined
}

/** A table whose rows have labels as well: what names a party is the part, the other one asks. */
const labelledCells = (headers: readonly LookedRow[], { row, looks, starts }: LookedRow, site: Site): readonly CellHole[] => {
  const parties = headsParties(headers)
  const at = labelAt({ row, looks, starts })
  const own = looks[at]
  if (!own) return []
  const side = labelOf(own)
  const answers = answerCells(headers, { looks, starts }, at)
  if (answers) return [{ item: 'cell', ...side, scope: '', ...answers, site }]
  return looks.slice(at + 1).flatMap((look, i): readonly CellHole[] => {
    const top = columnLabel(headingsAt(headers, starts[at + 1 + i] ?? 0))
    const cell = gridCell(look)
    if (!cell || look.isWords || SIGNATURE_COLUMN.test(top.label) || SIGNATURE_COLUMN.test(side.label)) return []
    const asks = top.label === '' || parties ? { ...side, scope: top.label } : { ...top, scope: side.label }
    return [{ item: 'cell', ...asks, cell, site }]
  })
}

export type Taken = { readonly items: readonly Item[]; readonly rows: number }

/** Headings from this row on, and what is blank under them; undefined where this is no such table. */
export const takeGrid = (rows: readonly LookedRow[], from: number, site: Site, table: number): Taken | undefined => {
  const headers = runOf(rows, from, (row) => isHeadingRow(row) && !isNumbering(row) && !isLabelledRow(row)).slice(0, 3)
  if (headers.length === 0) return undefined
  const numbering = runOf(rows, from + headers.length, isNumbering)
  const start = from + headers.length + numbering.length
  const blanks = runOf(rows, start, isBlankRow)
  const before = headers.length + numbering.length
  const soOn = runOf(rows, start + blanks.length, isAndSoOn)
  if (blanks.length > 0) return { items: [makeGrid(headers, blanks, site, table)], rows: before + blanks.length + soOn.length }
  const labelled = runOf(rows, start, (row) => isLabelledRow(row, printedIn(headers, row)))
  return labelled.length > 0 ? { items: labelled.flatMap((row) => labelledCells(headers, row, site)), rows: before + labelled.length } : undefined
}
