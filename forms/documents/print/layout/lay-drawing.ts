import { BOX_SIDE, type Block, type BoxMark, type Drawing, type PageShape } from '../read/blocks.ts'
import { tickShape } from '../read/tick-shape.ts'
import { addNode, type Node } from './nodes.ts'
import { heightOf, moveItem, stackItems, type Float, type Item, type Strip } from './strips.ts'

/** `column`: the left edge of the column and its width, in points from the left margin of the page. */
export type Room = { readonly page: PageShape; readonly left: number; readonly width: number }

export type LayBlocks = (blocks: readonly Block[], room: Room, node: Node) => readonly Strip[]

const leftOf = ({ x, width, fromX, across }: Drawing, { page, left, width: column }: Room): number => {
  const text = page.width - page.left - page.right
  const [from, room] = fromX === 'page' ? [-page.left - left, page.width] : fromX === 'margin' ? [-left, text] : [0, column]
  if (across === 'center') return from + (room - width) / 2
  if (across === 'right') return from + room - width
  return across === 'left' ? from : from + x
}

const rule = (x: number, y: number, toX: number, toY: number): Item => ({ kind: 'rule', x, y, toX, toY, width: 0.75, color: '000000', dash: 'solid' })

const frame = ({ width, height }: Drawing): readonly Item[] => [rule(0, 0, width, 0), rule(width, 0, width, height), rule(0, height, width, height), rule(0, 0, 0, height)]

/** A tick box is read out with the paragraph that it hangs on, a text box behind it. */
export type Owners = { readonly paragraph: Node; readonly around: Node }

type Shape = { readonly items: readonly Item[]; readonly height: number }

/** Inside a text box: a tenth of an inch at the sides. */
const INSET = 5

const textBox = (drawing: Drawing, room: Room, layBlocks: LayBlocks, node: Node): Shape => {
  const width = Math.max(drawing.width - INSET, 20)
  const strips = layBlocks(drawing.blocks, { ...room, left: 0, width }, addNode(node, 'Div'))
  const tall = { ...drawing, height: Math.max(drawing.height, heightOf(strips) + INSET) }
  return { items: [...(drawing.stroke ? frame(tall) : []), ...stackItems(strips, INSET / 2, INSET / 2)], height: tall.height }
}

const tickBox = ({ height }: Drawing, mark: BoxMark, node: Node): Shape => {
  node.filled = true
  return { height, items: [{ kind: 'box', x: 0, y: height, size: height / BOX_SIDE, mark, color: '000000', node }] }
}

const shapeItems = (drawing: Drawing, room: Room, layBlocks: LayBlocks, { paragraph, around }: Owners): Shape => {
  const { width, height, rising, shape } = drawing
  const mark = tickShape(drawing)
  if (mark !== undefined) return tickBox(drawing, mark, paragraph)
  if (shape === 'text') return textBox(drawing, room, layBlocks, around)
  if (shape === 'line') return { height, items: [rising ? rule(0, height, width, 0) : rule(0, 0, width, height)] }
  return { height, items: drawing.stroke ? frame(drawing) : [] }
}

/** A drawing as items from its anchor's line, or as one that counts from the page. Lines and frames say nothing to a listener. */
export const layDrawing = (drawing: Drawing, room: Room, layBlocks: LayBlocks, owners: Owners): Shape & { readonly floats: readonly Float[] } => {
  const shape = shapeItems(drawing, room, layBlocks, owners)
  const items = shape.items.map((item) => moveItem(item, leftOf(drawing, room), drawing.y))
  return drawing.fromY === 'paragraph' ? { items, height: shape.height, floats: [] } : { items: [], height: shape.height, floats: [{ from: drawing.fromY, items }] }
}
