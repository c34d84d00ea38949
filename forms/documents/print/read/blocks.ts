import type { Borders, ParagraphFormat, RunFormat } from './formats.ts'
import type { Margins } from './styles.ts'

/** How a tick box is drawn: 'empty', 'cross' and 'check' have a frame, 'tick' and 'cancel' are the bare marks. */
export type BoxMark = 'empty' | 'cross' | 'check' | 'tick' | 'cancel'

/** The side of a tick box, as a part of the size of the letters beside it. */
export const BOX_SIDE = 0.78

/** A drawing that lies over the page, placed from its anchor. Lengths in points. */
export type Drawing = {
  readonly shape: 'line' | 'rectangle' | 'text'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What `x` and `y` count from. `across` may name an alignment ('left', 'center', 'right') in place of `x`. */
  readonly fromX: 'page' | 'margin' | 'column'
  readonly fromY: 'page' | 'margin' | 'paragraph'
  readonly across?: string
  /** Inside the line of text, like a letter. */
  readonly inline: boolean
  /** Text makes room for it. */
  readonly wraps: boolean
  readonly stroke: boolean
  /** A line that rises to the right. */
  readonly rising: boolean
  readonly blocks: readonly Block[]
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly format: RunFormat }
  | { readonly kind: 'tab' | 'line' | 'page'; readonly format: RunFormat }
  /** The number of the page that it comes to stand on. */
  | { readonly kind: 'pageNumber'; readonly format: RunFormat }
  | { readonly kind: 'box'; readonly mark: BoxMark; readonly format: RunFormat }
  | { readonly kind: 'note'; readonly number: number; readonly format: RunFormat }
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly format: RunFormat }

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly format: ParagraphFormat
  /** Of the paragraph's end: the height of an empty line. */
  readonly mark: RunFormat
  readonly label?: { readonly text: string; readonly format: RunFormat; readonly suffix: string }
  readonly inlines: readonly Inline[]
}

export type Cell = {
  readonly span: number
  /** It continues the cell above. */
  readonly continues: boolean
  readonly merges: boolean
  readonly borders: Borders
  readonly margins: Margins
  readonly shade: string
  readonly align: string
  readonly blocks: readonly Block[]
}

export type Row = {
  /** Columns left out before the first cell. */
  readonly skipped: number
  readonly header: boolean
  readonly whole: boolean
  readonly height: number
  readonly exact: boolean
  readonly cells: readonly Cell[]
}

export type Table = {
  readonly kind: 'table'
  /** Widths of the grid's columns in points. */
  readonly columns: readonly number[]
  readonly indent: number
  readonly align: string
  readonly borders: Borders
  readonly margins: Required<Margins>
  readonly rows: readonly Row[]
}

export type Block = Paragraph | Table

/** Points. `gutter` is counted into `left`. */
export type PageShape = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Headers and footers. `above` and `below`: points from the edge of the paper. `start`: the number of the first page. */
export type PageEdges = {
  readonly header: readonly Block[]
  readonly footer: readonly Block[]
  readonly firstHeader: readonly Block[]
  readonly firstFooter: readonly Block[]
  /** The first page has its own. */
  readonly otherFirst: boolean
  readonly above: number
  readonly below: number
  readonly start?: number
}

export type Section = { readonly page: PageShape; readonly edges: PageEdges; readonly continuous: boolean; readonly blocks: readonly Block[] }

export type PrintedText = {
  readonly sections: readonly Section[]
  readonly notes: readonly { readonly number: number; readonly blocks: readonly Block[] }[]
  readonly tabEvery: number
  /** Space below a paragraph and above the next one both count; otherwise the larger of the two. */
  readonly addsSpaces: boolean
}
