import type { Block, Cell, Row, Table } from './blocks.ts'
import { readBorders, readShade } from './formats.ts'
import { readMargins, type Style } from './styles.ts'
import { childOf, childrenOf, elementsOf, flagOf, numberOf, pointsOf, valueOf, type Element } from './xml.ts'

type ReadCell = (cell: Element, style: Style) => readonly Block[]

/** Word's own where neither table nor style says anything: 0.08 inch at the sides. */
const MARGINS = { top: 0, left: 5.4, bottom: 0, right: 5.4 } as const

/** Word's own limit is 63 columns. */
const MOST_COLUMNS = 200

const spanOf = (tcPr: Element | undefined): number => Math.min(Math.max(1, Math.floor(numberOf(valueOf(tcPr, 'w:gridSpan')) ?? 1)), MOST_COLUMNS)

const readCell = (cell: Element, style: Style, readBlocks: ReadCell): Cell => {
  const tcPr = childOf(cell, 'w:tcPr')
  const merge = childOf(tcPr, 'w:vMerge')
  return {
    span: spanOf(tcPr), continues: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    merges: merge !== undefined, borders: readBorders(childOf(tcPr, 'w:tcBorders')), margins: readMargins(childOf(tcPr, 'w:tcMar')),
    shade: readShade(tcPr) ?? style.shade ?? '', align: valueOf(tcPr, 'w:vAlign') ?? 'top', blocks: readBlocks(cell, style),
  }
}

/** Cells and rows may stand inside content controls and the like. */
const unwrap = (parent: Element, name: string): readonly Element[] =>
  elementsOf(parent).flatMap((child) => (child.name === name ? [child] : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? unwrap(child, name) : []))

const readRow = (row: Element, style: Style, readBlocks: ReadCell): Row => {
  const trPr = childOf(row, 'w:trPr')
  const height = childOf(trPr, 'w:trHeight')
  return {
    skipped: Math.min(Math.max(0, Math.floor(numberOf(valueOf(trPr, 'w:gridBefore')) ?? 0)), MOST_COLUMNS), header: flagOf(trPr, 'w:tblHeader') ?? false, whole: flagOf(trPr, 'w:cantSplit') ?? false,
    height: Math.max(pointsOf(height, 'w:val') ?? 0, 0), exact: height?.attributes['w:hRule'] === 'exact',
    cells: unwrap(row, 'w:tc').map((cell) => readCell(cell, style, readBlocks)),
  }
}

/** Widths that cells ask for, where the grid says none. */
const cellWidths = (table: Element): readonly number[] =>
  unwrap(unwrap(table, 'w:tr')[0] ?? table, 'w:tc').flatMap((cell) => {
    const span = spanOf(childOf(cell, 'w:tcPr'))
    return Array.from({ length: span }, () => (pointsOf(childOf(cell, 'w:tcPr', 'w:tcW'), 'w:w') ?? 72) / span)
  })

const gridOf = (table: Element): readonly number[] => {
  const grid = childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map((column) => pointsOf(column, 'w:w') ?? 0)
  return grid.length > 0 && grid.every((width) => width > 0) ? grid : cellWidths(table)
}

/** Fifty per cent is 2500; a table that says nothing is as wide as its grid. */
const fitWidth = (tblPr: Element | undefined, grid: readonly number[], room: number): readonly number[] => {
  const width = childOf(tblPr, 'w:tblW')
  const total = grid.reduce((sum, column) => sum + column, 0)
  if (width?.attributes['w:type'] !== 'pct' || total === 0) return grid
  const text = width.attributes['w:w'] ?? ''
  const share = (numberOf(text) ?? 0) / (text.endsWith('%') ? 100 : 5000)
  return share === 0 ? grid : grid.map((column) => (column / total) * room * share)
}

export const readTable = (table: Element, style: Style, readBlocks: ReadCell, page: { readonly room: number; readonly hangs: boolean }): Table => {
  const tblPr = childOf(table, 'w:tblPr')
  const changed = childOf(unwrap(table, 'w:tr')[0], 'w:tblPrEx')
  const margins = { ...MARGINS, ...style.margins, ...readMargins(childOf(tblPr, 'w:tblCellMar')) }
  const indent = pointsOf(childOf(tblPr, 'w:tblInd'), 'w:w') ?? 0
  return {
    kind: 'table', columns: fitWidth(tblPr, gridOf(table), page.room), indent: page.hangs ? indent - margins.left : indent, align: valueOf(tblPr, 'w:jc') ?? 'left',
    borders: { ...style.borders, ...readBorders(childOf(tblPr, 'w:tblBorders')), ...readBorders(childOf(changed, 'w:tblBorders')) },
    margins,
    rows: unwrap(table, 'w:tr').map((row) => readRow(row, style, readBlocks)),
  }
}
