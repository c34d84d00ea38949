import { foldText } from '../../engine/fold.ts'
import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { inBoth } from './english.ts'
import { draftField } from './field-schema.ts'
import { asTitle } from './names.ts'
import type { Item, Node } from './plan.ts'

/** `then` is asked only where `asked`, a question of the same part, is answered with `value` (in words: `said`). `owed`: it is then required. */
export type Condition = { readonly asked: Item; readonly value: Json; readonly said: Text; readonly then: Node; readonly owed: boolean }

const YES: Text = { vi: 'Có', en: 'Yes' }
const NO: Text = { vi: 'Không', en: 'No' }

const isItem = (node: Node | undefined, kind: Item['kind']): node is Item => node?.node === 'item' && node.kind === kind

/** A count right after a yes or no is asked for after a yes. */
const count = (node: Node, before: Node | undefined): readonly Condition[] =>
  (isItem(node, 'quantity') && isItem(before, 'yesNo') ? [{ asked: before, value: true, said: YES, then: node, owed: true }] : [])

/** 'Có tham gia làm việc không? … Nếu có thì đang làm gì … Nếu không thì ghi lý do …': each follows the question before it. */
const IF_YES = /^neu (co|dung)( |,|$)/
const IF_NO = /^neu (khong|chua)( |,|$)/

const led = (node: Node, asked: Node | undefined): readonly Condition[] => {
  const label = node.node === 'item' ? foldText(node.title) : ''
  if (!isItem(asked, 'yesNo') || (!IF_YES.test(label) && !IF_NO.test(label))) return []
  const yes = IF_YES.test(label)
  return [{ asked, value: yes, said: yes ? YES : NO, then: node, owed: false }]
}

const optionOf = (choice: Item, title: string): Json | undefined => {
  const { oneOf } = draftField(choice).schema ?? {}
  const at = choice.holes[0]?.hole.options?.findIndex((option) => asTitle(option) === title) ?? -1
  const option = Array.isArray(oneOf) ? oneOf[at] : undefined
  return typeof option === 'object' && option !== null && !Array.isArray(option) ? option['const'] : undefined
}

/** What stands behind one box of a choice ('□ Đã nghỉ học (Lý do: …)') is asked where that box is ticked. */
const behindBox = (node: Node, nodes: readonly Node[]): readonly Condition[] => nodes.flatMap((choice): readonly Condition[] => {
  if (node.node !== 'group' || !isItem(choice, 'choice') || !node.title.startsWith(`${choice.title}: `)) return []
  const said = asTitle(node.title.slice(choice.title.length + 2))
  const value = optionOf(choice, said)
  return value === undefined ? [] : [{ asked: choice, value, said: inBoth(said), then: node, owed: false }]
})

/** What the form itself says of the questions of one part: which of them follow which answer. */
export const conditionsAmong = (nodes: readonly Node[]): readonly Condition[] => nodes.flatMap((node, i): readonly Condition[] => {
  const asked = nodes.slice(0, i).findLast((other) => isItem(other, 'yesNo'))
  return [...count(node, nodes[i - 1]), ...led(node, asked), ...behindBox(node, nodes)]
})

/** The condition as JSON Schema: asked in that case alone. */
export const conditionSchema = ({ asked, value, then, owed }: Condition): JsonObject => ({
  if: { required: [asked.name], properties: { [asked.name]: { const: value } } },
  ...(owed ? { then: { required: [then.name] } } : {}),
  else: { properties: { [then.name]: false } },
})
