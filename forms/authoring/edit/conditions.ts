import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { isAtOrBelow, isObject, valueAt, withValueAt } from '../../engine/pointer.ts'
import { readConditions, sameAsked, speaksOf, withName, withoutNames, writeConditions, type Asked, type Case } from './cases.ts'
import { inputTypeOf, insideOf, isContainer, listNodes, requiredIn, titleOf, type FormNode } from './form-nodes.ts'
import { optionsOf } from './question-kinds.ts'
import { says } from './work.ts'

const objectAt = (schema: JsonObject, pointer: string): JsonObject => { const found = valueAt(schema, pointer); return isObject(found) ? found : {} }
const withObjectAt = (schema: JsonObject, pointer: string, next: JsonObject): JsonObject => (pointer === '' ? next : withValueAt(schema, pointer, next))

/** Objects that can hold the condition of what `owner` declares, the nearest first: rows decide by themselves. */
const hostsIn = (nodes: readonly FormNode[], owner: string): readonly string[] => {
  const around = nodes.find((one) => isContainer(one) && insideOf(one) === owner)
  return around === undefined || around.what === 'rows' ? [owner] : [owner, ...hostsIn(nodes, around.owner)]
}

const hostsOf = (schema: JsonObject, { owner }: FormNode): readonly string[] => hostsIn(listNodes(schema), owner)

/** The cases of each object that may speak of a node, with where the node stands below it. */
const casesOf = (schema: JsonObject, node: FormNode) =>
  hostsOf(schema, node).map((host) => ({ host, at: node.at.slice(host.length), ...readConditions(objectAt(schema, host)) }))

/** When a node is asked: always (undefined), on one answer, or as somebody wrote it by hand. */
export const askedWhen = (schema: JsonObject, node: FormNode): Asked | 'byHand' | undefined => {
  const all = casesOf(schema, node)
  const [asked, ...more] = all.flatMap(({ host, at, cases }) => cases.filter(({ names }) => names.includes(at)).map((one) => ({ ...one.asked, at: `${host}${one.asked.at}` })))
  return more.length > 0 || all.some(({ at, others }) => others.some((one) => speaksOf(one, at))) ? 'byHand' : asked
}

export const isRequired = (schema: JsonObject, node: FormNode): boolean =>
  requiredIn(objectAt(schema, node.owner)).includes(node.name) || casesOf(schema, node).some(({ at, cases }) => cases.some(({ names, required }) => names.includes(at) && required.includes(at)))

/** In the order of the properties, as people write such lists. */
const withRequired = (owner: JsonObject, name: string, isOwed: boolean): JsonObject => {
  const names = new Set([...requiredIn(owner).filter((one) => one !== name), ...(isOwed ? [name] : [])])
  const { required: _required, ...rest } = owner
  const { type, ...more } = rest
  const ordered = Object.keys(isObject(owner['properties']) ? owner['properties'] : {}).filter((one) => names.has(one))
  return ordered.length === 0 ? rest : { ...(type === undefined ? {} : { type }), required: ordered, ...more }
}

/** The schema with the cases of one object changed; an object of which they stay the same keeps its own writing. */
const withCases = (schema: JsonObject, host: string, change: (cases: readonly Case[]) => readonly Case[]): JsonObject => {
  const owner = objectAt(schema, host)
  const { cases, others } = readConditions(owner)
  const next = change(cases)
  return JSON.stringify(next) === JSON.stringify(cases) ? schema : withObjectAt(schema, host, writeConditions(owner, { others, cases: next }))
}

/** The schema without the cases that the objects around a node have of it; `inside`: and of what stands in it. */
const withoutCases = (schema: JsonObject, node: FormNode, inside: boolean): JsonObject => hostsOf(schema, node).reduce((now, host) => {
  const own = node.at.slice(host.length)
  return withCases(now, host, (cases) => withoutNames(cases, (at) => (inside ? isAtOrBelow(at, own) : at === own)))
}, schema)

/** Where a condition of the node on that question stands: the nearest object that both are in. */
const hostFor = (nodes: readonly FormNode[], node: FormNode, question: FormNode): string | undefined => {
  const hosts = hostsIn(nodes, question.owner)
  return hostsIn(nodes, node.owner).find((host) => hosts.includes(host))
}

const withCase = (schema: JsonObject, node: FormNode, when: Asked, isOwed: boolean): JsonObject => {
  const nodes = listNodes(schema)
  const question = nodes.find(({ at }) => at === when.at)
  const host = question && hostFor(nodes, node, question)
  return host === undefined ? schema : withCases(schema, host, (cases) => withName(cases, { ...when, at: when.at.slice(host.length) }, node.at.slice(host.length), isOwed))
}

