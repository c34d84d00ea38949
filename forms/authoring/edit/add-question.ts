import { propertyName } from '../../documents/draft/names.ts'
import type { WordMap } from '../../documents/word-map.ts'
import type { JsonObject } from '../../engine/json.ts'
import { isObject, valueAt, withValueAt } from '../../engine/pointer.ts'
import { changeNode, type NodeChange } from './change-node.ts'
import { insideOf, isContainer, listNodes, type FormNode } from './form-nodes.ts'
import { schemaOfKind } from './question-kinds.ts'
import { clean, says, type Changed, type Work } from './work.ts'

/** `into`: pointer of the part; `hole`: number of the hole that takes the answer; without one `why` says why no paper shows it. */
export type NewQuestion = NodeChange & { readonly into: string; readonly hole?: number; readonly why: string }

const printed = (map: WordMap, pointer: string, { hole, why }: NewQuestion): WordMap => {
  if (hole === undefined) return { ...map, unprinted: [...map.unprinted, { answer: pointer, why: clean(why) }] }
  return { ...map, holes: map.holes.map((entry) => (entry.n === hole ? { n: entry.n, label: entry.label, answer: pointer } : entry)) }
}

const namesIn = (schema: JsonObject, part: FormNode): ReadonlySet<string> => {
  const inside = valueAt(schema, `${insideOf(part)}/properties`)
  return new Set(isObject(inside) ? Object.keys(inside) : [])
}

/** A question of its own at the end of a part. */
export const addQuestion = (work: Work, question: NewQuestion): Changed => {
  const part = listNodes(work.schema).find((one) => isContainer(one) && one.pointer === question.into)
  if (!part) return { wrongs: [{ field: 'into', text: says('Chọn phần để đặt câu hỏi.', 'Choose the part that asks it.') }] }
  if (question.hole === undefined && clean(question.why) === '') return { wrongs: [{ field: 'why', text: says('Ghi vì sao câu trả lời không in ra mẫu giấy.', 'Say why the answer is not printed on the form.') }] }
  const name = propertyName(question.title.vi, namesIn(work.schema, part), 'cauHoi')
  const at = `${insideOf(part)}/properties/${name}`
  const schema = withValueAt(work.schema, at, { 'x-jsf-presentation': { inputType: question.kind }, ...schemaOfKind(question.kind, question.options, {}) })
  const node = listNodes(schema).find((one) => one.at === at)
  return node ? changeNode({ ...work, schema, map: printed(work.map, node.pointer, question) }, node, question) : { wrongs: [] }
}
