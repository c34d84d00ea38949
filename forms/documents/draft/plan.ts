import type { Hole, HoleKind } from '../hole.ts'
import type { Writing } from '../word-map.ts'

/** One hole of the paper, and how the answer is put into it. `none`: nothing is, and why. */
export type Written = { readonly hole: Hole; readonly as?: Writing; readonly none?: string }

/** One question of the form. Several holes where the paper prints one datum more than once, or in parts. */
export type Item = {
  readonly node: 'item'
  readonly name: string
  readonly title: string
  /** The title is not printed so: it was put together from the words of the line. */
  readonly made: boolean
  readonly kind: HoleKind
  readonly optional: boolean
  /** The form leaves it free; the draft does not, since nothing else says who applies. */
  readonly insisted?: boolean
  /** Not owed whatever was answered before: the form says so of this question itself. */
  readonly free: boolean
  /** Headings inside the page that it stands under, joined by ' > ', where it stands for all of the last one. */
  readonly under?: string
  readonly holes: readonly Written[]
}

/** Questions under one heading inside a page. `said`: the sentence that the heading is a piece of. */
export type Group = { readonly node: 'group'; readonly name: string; readonly title: string; readonly said?: string; readonly under?: string; readonly nodes: readonly (Item | Rows)[] }

/** Questions asked for each of several rows; `printed`: blank rows on the paper. */
export type Rows = { readonly node: 'rows'; readonly name: string; readonly title: string; readonly under?: string; readonly items: readonly Item[]; readonly printed: number }

export type Node = Item | Group | Rows

/** One page; `said` as for a group. */
export type Page = { readonly name: string; readonly slug: string; readonly title: string; readonly said?: string; readonly nodes: readonly Node[] }

/**
 * What becomes of a Word form: pages with their questions, and holes that nobody is asked for, each with the reason. `asksReceiver`:
 * a page before them asks which commune receives.
 */
export type Plan = { readonly pages: readonly Page[]; readonly unasked: readonly Written[]; readonly asksReceiver: boolean }

/** An item with the pointer of its answer, `*` for the row. */
export type Placed = { readonly pointer: string; readonly item: Item }

const placedIn = (nodes: readonly Node[], pointer: string): readonly Placed[] => nodes.flatMap((node): readonly Placed[] => {
  const here = `${pointer}/${node.name}`
  if (node.node === 'item') return [{ pointer: here, item: node }]
  return node.node === 'rows' ? node.items.map((item) => ({ pointer: `${here}/*/${item.name}`, item })) : placedIn(node.nodes, here)
})

/** Every question of the plan with the pointer of its answer. */
export const placedItems = (plan: Pick<Plan, 'pages'>): readonly Placed[] => plan.pages.flatMap((page) => placedIn(page.nodes, `/${page.name}`))

/** Nobody is held to a question that the form leaves free. A group or table of such questions neither. */
export const isOptional = (node: Node): boolean => {
  if (node.node === 'item') return node.optional
  return node.node === 'rows' ? node.items.every(isOptional) : node.nodes.every(isOptional)
}