/** The schema with this node asked always or on one answer, and owed or not. What is written by hand is left alone. */
export const askWhen = (schema: JsonObject, node: FormNode, { when, required }: { readonly when: Asked | undefined; readonly required: boolean }): JsonObject => {
  const free = withoutCases(schema, node, false)
  const asked = when === undefined ? free : withCase(free, node, when, required)
  return withOwner(asked, node, withRequired(objectAt(asked, node.owner), node.name, when === undefined && required))
}

/** The schema as it is before a node goes: nothing requires it, and no case speaks of it or of what stands in it. */
export const forgotten = (schema: JsonObject, node: FormNode): JsonObject => {
  const free = withoutCases(schema, node, true)
  return withOwner(free, node, withRequired(objectAt(free, node.owner), node.name, false))
}

export const withOwner = (schema: JsonObject, { owner }: FormNode, next: JsonObject): JsonObject => withObjectAt(schema, owner, next)

/** An answer that something can hang on; `key` names it in a page. `part`: of the form, where it is another. */
export type Choice = { readonly key: string; readonly asked: Asked; readonly question: Text; readonly answer: Text; readonly part?: Text }

const answersOf = ({ node }: FormNode): readonly { readonly answer: Json; readonly title: Text }[] => {
  if (inputTypeOf(node) === 'yes-no') return [{ answer: true, title: says('Có', 'Yes') }, { answer: false, title: says('Không', 'No') }]
  return optionsOf(node).flatMap((one) => (one['const'] === undefined ? [] : [{ answer: one['const'], title: titleOf(one) }]))
}

const pageOf = (nodes: readonly FormNode[], node: FormNode): FormNode | undefined => nodes.find(({ what, at }) => what === 'page' && isAtOrBelow(node.at, at))

const keyOf = ({ at, answer }: Asked): string => JSON.stringify([at, answer])

/** `page`: that of who hangs on them, which needs not be told. */
const choicesIn = (nodes: readonly FormNode[], questions: readonly FormNode[], page: FormNode | undefined): readonly Choice[] => questions.flatMap((question) => {
  const [own, many] = [pageOf(nodes, question), inputTypeOf(question.node) === 'checkboxes']
  const part = own === undefined || own === page ? {} : { part: titleOf(own.node) }
  return answersOf(question).map(({ answer, title }) => {
    const asked = { at: question.at, answer, many }
    return { key: keyOf(asked), asked, question: titleOf(question.node), answer: title, ...part }
  })
})

/** What a node can hang on: answers of the questions before it, but for those in rows, which only their own row knows. */
export const choicesBefore = (schema: JsonObject, node: FormNode): readonly Choice[] => {
  const nodes = listNodes(schema)
  const before = nodes.slice(0, nodes.findIndex(({ at }) => at === node.at))
  return choicesIn(nodes, before.filter((one) => one.what === 'question' && hostFor(nodes, node, one) !== undefined), pageOf(nodes, node))
}

/** What a paper, fee or time limit of the whole procedure can hang on. */
export const choicesOfForm = (schema: JsonObject): readonly Choice[] => {
  const nodes = listNodes(schema)
  return choicesIn(nodes, nodes.filter((one) => one.what === 'question' && hostsIn(nodes, one.owner).includes('')), undefined)
}

/** A choice as a page offers it. */
export const sayChoice = ({ question, answer, part }: Choice): Text => says(
  `Khi "${question.vi}"${part === undefined ? '' : ` (${part.vi})`} là: ${answer.vi}`, `Where "${question.en}"${part === undefined ? '' : ` (${part.en})`} is: ${answer.en}`,
)

export const keyOfAsked = (asked: Asked | 'byHand' | undefined): string => (asked === undefined ? '' : asked === 'byHand' ? 'byHand' : keyOf(asked))

/** Is this still something that the node can hang on? */
export const canHang = (schema: JsonObject, node: FormNode, asked: Asked): boolean => choicesBefore(schema, node).some((choice) => sameAsked(choice.asked, asked))

/** Nodes elsewhere that hang on an answer of this one, or of what stands inside it. */
export const hangingOn = (schema: JsonObject, node: FormNode): readonly FormNode[] =>
  listNodes(schema).filter((one) => !isAtOrBelow(one.at, node.at)).filter((one) => {
    const asked = askedWhen(schema, one)
    return asked !== undefined && asked !== 'byHand' && isAtOrBelow(asked.at, node.at)
  })
