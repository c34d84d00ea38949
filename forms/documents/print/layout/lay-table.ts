import type { Cell, Row, Table } from '../read/blocks.ts'
import type { Border, Borders, Side } from '../read/formats.ts'
import { edgeItems } from './edges.ts'
import type { LayBlocks, Room } from './lay-drawing.ts'
import { laidRow, rowHeight, type LaidCell } from './lay-row.ts'
import { addNode, type Node } from './nodes.ts'
import { heightOf, type Item, type Strip } from './strips.ts'

const isDrawn = (borders: Borders): boolean => Object.values(borders).some((border) => border !== null && border !== undefined)

/** A table without a line is there to set text side by side: to a listener it is none. */
export const isGrid = ({ borders, rows }: Table): boolean => isDrawn(borders) || rows.some(({ cells }) => cells.some((cell) => isDrawn(cell.borders)))

const hasText = ({ blocks }: Cell): boolean => blocks.some((block) => block.kind === 'table' || block.inlines.some((inline) => inline.kind === 'text' && inline.text.trim() !== ''))

const isBold = ({ blocks }: Cell): boolean =>
  blocks.every((block) => block.kind === 'paragraph' && block.inlines.every((inline) => inline.kind !== 'text' || inline.text.trim() === '' || inline.format.bold))

/** Rows that head the columns: those that Word repeats, or a first row that is all bold. */
const headerRows = ({ rows }: Table): number => {
  const marked = rows.findIndex(({ header }) => !header)
  if (marked !== 0) return marked === -1 ? Math.min(1, rows.length) : marked
  const [first] = rows
  return rows.length > 1 && first !== undefined && first.cells.length > 1 && first.cells.every((cell) => hasText(cell) && isBold(cell)) ? 1 : 0
}

type Spot = { readonly cell: Cell; readonly column: number; readonly x: number; readonly width: number }

/** The cells of a row over the grid's columns. */
const spotsOf = ({ cells, skipped }: Row, columns: readonly number[]): readonly Spot[] => {
  const upTo = (column: number): number => columns.slice(0, column).reduce((sum, width) => sum + width, 0)
  let column = skipped
  return cells.map((cell) => {
    const spot = { cell, column, x: upTo(column), width: Math.max(upTo(column + cell.span) - upTo(column), 8) }
    column += cell.span
    return spot
  })
}

type Edges = { readonly [Key in Side]: Border | null | undefined }

const edgesOf = ({ cell, column }: Spot, at: { readonly row: number; readonly rows: number; readonly columns: number; readonly runsOn: boolean }, table: Borders): Edges => {
  const { borders } = cell
  const inner = (own: Border | null | undefined, outside: boolean, edge: Border | null | undefined, inside: Border | null | undefined): Border | null | undefined => (own === undefined ? (outside ? edge : inside) : own)
  return {
    top: cell.continues ? null : inner(borders.top, at.row === 0, table.top, table.insideH),
    bottom: at.runsOn ? null : inner(borders.bottom, at.row === at.rows - 1, table.bottom, table.insideH),
    left: inner(borders.left, column === 0, table.left, table.insideV),
    right: inner(borders.right, column + cell.span >= at.columns, table.right, table.insideV),
  }
}

const drawCell = ({ cell, x, width }: Spot, edges: Edges) => (height: number): readonly Item[] => [
  ...(cell.shade === '' || cell.shade.toUpperCase() === 'FFFFFF' ? [] : [{ kind: 'fill' as const, x, y: 0, width, height, color: cell.shade }]),
  ...edgeItems(edges.top, [x, 0], [x + width, 0]), ...edgeItems(edges.bottom, [x, height], [x + width, height]),
  ...edgeItems(edges.left, [x, 0], [x, height]), ...edgeItems(edges.right, [x + width, 0], [x + width, height]),
]

type Grid = { readonly table: Table; readonly room: Room; readonly left: number; readonly spots: readonly (readonly Spot[])[]; readonly node: Node; readonly layBlocks: LayBlocks; readonly headers: number }

const below = (grid: Grid, row: number, column: number): Spot | undefined => grid.spots[row + 1]?.find((spot) => spot.column === column)

const spanDown = (grid: Grid, row: number, { column }: Spot): number => {
  let rows = 1
  while (below(grid, row + rows - 1, column)?.cell.continues === true) rows += 1
  return rows
}

