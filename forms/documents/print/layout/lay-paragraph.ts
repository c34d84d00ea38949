import type { Fonts } from '../font/fonts.ts'
import type { Drawing, Inline, Paragraph } from '../read/blocks.ts'
import type { ParagraphFormat, Side } from '../read/formats.ts'
import { atomsOf, type Atom } from './atoms.ts'
import { edgeItems } from './edges.ts'
import { breakLines, type Line } from './break-lines.ts'
import { layDrawing, type LayBlocks, type Owners, type Room } from './lay-drawing.ts'
import { addNode, type Node } from './nodes.ts'
import { placeLine } from './place-line.ts'
import { emptyStrip, type Float, type Item, type Strip } from './strips.ts'

/** What is the same for a whole document. `heading`: the paragraph that names the form. */
export type Layout = { readonly fonts: Fonts; readonly tabEvery: number; readonly addsSpaces: boolean; readonly pageNumber: number; readonly heading: Paragraph | undefined; readonly layBlocks: LayBlocks }

/** Points above and below: neighbours may share them. */
export type Spacing = { readonly before: number; readonly after: number }

const labelInlines = ({ label }: Paragraph): readonly Inline[] => {
  if (label === undefined) return []
  const { text, format, suffix } = label
  const behind: readonly Inline[] = suffix === 'tab' ? [{ kind: 'tab', format }] : suffix === 'space' ? [{ kind: 'text', text: ' ', format }] : []
  return [{ kind: 'text', text, format }, ...behind]
}

/** The drawings that hang on a line. A paragraph begins with the space above it, which its strip leaves out. */
const lineDrawings = (line: Line, baseline: number, room: Room, layout: { readonly layBlocks: LayBlocks; readonly owners: Owners; readonly above: number }): readonly { readonly items: readonly Item[]; readonly floats: readonly Float[] }[] =>
  line.placed.flatMap(({ atom: { drawing }, x }) => {
    if (drawing === undefined || drawing.wraps) return []
    const { across: _, ...plain } = drawing
    const placed = drawing.inline ? { ...plain, x, y: baseline - drawing.height, fromX: 'column' as const, fromY: 'paragraph' as const } : { ...drawing, y: drawing.fromY === 'paragraph' ? drawing.y - layout.above : drawing.y }
    return [layDrawing(placed, room, layout.layBlocks, layout.owners)]
  })

/** A text box that pushes text aside stands above the paragraph that it hangs on. */
const boxStrip = (drawing: Drawing, room: Room, { layBlocks, owners }: { readonly layBlocks: LayBlocks; readonly owners: Owners }): Strip => {
  const { items, height } = layDrawing({ ...drawing, y: 0, fromY: 'paragraph' }, room, layBlocks, owners)
  return { ...emptyStrip, height, items, keep: true }
}

/** Boxes drawn beside words come where the eye meets them. */
const inReadingOrder = (items: readonly Item[], drawn: readonly Item[]): readonly Item[] =>
  drawn.some(({ kind }) => kind === 'box') ? [...items, ...drawn].toSorted((a, b) => a.x - b.x) : [...items, ...drawn]

/** Frame and ground of a paragraph, as far as they lie beside one of its lines. */
const surround = ({ borders, shade, left, right, first }: ParagraphFormat, width: number, height: number, sides: Readonly<Record<Side, boolean>>): readonly Item[] => {
  const [from, to] = [left + Math.min(first, 0), width - right]
  return [
    ...(shade === '' || shade.toUpperCase() === 'FFFFFF' ? [] : [{ kind: 'fill' as const, x: from, y: 0, width: to - from, height, color: shade }]),
    ...(sides.top ? edgeItems(borders.top, [from, 0], [to, 0]) : []), ...(sides.bottom ? edgeItems(borders.bottom, [from, height + 1], [to, height + 1]) : []),
    ...edgeItems(borders.left, [from - 2, 0], [from - 2, height]), ...edgeItems(borders.right, [to + 2, 0], [to + 2, height]),
  ]
}

const keepsOn = (index: number, count: number, { keepLines, keepNext, widows }: ParagraphFormat): boolean =>
  index === count - 1 ? keepNext : keepLines || (widows && (index === 0 || index === count - 2))

const emptyAtom = ({ mark }: Paragraph, fonts: Fonts): readonly Atom[] => atomsOf([{ kind: 'tab', format: mark }], fonts)

export const layParagraph = (paragraph: Paragraph, room: Room, parent: Node, layout: Layout & { readonly spacing: Spacing }): readonly Strip[] => {
  const { format } = paragraph
  const { fonts, tabEvery, heading, layBlocks, spacing } = layout
  const [empty] = emptyAtom(paragraph, fonts)
  if (empty === undefined) return []
  const node = addNode(parent, paragraph === heading ? 'H1' : 'P')
  const owners = { paragraph: node, around: parent }
  const lines = breakLines(atomsOf([...labelInlines(paragraph), ...paragraph.inlines], fonts, layout.pageNumber), { format, fonts, width: room.width, tabEvery })
  const strips = lines.map((line, index): Strip => {
    const [first, last] = [index === 0, index === lines.length - 1]
    const { items, height, baseline, tail } = placeLine(line, format, empty, node)
    const drawings = lineDrawings(line, baseline, room, { layBlocks, owners, above: first ? spacing.before : 0 })
    return {
      lead: first ? spacing.before : 0, height: height + (last ? spacing.after : 0), tail: tail + (last ? spacing.after : 0), keep: line.ends !== 'page' && keepsOn(index, lines.length, format),
      items: [...surround(format, room.width, height, { top: first, bottom: last, left: true, right: true }), ...inReadingOrder(items, drawings.flatMap((drawing) => drawing.items))],
      floats: drawings.flatMap((drawing) => drawing.floats), last: line.ends === 'page',
    }
  })
  const boxes = paragraph.inlines.flatMap((inline) => (inline.kind === 'drawing' && inline.drawing.wraps ? [boxStrip(inline.drawing, room, { layBlocks, owners })] : []))
  return [...(format.breakBefore ? [{ ...emptyStrip, last: true }] : []), ...boxes, ...strips]
}
