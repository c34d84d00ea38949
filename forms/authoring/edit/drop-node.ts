import { answersOf, type HoleAnswer, type WordMap } from '../../documents/word-map.ts'
import type { JsonObject } from '../../engine/json.ts'
import { isAtOrBelow, isObject, valueAt, withValueAt } from '../../engine/pointer.ts'
import { forgotten, hangingOn } from './conditions.ts'
import { listNodes, titleOf, type FormNode } from './form-nodes.ts'
import { clean, says, type Changed, type Work } from './work.ts'

/** A hole that several answers share goes on taking the others. */
const emptied = (entry: HoleAnswer, pointer: string, why: string): HoleAnswer => {
  if (!('answer' in entry)) return entry
  const [answer, ...and] = answersOf(entry).filter((one) => !isAtOrBelow(one, pointer))
  const { n, label, as } = entry
  if (answer === undefined) return { n, label, none: why }
  return { n, label, answer, ...(and.length > 0 ? { and } : {}), ...(as === undefined || answer !== entry.answer ? {} : { as }) }
}

const unmapped = ({ holes, unprinted }: WordMap, pointer: string, why: string): WordMap =>
  ({ holes: holes.map((entry) => emptied(entry, pointer, why)), unprinted: unprinted.filter(({ answer }) => !isAtOrBelow(answer, pointer)) })

const without = (schema: JsonObject, node: FormNode): JsonObject => withValueAt(forgotten(schema, node), node.at, undefined)

const isEmpty = (schema: JsonObject, owner: string): boolean => { const inside = valueAt(schema, `${owner}/properties`); return isObject(inside) && Object.keys(inside).length === 0 }

/** A part without a question left in it goes as well. */
export const withoutEmpty = (schema: JsonObject, owner: string): JsonObject => {
  if (owner === '' || !isEmpty(schema, owner)) return schema
  const at = owner.replace(/\/items$/, '')
  const part = listNodes(schema).find((one) => one.at === at)
  return part ? withoutEmpty(without(schema, part), part.owner) : schema
}

/** Takes a question or part out of the form. Its holes stay empty on paper; `why` says so in the map. */
export const dropNode = (work: Work, node: FormNode, why: string): Changed => {
  if (clean(why) === '') return { wrongs: [{ field: 'why', text: says('Ghi lý do không hỏi, ví dụ "Cơ quan ghi".', 'Say why it is not asked, for example "filled in by the office".') }] }
  const hanging = hangingOn(work.schema, node).map((one) => `"${titleOf(one.node).vi}"`)
  if (hanging.length > 0) return { wrongs: [{ field: 'why', text: says(`${hanging.join(', ')} chỉ hỏi tùy câu trả lời ở đây. Bỏ điều kiện của mục đó trước.`, `${hanging.join(', ')} is asked on an answer given here. Take that condition out first.`) }] }
  return { work: { ...work, schema: withoutEmpty(without(work.schema, node), node.owner), map: unmapped(work.map, node.pointer, clean(why)) } }
}
