import { heightOf, stackItems, type Item, type Strip } from './strips.ts'

/** A cell as it comes to lie in its row: points from the row's upper left corner; `x` and `width` are those of its edges. */
export type LaidCell = {
  readonly x: number
  readonly width: number
  readonly inset: { readonly top: number; readonly left: number; readonly bottom: number }
  readonly align: string
  readonly strips: readonly Strip[]
  /** Its ground and edges, for the height that the row turns out to have. */
  readonly draw: (height: number) => readonly Item[]
  /** Content that runs on into the rows below asks for no height here. */
  readonly runsOn: boolean
  /** Height of the rows below that it runs on into. */
  readonly below: number
}

type RowLimits = { readonly least: number; readonly exact: boolean; readonly whole: boolean; readonly keep: boolean }

const needed = ({ inset, strips, runsOn }: LaidCell): number => (runsOn ? 0 : inset.top + heightOf(strips) + inset.bottom)

/** Points. A row of a fixed height may be printed a little too low for its words; a whole line more would lie over the row below. */
const A_LINE = 12

/** Height of a row. One of a fixed height is let grow where Word would cut lines off: a paper without them says something else. */
export const rowHeight = (cells: readonly LaidCell[], { least, exact }: Pick<RowLimits, 'least' | 'exact'>): number => {
  const height = Math.max(least, 4, ...cells.map(needed))
  return exact && height < least + A_LINE ? least : height
}

const cellItems = (cell: LaidCell, height: number): readonly Item[] => {
  const { x, inset, align, strips, below } = cell
  const spare = Math.max(height + below - inset.top - inset.bottom - heightOf(strips), 0)
  const down = align === 'center' ? spare / 2 : align === 'bottom' ? spare : 0
  return [...cell.draw(height), ...stackItems(strips, x + inset.left, inset.top + down)]
}

/** The strips of a cell that fit into `room` points, and the rest. */
const divide = (strips: readonly Strip[], room: number): readonly [readonly Strip[], readonly Strip[]] => {
  let [at, used] = [0, 0]
  for (; at < strips.length; at += 1) {
    const strip = strips[at]
    used += (strip?.lead ?? 0) + (strip?.height ?? 0)
    if (used - (strip?.tail ?? 0) > room) break
  }
  // Lines that stay together go on together.
  while (at < strips.length && strips[at - 1]?.keep === true) at -= 1
  return [strips.slice(0, at), strips.slice(at)]
}

const splitRow = (cells: readonly LaidCell[], limits: RowLimits, room: number): readonly [Strip, Strip] | undefined => {
  const parts = cells.map((cell) => divide(cell.strips, room - cell.inset.top - cell.inset.bottom))
  if (parts.some(([head, tail]) => head.length === 0 && tail.length > 0) || parts.every(([, tail]) => tail.length === 0)) return undefined
  // Edges around nothing would be left at the foot of the page.
  if (parts.every(([head]) => head.every(({ items }) => items.length === 0))) return undefined
  const rest = { ...limits, least: 0 }
  return [
    laidRow(cells.map((cell, index) => ({ ...cell, align: 'top', strips: parts[index]?.[0] ?? [] })), { ...rest, keep: false }),
    laidRow(cells.map((cell, index) => ({ ...cell, align: 'top', strips: parts[index]?.[1] ?? [] })), rest),
  ]
}

/** A row as one strip, which may be divided where a page ends unless it is to stay whole. */
export const laidRow = (cells: readonly LaidCell[], limits: RowLimits): Strip => {
  const height = rowHeight(cells, limits)
  const floats = cells.flatMap(({ strips }) => strips.flatMap((strip) => strip.floats))
  return {
    lead: 0, height, tail: 0, items: cells.flatMap((cell) => cellItems(cell, height)), floats, keep: limits.keep, last: false, whole: limits.whole,
    ...(limits.exact ? {} : { split: (room) => splitRow(cells, limits, room) }),
  }
}
