import { propertyName } from '../../documents/draft/names.ts'
import type { WordMap } from '../../documents/word-map.ts'
import type { JsonObject } from '../../engine/json.ts'
import { valueAt, withValueAt } from '../../engine/pointer.ts'
import { askWhen, hangingOn, isRequired } from './conditions.ts'
import { withoutEmpty } from './drop-node.ts'
import { insideOf, listNodes, namesIn, titleOf, type FormNode } from './form-nodes.ts'
import { findTarget, owePage, type Target } from './new-page.ts'
import { says, type Changed, type Work } from './work.ts'

const moved = (pointer: string, from: string, to: string): string => (pointer === from || pointer.startsWith(`${from}/`) ? `${to}${pointer.slice(from.length)}` : pointer)

const remapped = ({ holes, unprinted }: WordMap, from: string, to: string): WordMap => ({
  holes: holes.map((entry) => ('answer' in entry ? { ...entry, answer: moved(entry.answer, from, to), ...(entry.and ? { and: entry.and.map((one) => moved(one, from, to)) } : {}) } : entry)),
  unprinted: unprinted.map((one) => ({ ...one, answer: moved(one.answer, from, to) })),
})

/** The commune that receives is found where its question is. */
const withReceiver = (record: JsonObject, from: string, to: string): JsonObject => {
  const chosen = valueAt(record, '/agency/chosenBy')
  return typeof chosen === 'string' ? withValueAt(record, '/agency/chosenBy', moved(chosen, from, to)) : record
}

const put = (schema: JsonObject, node: FormNode, part: FormNode): { readonly schema: JsonObject; readonly node: FormNode | undefined } => {
  const names = namesIn(schema, part)
  const name = names.has(node.name) ? propertyName(titleOf(node.node).vi, names, node.name) : node.name
  const at = `${insideOf(part)}/properties/${name}`
  const next = withValueAt(schema, at, node.node)
  return { schema: next, node: listNodes(next).find((one) => one.at === at) }
}

/** Puts a question, group or table at the end of another part; the map follows. Its condition was of the old part, and goes. */
export const relocateNode = (work: Work, node: FormNode, target: Target): Changed => {
  const hanging = hangingOn(work.schema, node).map((one) => `"${titleOf(one.node).vi}"`)
  if (hanging.length > 0) return { wrongs: [{ field: 'into', text: says(`${hanging.join(', ')} chỉ hỏi tùy câu trả lời ở đây. Bỏ điều kiện của mục đó trước.`, `${hanging.join(', ')} is asked on an answer given here. Take that condition out first.`) }] }
  const found = findTarget(work.schema, target)
  if ('wrongs' in found) return found
  const owed = isRequired(work.schema, node)
  const added = put(found.schema, node, found.part)
  if (!added.node) return { wrongs: [] }
  const required = askWhen(added.schema, added.node, { when: undefined, required: owed })
  const left = withValueAt(askWhen(required, node, { when: undefined, required: false }), node.at, undefined)
  return { work: { record: withReceiver(work.record, node.pointer, added.node.pointer), schema: withoutEmpty(owePage(left, target, found.part, owed), node.owner), map: remapped(work.map, node.pointer, added.node.pointer) } }
}
