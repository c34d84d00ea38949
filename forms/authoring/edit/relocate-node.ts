import { propertyName } from '../../documents/draft/names.ts'
import type { WordMap } from '../../documents/word-map.ts'
import type { JsonObject } from '../../engine/json.ts'
import { isAtOrBelow, valueAt, withValueAt } from '../../engine/pointer.ts'
import { askedWhen, askWhen, canHang, forgotten, hangingOn, isRequired, keyOfAsked } from './conditions.ts'
import { withoutEmpty } from './drop-node.ts'
import { insideOf, listNodes, namesIn, titleOf, type FormNode } from './form-nodes.ts'
import { findTarget, owePage, type Target } from './new-page.ts'
import { says, type Changed, type Work } from './work.ts'

const moved = (pointer: string, from: string, to: string): string => (isAtOrBelow(pointer, from) ? `${to}${pointer.slice(from.length)}` : pointer)

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

/** What was moved, and what stands in it, hangs on the same answers where those still come before it; else it is asked always. */
const askedAgain = (schema: JsonObject, before: JsonObject, node: FormNode, to: string): JsonObject => {
  const old = listNodes(before).filter((one) => isAtOrBelow(one.at, node.at))
  return old.reduce((now, one) => {
    const [asked, here] = [askedWhen(before, one), listNodes(now).find(({ at }) => at === `${to}${one.at.slice(node.at.length)}`)]
    if (!here || asked === 'byHand' || (asked === undefined && one.at !== node.at)) return now
    const when = asked === undefined ? undefined : { ...asked, at: moved(asked.at, node.at, to) }
    // A condition inside what was moved has come along with it.
    if (when !== undefined && keyOfAsked(askedWhen(now, here)) === keyOfAsked(when)) return now
    return askWhen(now, here, { when: when !== undefined && canHang(now, here, when) ? when : undefined, required: isRequired(before, one) })
  }, schema)
}

/** Puts a question, group or table at the end of another part; the map and the conditions follow. */
export const relocateNode = (work: Work, node: FormNode, target: Target): Changed => {
  const hanging = hangingOn(work.schema, node).map((one) => `"${titleOf(one.node).vi}"`)
  if (hanging.length > 0) return { wrongs: [{ field: 'into', text: says(`${hanging.join(', ')} chỉ hỏi tùy câu trả lời ở đây. Bỏ điều kiện của mục đó trước.`, `${hanging.join(', ')} is asked on an answer given here. Take that condition out first.`) }] }
  const found = findTarget(work.schema, target)
  if ('wrongs' in found) return found
  const added = put(found.schema, node, found.part)
  if (!added.node) return { wrongs: [] }
  const left = withValueAt(forgotten(added.schema, node), node.at, undefined)
  const asked = askedAgain(left, work.schema, node, added.node.at)
  return { work: { record: withReceiver(work.record, node.pointer, added.node.pointer), schema: withoutEmpty(owePage(asked, target, found.part, isRequired(work.schema, node)), node.owner), map: remapped(work.map, node.pointer, added.node.pointer) } }
}
