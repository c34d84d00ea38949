import type { Range } from '../hole.ts'
import type { Line, Site } from './lines.ts'
import type { Paragraph } from './paper.ts'

/** Where one answer of a table is written: blank paper, dots or a box of a cell. */
export type GridCell = { readonly lines: readonly Line[]; readonly paragraph: Paragraph }

/** `number`: from 1, as notes count columns. `scope`: the heading over it and its neighbours. `ticked`: its heading asks for a cross and no words. */
export type GridColumn = { readonly number: number; readonly label: string; readonly scope: string; readonly ticked: boolean; readonly note: number | null; readonly cells: readonly GridCell[] }

/** A table of blank rows under a row of headings. `unasked`: headings of columns that ask for no datum. */
export type Grid = { readonly item: 'grid'; readonly columns: readonly GridColumn[]; readonly rows: readonly Range[]; readonly unasked: readonly string[]; readonly site: Site; readonly table: number }

/**
 * One blank cell whose label stands beside it or above it; `scope`: the heading of its column or row, a party for instance.
 * `others`: further cells of the same question, each under an answer to it: 'Có', 'Không'. `answers`: what they all are. `measure`: the heading of its column where that tells the kind of answer, 'Số tiền'; `after`: the unit that its row prints.
 */
export type CellHole = { readonly others?: readonly GridCell[]; readonly answers?: readonly string[]; readonly item: 'cell'; readonly label: string; readonly note: number | null; readonly scope: string; readonly measure?: string; readonly after?: string; readonly cell: GridCell; readonly site: Site }

/** Cells for the digits of one number. Without a label of its own, the line before has it. */
export type Digits = { readonly item: 'digits'; readonly label: string; readonly note: number | null; readonly cells: readonly Paragraph[]; readonly site: Site }

/** Words with a cell for a cross beside each. The line before has the question. `many`: several may be crossed. */
export type Crosses = { readonly item: 'crosses'; readonly options: readonly { readonly text: string; readonly cell: GridCell }[]; readonly many: boolean; readonly site: Site }

/** What a form is, read from top to bottom. */
export type Item = Line | Grid | CellHole | Digits | Crosses

export const isLine = (item: Item | undefined): item is Line => item?.item === 'line'
