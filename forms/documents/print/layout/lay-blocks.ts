import type { Block, Paragraph } from '../read/blocks.ts'
import type { LayBlocks, Room } from './lay-drawing.ts'
import { layParagraph, type Layout, type Spacing } from './lay-paragraph.ts'
import { layTable } from './lay-table.ts'
import type { Node } from './nodes.ts'
import type { Strip } from './strips.ts'

const closeTo = (a: Block | undefined, b: Paragraph): boolean => a?.kind === 'paragraph' && a.format.contextual && a.format.style === b.format.style

/** Paragraphs of one style may leave out what is between them. Of two spaces between paragraphs the larger one counts, or both, as the document says. */
const spacingOf = (paragraph: Paragraph, before: Block | undefined, after: Block | undefined, addsSpaces: boolean): Spacing => {
  const { format } = paragraph
  const above = !addsSpaces && before?.kind === 'paragraph' && !closeTo(before, paragraph) ? before.format.after : 0
  const tight = format.contextual && before?.kind === 'paragraph' && before.format.style === format.style
  const tightBelow = format.contextual && after?.kind === 'paragraph' && after.format.style === format.style
  return { before: tight ? 0 : Math.max(format.before - above, 0), after: tightBelow ? 0 : format.after }
}

const layBlock = (blocks: readonly Block[], index: number, room: Room, layout: Layout & { readonly node: Node }): readonly Strip[] => {
  const block = blocks[index]
  if (block === undefined) return []
  if (block.kind === 'table') return layTable(block, room, layout.node, layout.layBlocks)
  return layParagraph(block, room, layout.node, { ...layout, spacing: spacingOf(block, blocks[index - 1], blocks[index + 1], layout.addsSpaces) })
}

/** How blocks are laid under each other, with all that is the same for a document bound in. */
export const startLaying = (document: Omit<Layout, 'layBlocks'>): LayBlocks => {
  const layBlocks: LayBlocks = (blocks, room, node) => blocks.flatMap((_, index) => layBlock(blocks, index, room, { ...document, layBlocks, node }))
  return layBlocks
}
