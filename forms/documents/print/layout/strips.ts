import type { BoxMark } from '../read/blocks.ts'
import type { Face } from '../font/fonts.ts'
import type { Node } from './nodes.ts'

/** What is put on paper. Points from the upper left corner of the strip that holds it; `y` of text is its baseline. */
export type Item =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly face: Face; readonly size: number; readonly color: string; readonly spacing: number; readonly node: Node | null; readonly actual?: string }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly size: number; readonly mark: BoxMark; readonly color: string; readonly node: Node | null }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number; readonly width: number; readonly color: string; readonly dash: 'solid' | 'dots' | 'dashes' }
  | { readonly kind: 'fill'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly color: string }

/** A drawing that counts its height from the page or its margin and not from where its strip comes to lie. */
export type Float = { readonly from: 'page' | 'margin'; readonly items: readonly Item[] }

/** A slice of the page as wide as the text, laid under the one before: a line, or a row of a table. */
export type Strip = {
  /** Space above, left out at the top of a page. */
  readonly lead: number
  readonly height: number
  /** The part of `height` that is empty: it may lie below the foot of a page. */
  readonly tail: number
  readonly items: readonly Item[]
  readonly floats: readonly Float[]
  /** It stays on one page with the next strip. */
  readonly keep: boolean
  /** Nothing follows it on its page. */
  readonly last: boolean
  /** Parts that fit into `room` points and the rest; undefined where it cannot be divided. */
  readonly split?: (room: number) => readonly [Strip, Strip] | undefined
  /** It is divided only where it is longer than a page. */
  readonly whole?: boolean
  /** Rows to be repeated where the table goes on on another page. */
  readonly headers?: readonly Strip[]
}

export const emptyStrip: Strip = { lead: 0, height: 0, tail: 0, items: [], floats: [], keep: false, last: false }

export const moveItem = (item: Item, x: number, y: number): Item =>
  item.kind === 'rule' ? { ...item, x: item.x + x, y: item.y + y, toX: item.toX + x, toY: item.toY + y } : { ...item, x: item.x + x, y: item.y + y }

export const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, { lead, height }) => sum + lead + height, 0)

/** The items of strips laid under each other, the first one's upper left corner at `x`, `y`. */
export const stackItems = (strips: readonly Strip[], x: number, y: number): readonly Item[] => {
  let at = y
  return strips.flatMap(({ lead, height, items }) => {
    const top = at + lead
    at = top + height
    return items.map((item) => moveItem(item, x, top))
  })
}
