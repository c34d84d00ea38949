import type { Range } from '../hole.ts'

/** How a stretch of text is set. `size` in points; `sup`: raised. */
export type Look = { readonly bold: boolean; readonly underlined: boolean; readonly sup: boolean; readonly size: number; readonly symbols: boolean }

/**
 * One UTF-16 unit of a paragraph's text, and where the XML writes it.
 * `leader` on a tab: its tab stop draws a line, or it is underlined; on a space: it is underlined blank.
 */
export type Atom = {
  readonly kind: 'char' | 'tab' | 'break' | 'box' | 'field' | 'note'
  readonly char: string
  readonly range: Range
  readonly look: Look
  readonly leader?: boolean
  /** Nothing is printed here: only the labels on both sides tell that it is written on. */
  readonly room?: boolean
  /** Name of a merge field, title of a content control. */
  readonly name?: string
  /** Of a drawn box: where it floats, in points from the left and from the top of its paragraph; undefined where it stands in the line. */
  readonly x?: number
  readonly y?: number
  /** Of a box: a character of the text font, so that text may be written in its place. */
  readonly typed?: boolean
  /** Of a note: its number. */
  readonly note?: number
}

/** What stands for things that are no characters: in private use, so that no form prints them. */
export const BOX = '\uE000'
export const FIELD = '\uE001'
export const NOTE = '\uE002'

export type Paragraph = {
  readonly kind: 'paragraph'
  /** NFC; `text[i]` is `atoms[i].char`. */
  readonly text: string
  readonly atoms: readonly Atom[]
  readonly range: Range
  /** Where text may be put when nothing is printed: after the last run, before `</w:p>`. */
  readonly end: number
  readonly numbered: boolean
  readonly centred: boolean
  /** From 1, over the whole document: what a person is told. */
  readonly n: number
}

/** `width`: in twentieths of a point, where the XML says it so. */
export type Cell = { readonly blocks: readonly Block[]; readonly span: number; readonly range: Range; readonly merged: boolean; readonly width: number | undefined }
export type Row = { readonly cells: readonly Cell[]; readonly range: Range }
export type Table = { readonly kind: 'table'; readonly rows: readonly Row[]; readonly n: number; readonly bordered: boolean }
export type Block = Paragraph | Table

/** A Word form as lines and tables; notes at the foot of the page are read as well, they may hold holes. */
export type Paper = { readonly blocks: readonly Block[]; readonly footnotes: ReadonlyMap<number, readonly Block[]> }

export const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph'
