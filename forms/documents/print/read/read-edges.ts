import type { Block, PageEdges } from './blocks.ts'
import { childOf, childrenOf, flagOf, numberOf, pointsOf, type Element } from './xml.ts'

type ReadEdge = { readonly related: (id: string) => Element | undefined; readonly readBlocks: (part: Element) => readonly Block[] }

/** A header or footer of one type; undefined where the section names none and takes that of the section before. */
const readEdge = (sectPr: Element | undefined, name: string, type: string, { related, readBlocks }: ReadEdge): readonly Block[] | undefined => {
  const reference = childrenOf(sectPr, name).find(({ attributes }) => (attributes['w:type'] ?? 'default') === type)
  const part = reference === undefined ? undefined : related(reference.attributes['r:id'] ?? '')
  return part === undefined ? undefined : readBlocks(part)
}

const DISTANCE = 36

/** What stands above and below the text of a section's pages. */
export const readEdges = (sectPr: Element | undefined, before: PageEdges | undefined, read: ReadEdge): PageEdges => {
  const margin = childOf(sectPr, 'w:pgMar')
  const start = numberOf(childOf(sectPr, 'w:pgNumType')?.attributes['w:start'])
  const edge = (name: string, type: string, inherited: readonly Block[] | undefined): readonly Block[] => readEdge(sectPr, name, type, read) ?? inherited ?? []
  return {
    header: edge('w:headerReference', 'default', before?.header), footer: edge('w:footerReference', 'default', before?.footer),
    firstHeader: edge('w:headerReference', 'first', before?.firstHeader), firstFooter: edge('w:footerReference', 'first', before?.firstFooter),
    otherFirst: flagOf(sectPr, 'w:titlePg') ?? false, above: pointsOf(margin, 'w:header') ?? DISTANCE, below: pointsOf(margin, 'w:footer') ?? DISTANCE,
    ...(start === undefined ? {} : { start }),
  }
}
