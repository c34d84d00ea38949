import type { Block, PageEdges, PageShape, Section } from '../read/blocks.ts'
import type { LayBlocks } from './lay-drawing.ts'
import { addNode } from './nodes.ts'
import type { Page } from './paginate.ts'
import { heightOf, moveItem, stackItems, type Item, type Strip } from './strips.ts'

/** Lays blocks in which fields show the number of the page. */
export type LayFor = (pageNumber: number) => LayBlocks

const layEdge = (blocks: readonly Block[], page: PageShape, layBlocks: LayBlocks): readonly Strip[] =>
  blocks.length === 0 ? [] : layBlocks(blocks, { page, left: 0, width: page.width - page.left - page.right }, addNode(null, 'Div'))

/** A header or footer that is higher than the margin takes its room from the text. */
export const roomForEdges = ({ page, edges }: Section, layFor: LayFor): PageShape => {
  const height = (...blocks: readonly (readonly Block[])[]): number => Math.max(...blocks.map((edge) => heightOf(layEdge(edge, page, layFor(1)))))
  const [head, foot] = [height(edges.header, edges.otherFirst ? edges.firstHeader : []), height(edges.footer, edges.otherFirst ? edges.firstFooter : [])]
  return { ...page, top: Math.max(page.top, head === 0 ? 0 : edges.above + head), bottom: Math.max(page.bottom, foot === 0 ? 0 : edges.below + foot) }
}

/** Said once on every page, it would only interrupt a listener. */
const asArtifact = (item: Item): Item => (item.kind === 'text' || item.kind === 'box' ? { ...item, node: null } : item)

const floatItems = ({ floats }: Strip, shape: PageShape): readonly Item[] =>
  floats.flatMap(({ from, items }) => items.map((item) => moveItem(item, shape.left, from === 'page' ? 0 : shape.top)))

const edgeItems = (shape: PageShape, edges: PageEdges, first: boolean, layBlocks: LayBlocks): readonly Item[] => {
  const own = first && edges.otherFirst
  const head = layEdge(own ? edges.firstHeader : edges.header, shape, layBlocks)
  const foot = layEdge(own ? edges.firstFooter : edges.footer, shape, layBlocks)
  return [...stackItems(head, shape.left, edges.above), ...stackItems(foot, shape.left, shape.height - edges.below - heightOf(foot)), ...[...head, ...foot].flatMap((strip) => floatItems(strip, shape))].map(asArtifact)
}

/** Puts headers and footers on pages. `edgesOf` knows the section that a page was begun by. */
export const addEdges = (pages: readonly Page[], edgesOf: ReadonlyMap<PageShape, PageEdges>, layFor: LayFor): readonly Page[] => {
  let number = 0
  return pages.map((page, index) => {
    const edges = edgesOf.get(page.shape)
    const first = pages[index - 1]?.shape !== page.shape
    number = first && edges?.start !== undefined ? edges.start : number + 1
    return edges === undefined ? page : { ...page, items: [...page.items, ...edgeItems(page.shape, edges, first, layFor(number))] }
  })
}
