import type { Node } from '../layout/nodes.ts'

/** pdfkit's element, with the dictionary that spans and scopes of cells are written to. */
export type Tag = PDFKit.PDFStructureElement & { readonly dictionary: { readonly data: Record<string, unknown> } }

export type Tags = ReadonlyMap<Node, Tag>

const isShown = (node: Node, known: Map<Node, boolean>): boolean => {
  const shown = node.filled || node.kids.map((kid) => isShown(kid, known)).includes(true)
  known.set(node, shown)
  return shown
}

/** Cells are kept though they are empty: without them the columns of a table would not add up. */
const isCell = ({ role }: Node): boolean => role === 'TR' || role === 'TH' || role === 'TD'

const cellAttributes = ({ role, columns = 1, rows = 1 }: Node): Record<string, unknown> | undefined => {
  const attributes = { ...(role === 'TH' ? { Scope: 'Column' } : {}), ...(columns > 1 ? { ColSpan: columns } : {}), ...(rows > 1 ? { RowSpan: rows } : {}) }
  return Object.keys(attributes).length === 0 ? undefined : { O: 'Table', ...attributes }
}

/** Writes the tree that a screen reader follows; gives the element of each node, to which its content is added when it is drawn. */
export const buildTags = (doc: PDFKit.PDFDocument, root: Node): Tags => {
  const tags = new Map<Node, Tag>()
  const shown = new Map<Node, boolean>()
  isShown(root, shown)
  const build = (node: Node): Tag => {
    const tag = doc.struct(node.role) as Tag
    const attributes = cellAttributes(node)
    if (attributes !== undefined) tag.dictionary.data['A'] = attributes
    tags.set(node, tag)
    for (const kid of node.kids) if (shown.get(kid) === true || isCell(kid)) tag.add(build(kid))
    return tag
  }
  doc.addStructure(build(root))
  return tags
}
