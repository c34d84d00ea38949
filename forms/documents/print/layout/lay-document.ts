import type { Fonts } from '../font/fonts.ts'
import type { PageEdges, PageShape, PrintedText } from '../read/blocks.ts'
import { findHeading } from './find-heading.ts'
import { startLaying } from './lay-blocks.ts'
import type { LayBlocks } from './lay-drawing.ts'
import { addEdges, roomForEdges } from './lay-edges.ts'
import { addNode, type Node } from './nodes.ts'
import { paginate, type LaidSection, type Page } from './paginate.ts'
import { emptyStrip, type Strip } from './strips.ts'

export type LaidDocument = { readonly pages: readonly Page[]; readonly root: Node }

const A4: PageShape = { width: 595.3, height: 841.9, top: 56.7, right: 42.5, bottom: 56.7, left: 85 }

const NOTE_LINE = 144

const noteLine: Strip = { ...emptyStrip, lead: 12, height: 6, keep: true, items: [{ kind: 'rule', x: 0, y: 0, toX: NOTE_LINE, toY: 0, width: 0.5, color: '000000', dash: 'solid' }] }

/** Footnotes stand behind the text, as on the printed form's last page. */
const layNotes = ({ notes }: PrintedText, shape: PageShape, root: Node, layBlocks: LayBlocks): readonly Strip[] =>
  notes.length === 0 ? [] : [noteLine, ...notes.flatMap(({ blocks }) => layBlocks(blocks, { page: shape, left: 0, width: shape.width - shape.left - shape.right }, addNode(root, 'Sect')))]

/** Puts a document on pages, and says what it is to a listener. */
export const layDocument = (text: PrintedText, fonts: Fonts): LaidDocument => {
  const root = addNode(null, 'Document')
  const heading = findHeading(text)
  const layFor = (pageNumber: number): LayBlocks => startLaying({ fonts, tabEvery: Math.max(text.tabEvery, 4), addsSpaces: text.addsSpaces, pageNumber, heading })
  const layBlocks = layFor(1)
  const edgesOf = new Map<PageShape, PageEdges>()
  const sections = text.sections.map((section): LaidSection => {
    const shape = roomForEdges(section, layFor)
    edgesOf.set(shape, section.edges)
    return { shape, continuous: section.continuous, strips: layBlocks(section.blocks, { page: shape, left: 0, width: shape.width - shape.left - shape.right }, root) }
  })
  const shape = sections.at(-1)?.shape ?? A4
  const pages = paginate([...sections, { shape, continuous: true, strips: layNotes(text, shape, root, layBlocks) }], sections[0]?.shape ?? A4)
  return { root, pages: addEdges(pages, edgesOf, layFor) }
}
