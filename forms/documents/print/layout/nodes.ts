export type Role = 'Document' | 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Div' | 'Sect'

/**
 * What a screen reader is told: the document as a tree, apart from where its parts come to lie on paper.
 * `filled` turns true when something is printed for it: empty lines are no paragraphs to a listener.
 */
export type Node = { readonly role: Role; readonly kids: Node[]; filled: boolean; readonly columns?: number; readonly rows?: number }

export const addNode = (parent: Node | null, role: Role, spans: Pick<Node, 'columns' | 'rows'> = {}): Node => {
  const node: Node = { role, kids: [], filled: false, ...spans }
  parent?.kids.push(node)
  return node
}
