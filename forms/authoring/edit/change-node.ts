import { inBoth } from '../../documents/draft/english.ts'
import type { HoleAnswer, WordMap } from '../../documents/word-map.ts'
import type { JsonObject, Text } from '../../engine/json.ts'
import { isObject, withValueAt } from '../../engine/pointer.ts'
import { askedWhen, askWhen, choicesBefore, isRequired, keyOfAsked } from './conditions.ts'
import { inputTypeOf, isShared, type FormNode } from './form-nodes.ts'
import { FEWEST_OPTIONS, isListed, isOffered, optionsOf, QUESTION_KINDS, schemaOfKind, withOptions } from './question-kinds.ts'
import { clean, says, type Changed, type Work, type Wrong } from './work.ts'

/** What an author says of one node. `when`: key of the answer that it hangs on, '' for always, 'byHand' where it is left as it is. */
export type NodeChange = {
  readonly title: Text
  readonly help: Text
  readonly kind: string
  readonly options: readonly Text[]
  readonly required: boolean
  readonly when: string
}

const english = ({ vi, en }: Text): Text => ({ vi: clean(vi), en: clean(en) || inBoth(clean(vi)).en })

const wrongOptions = ({ kind, options }: NodeChange): readonly Wrong[] => {
  const fewest = FEWEST_OPTIONS[kind] ?? 0
  const names = options.map(({ vi }) => clean(vi))
  if (names.length < fewest) return [{ field: 'options.vi', text: says(`Ghi ít nhất ${fewest} lựa chọn, mỗi lựa chọn một dòng.`, `Write at least ${fewest} choices, one a line.`) }]
  const twice = names.find((name, i) => names.indexOf(name) < i)
  return twice === undefined ? [] : [{ field: 'options.vi', text: says(`Lựa chọn "${twice}" ghi hai lần. Bỏ bớt một dòng.`, `The choice "${twice}" stands there twice. Take one out.`) }]
}

/** What is wrong with what was typed for a question or part. */
export const wrongsOf = (change: NodeChange, isQuestion: boolean): readonly Wrong[] => [
  ...(clean(change.title.vi) === '' ? [{ field: 'title.vi', text: says('Ghi tên mục bằng tiếng Việt, như trên mẫu.', 'Write the title in Vietnamese, as on the form.') }] : []),
  ...(isQuestion && clean(change.help.vi) === '' ? [{ field: 'help.vi', text: says('Ghi hướng dẫn: cần điền gì, theo giấy tờ nào (TT 32/2017/TT-BTTTT).', 'Say what to fill in and after which paper (TT 32/2017/TT-BTTTT).') }] : []),
  ...(isQuestion ? wrongOptions(change) : []),
]

const withTexts = (node: JsonObject, { title, help }: NodeChange): JsonObject => {
  const [called, told] = [english(title), english(help)]
  const before = isObject(node['x-dvc-en']) ? node['x-dvc-en'] : {}
  const { description: _description, ...more } = before
  const { description: _own, title: _title, 'x-dvc-en': _en, ...rest } = node
  return { title: called.vi, ...(told.vi === '' ? {} : { description: told.vi }), 'x-dvc-en': { ...more, title: called.en, ...(told.vi === '' ? {} : { description: told.en }) }, ...rest }
}

/** Another kind brings its own keywords; patterns and limits of the old one mean nothing for it. */
const withKind = (node: JsonObject, { kind, options }: NodeChange): JsonObject => {
  const { title, description, 'x-dvc-en': en } = node
  const { errorMessage: _ofTheOldKind, ...english } = isObject(en) ? en : {}
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }), 'x-dvc-en': english, 'x-jsf-presentation': { inputType: kind }, ...schemaOfKind(kind, options, node) }
}

const sameOptions = (node: JsonObject, options: readonly Text[]): boolean =>
  JSON.stringify(withOptions(node, options)) === JSON.stringify(node)

const asKind = (node: JsonObject, change: NodeChange): JsonObject => {
  if (!isOffered(node) || !Object.hasOwn(QUESTION_KINDS, change.kind)) return node
  if (change.kind !== inputTypeOf(node)) return withKind(node, change)
  return isListed(change.kind) && optionsOf(node).length > 0 && !sameOptions(node, change.options) ? withOptions(node, change.options) : node
}

/** How a date or a sum is written says nothing of an answer of another kind. */
const withoutWriting = (entry: HoleAnswer): HoleAnswer => {
  if (!('answer' in entry) || entry.as === undefined || entry.as === 'capitals') return entry
  const { as: _as, ...rest } = entry
  return rest
}

const remapped = (map: WordMap, { pointer, node }: FormNode, kind: string): WordMap => {
  if (!isOffered(node) || kind === inputTypeOf(node)) return map
  return { ...map, holes: map.holes.map((entry) => ('answer' in entry && entry.answer === pointer ? withoutWriting(entry) : entry)) }
}

const askedAs = (schema: JsonObject, node: FormNode, { when, required }: NodeChange): JsonObject => {
  // What nobody touched keeps its place among the conditions.
  if (when === 'byHand' || (when === keyOfAsked(askedWhen(schema, node)) && required === isRequired(schema, node))) return schema
  return askWhen(schema, node, { required, when: choicesBefore(schema, node).find(({ key }) => key === when)?.asked })
}

/** Titles, help, kind, choices, whether it is owed and when it is asked, of one node. */
export const changeNode = ({ record, schema, map }: Work, node: FormNode, change: NodeChange): Changed => {
  const isQuestion = node.what === 'question'
  if (isShared(node)) return { wrongs: [{ field: 'title.vi', text: says('Mục này dùng chung một định nghĩa với mục khác ($ref): sửa trong form.schema.json.', 'This shares a definition with others ($ref): change it in form.schema.json.') }] }
  const wrongs = wrongsOf(change, isQuestion)
  if (wrongs.length > 0) return { wrongs }
  const next = isQuestion ? asKind(withTexts(node.node, change), change) : withTexts(node.node, change)
  return { work: { record, schema: askedAs(withValueAt(schema, node.at, next), node, change), map: isQuestion ? remapped(map, node, change.kind) : map } }
}
