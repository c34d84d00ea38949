import type { JsonObject } from '../../engine/json.ts'
import { isObject, valueAt } from '../../engine/pointer.ts'
import { withOwner } from './conditions.ts'
import { listNodes, type FormNode } from './form-nodes.ts'

/** The schema with a node one place up or down among those beside it; at the end it stays. */
export const moveNode = (schema: JsonObject, node: FormNode, step: -1 | 1): JsonObject => {
  const owner = node.owner === '' ? schema : valueAt(schema, node.owner)
  const beside = listNodes(schema).filter((one) => one.owner === node.owner)
  const at = beside.findIndex((one) => one.at === node.at)
  const other = beside[at + step]
  if (!isObject(owner) || !isObject(owner['properties']) || !other) return schema
  const entries = Object.entries(owner['properties'])
  const [a, b] = [entries.findIndex(([name]) => name === node.name), entries.findIndex(([name]) => name === other.name)]
  const moved = entries.map((entry, i) => (i === a ? entries[b] : i === b ? entries[a] : entry) ?? entry)
  return withOwner(schema, node, { ...owner, properties: Object.fromEntries(moved) })
}
