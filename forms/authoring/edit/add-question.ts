import { propertyName } from '../../documents/draft/names.ts'
import type { WordMap } from '../../documents/word-map.ts'
import { withValueAt } from '../../engine/pointer.ts'
import { changeNode, type NodeChange } from './change-node.ts'
import { insideOf, listNodes, namesIn } from './form-nodes.ts'
import { findTarget, owePage, type Target } from './new-page.ts'
import { schemaOfKind } from './question-kinds.ts'
import { clean, says, type Changed, type Work } from './work.ts'

/** `hole`: number of the hole that takes the answer; without one `why` says why no paper shows it. */
export type NewQuestion = NodeChange & Target & { readonly hole?: number; readonly why: string }

const printed = (map: WordMap, pointer: string, { hole, why }: NewQuestion): WordMap => {
  if (hole === undefined) return { ...map, unprinted: [...map.unprinted, { answer: pointer, why: clean(why) }] }
  return { ...map, holes: map.holes.map((entry) => (entry.n === hole ? { n: entry.n, label: entry.label, answer: pointer } : entry)) }
}

/** A question of its own at the end of a part. */
export const addQuestion = (work: Work, question: NewQuestion): Changed => {
  const found = findTarget(work.schema, question)
  if ('wrongs' in found) return found
  const { part } = found
  if (question.hole === undefined && clean(question.why) === '') return { wrongs: [{ field: 'why', text: says('Ghi vì sao câu trả lời không in ra mẫu giấy.', 'Say why the answer is not printed on the form.') }] }
  const name = propertyName(question.title.vi, namesIn(found.schema, part), 'cauHoi')
  const at = `${insideOf(part)}/properties/${name}`
  const schema = withValueAt(found.schema, at, { 'x-jsf-presentation': { inputType: question.kind }, ...schemaOfKind(question.kind, question.options, {}) })
  const node = listNodes(schema).find((one) => one.at === at)
  if (!node) return { wrongs: [] }
  const changed = changeNode({ ...work, schema, map: printed(work.map, node.pointer, question) }, node, question)
  return 'work' in changed ? { work: { ...changed.work, schema: owePage(changed.work.schema, question, part, question.required) } } : changed
}