const cellNode = (grid: Grid, rowNode: Node, row: number, spot: Spot): Node => {
  if (!isGrid(grid.table)) return rowNode
  if (spot.cell.continues) return addNode(null, 'TD')
  return addNode(rowNode, row < grid.headers ? 'TH' : 'TD', { columns: spot.cell.span, rows: spanDown(grid, row, spot) })
}

const layCell = (grid: Grid, row: number, spot: Spot, rowNode: Node): LaidCell => {
  const { table, left, layBlocks, room } = grid
  const margins = { ...table.margins, ...spot.cell.margins }
  const runsOn = below(grid, row, spot.column)?.cell.continues === true && spot.cell.merges
  const edges = edgesOf(spot, { row, rows: table.rows.length, columns: table.columns.length, runsOn }, table.borders)
  const moved = { ...spot, x: spot.x + left }
  const width = Math.max(spot.width - margins.left - margins.right, 6)
  const inner = { page: room.page, left: room.left + moved.x + margins.left, width }
  return {
    x: moved.x, width: spot.width, inset: margins, align: spot.cell.align, runsOn, draw: drawCell(moved, edges), below: 0,
    strips: spot.cell.continues ? [] : layBlocks(spot.cell.blocks, inner, cellNode(grid, rowNode, row, spot)),
  }
}

/** Merged cells ask the last of their rows for the height that the rows together do not have. */
const stretchRows = (grid: Grid, rows: readonly (readonly LaidCell[])[]): readonly number[] => {
  const heights = rows.map((cells, row) => rowHeight(cells, { least: grid.table.rows[row]?.height ?? 0, exact: grid.table.rows[row]?.exact ?? false }))
  rows.forEach((cells, row) => cells.forEach((cell, index) => {
    const spot = grid.spots[row]?.[index]
    if (!cell.runsOn || spot === undefined || spot.cell.continues) return
    const end = row + spanDown(grid, row, spot)
    const missing = cell.inset.top + heightOf(cell.strips) + cell.inset.bottom - heights.slice(row, end).reduce((sum, height) => sum + height, 0)
    if (missing > 0) heights[end - 1] = (heights[end - 1] ?? 0) + missing
  }))
  return heights
}

const sumBelow = (grid: Grid, heights: readonly number[], row: number, spot: Spot | undefined): number =>
  spot === undefined || spot.cell.continues ? 0 : heights.slice(row + 1, row + spanDown(grid, row, spot)).reduce((sum, height) => sum + height, 0)

const tableLeft = ({ columns, align, indent }: Table, room: Room): number => {
  const width = columns.reduce((sum, column) => sum + column, 0)
  if (align === 'center') return (room.width - width) / 2
  return align === 'right' || align === 'end' ? room.width - width : indent
}

const layRows = (grid: Grid): readonly Strip[] => {
  const { table, node, headers } = grid
  const rows = grid.spots.map((spots, row) => {
    const rowNode = isGrid(table) ? addNode(node, 'TR') : node
    return spots.map((spot) => layCell(grid, row, spot, rowNode))
  })
  const heights = stretchRows(grid, rows)
  return rows.map((cells, row): Strip => {
    const { exact = false, whole = false } = table.rows[row] ?? {}
    const tied = cells.some(({ runsOn }) => runsOn) || row < headers || cells.some(({ strips }) => strips[0]?.keep === true && strips.length === 1)
    const laid = cells.map((cell, index) => ({ ...cell, below: sumBelow(grid, heights, row, grid.spots[row]?.[index]) }))
    return laidRow(laid, { least: heights[row] ?? 0, exact, whole, keep: tied && row < rows.length - 1 })
  })
}

/** A table as strips, one a row. */
export const layTable = (table: Table, room: Room, parent: Node, layBlocks: LayBlocks): readonly Strip[] => {
  const node = addNode(parent, isGrid(table) ? 'Table' : 'Div')
  const spots = table.rows.map((row) => spotsOf(row, table.columns))
  const headers = headerRows(table)
  const strips = layRows({ table, room, left: tableLeft(table, room), spots, node, layBlocks, headers })
  const repeated = table.rows.slice(0, headers).filter(({ header }) => header).length
  return repeated === 0 || repeated === strips.length ? strips : strips.map((strip, row) => (row < repeated ? strip : { ...strip, headers: strips.slice(0, repeated) }))
}
