import type { Text } from '../../engine/json.ts'
import type { Node, Placed } from './plan.ts'

/** Something for the author to decide. `holes`: what it is about. */
export type Proposal = {
  readonly about: 'condition' | 'part' | 'english' | 'shared' | 'empty' | 'others' | 'label' | 'named' | 'doubt' | 'note'
  readonly holes: readonly number[]
  readonly pointer: string
  readonly text: Text
}

/** Numbers of all holes that these questions print. */
export const holesIn = (nodes: readonly Node[]): readonly number[] => nodes.flatMap((node) => (node.node === 'item' ? node.holes.map(({ hole }) => hole.n) : holesIn(node.node === 'rows' ? node.items : node.nodes)))

export const titlesOf = (placed: readonly Placed[]): string => [...new Set(placed.map(({ item }) => `"${item.title}"`))].join(', ')
