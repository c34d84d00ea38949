import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { isObject, valueAt, withValueAt } from '../../engine/pointer.ts'
import { insideOf, inputTypeOf, listNodes, requiredIn, titleOf, type FormNode } from './form-nodes.ts'
import { optionsOf } from './question-kinds.ts'
import { says } from './work.ts'

/** 'Asked where this was answered': the question by its path inside the object, and what was chosen; `many`: among others. */
export type Asked = { readonly path: readonly string[]; readonly answer: Json; readonly many: boolean }

type Case = { readonly asked: Asked; readonly names: readonly string[]; readonly required: readonly string[] }
/** `others`: conditions that a person wrote in another shape; they are kept as they are. */
type Conditions = { readonly cases: readonly Case[]; readonly others: readonly JsonObject[] }

const isOnly = (value: JsonObject, ...keywords: readonly string[]): boolean => Object.keys(value).every((one) => keywords.includes(one))

const readTest = (value: JsonObject, path: readonly string[]): Asked | undefined => {
  if (isOnly(value, 'const') && value['const'] !== undefined) return { path, answer: value['const'], many: false }
  const { contains } = value
  return isOnly(value, 'contains') && isObject(contains) && isOnly(contains, 'const') && contains['const'] !== undefined ? { path, answer: contains['const'], many: true } : undefined
}

const readAsked = (condition: Json | undefined, path: readonly string[] = []): Asked | undefined => {
  if (!isObject(condition)) return undefined
  const { required, properties } = condition
  if (!Array.isArray(required) || !isObject(properties)) return path.length > 0 ? readTest(condition, path) : undefined
  const [name, ...more] = Object.keys(properties)
  const isStep = name !== undefined && more.length === 0 && required.length === 1 && required[0] === name && isOnly(condition, 'required', 'properties')
  return isStep ? readAsked(properties[name], [...path, name]) : undefined
}

const writeAsked = ({ path, answer, many }: Asked): Json =>
  path.reduceRight<Json>((inner, name) => ({ required: [name], properties: { [name]: inner } }), many ? { contains: { const: answer } } : { const: answer })

const readCase = (condition: JsonObject): Case | undefined => {
  const [asked, then, other] = [readAsked(condition['if']), condition['then'], condition['else']]
  if (!asked || !isObject(other) || !isObject(other['properties']) || !isOnly(other, 'properties') || !(then === undefined || (isObject(then) && isOnly(then, 'required')))) return undefined
  const hidden = Object.entries(other['properties'])
  return hidden.every(([, value]) => value === false) ? { asked, names: hidden.map(([name]) => name), required: requiredIn(isObject(then) ? then : {}) } : undefined
}

const writeCase = ({ asked, names, required }: Case): JsonObject => ({ if: writeAsked(asked), then: { required: [...required] }, else: { properties: Object.fromEntries(names.map((name): [string, Json] => [name, false])) } })

const KEYWORDS = ['if', 'then', 'else'] as const

const readConditions = (owner: JsonObject): Conditions => {
  const own = owner['if'] === undefined ? [] : [Object.fromEntries(KEYWORDS.flatMap((one): [string, Json][] => (owner[one] === undefined ? [] : [[one, owner[one]]])))]
  const all = [...own, ...(Array.isArray(owner['allOf']) ? owner['allOf'].filter(isObject) : [])]
  return { cases: all.flatMap((one) => readCase(one) ?? []), others: all.filter((one) => readCase(one) === undefined) }
}

/** One condition stands in the object itself, as an author would write it. */
const writeConditions = (owner: JsonObject, { cases, others }: Conditions): JsonObject => {
  const { if: _if, then: _then, else: _else, allOf: _allOf, ...rest } = owner
  const all = [...others, ...cases.map(writeCase)]
  return all.length > 1 ? { ...rest, allOf: all } : { ...rest, ...all[0] }
}

const sameAsked = (a: Asked, b: Asked): boolean => JSON.stringify(writeAsked(a)) === JSON.stringify(writeAsked(b))

const namesIn = (value: Json | undefined): readonly string[] =>
  (isObject(value) ? [...requiredIn(value), ...Object.keys(isObject(value['properties']) ? value['properties'] : {})] : [])

const ownerOf = (schema: JsonObject, { owner }: FormNode): JsonObject => { const found = valueAt(schema, owner); return isObject(found) ? found : {} }

/** When a node is asked: always (undefined), on one answer, or as somebody wrote it by hand. */
export const askedWhen = (schema: JsonObject, node: FormNode): Asked | 'byHand' | undefined => {
  const { cases, others } = readConditions(ownerOf(schema, node))
  if (others.some((one) => [one['then'], one['else']].some((branch) => namesIn(branch).includes(node.name)))) return 'byHand'
  return cases.find(({ names }) => names.includes(node.name))?.asked
}

export const isRequired = (schema: JsonObject, node: FormNode): boolean => {
  const owner = ownerOf(schema, node)
  return requiredIn(owner).includes(node.name) || readConditions(owner).cases.some(({ names, required }) => names.includes(node.name) && required.includes(node.name))
}

const without = (cases: readonly Case[], name: string): readonly Case[] =>
  cases.map(({ asked, names, required }) => ({ asked, names: names.filter((one) => one !== name), required: required.filter((one) => one !== name) })).filter(({ names }) => names.length > 0)

const withCase = (cases: readonly Case[], asked: Asked, name: string, required: boolean): readonly Case[] => {
  const own: Case = { asked, names: [name], required: required ? [name] : [] }
  if (!cases.some((one) => sameAsked(one.asked, asked))) return [...cases, own]
  return cases.map((one) => (sameAsked(one.asked, asked) ? { asked, names: [...one.names, name], required: [...one.required, ...own.required] } : one))
}

/** In the order of the properties, as people write such lists. */
const withRequired = (owner: JsonObject, name: string, isOwed: boolean): JsonObject => {
  const names = new Set([...requiredIn(owner).filter((one) => one !== name), ...(isOwed ? [name] : [])])
  const { required: _required, ...rest } = owner
  const { type, ...more } = rest
  const ordered = Object.keys(isObject(owner['properties']) ? owner['properties'] : {}).filter((one) => names.has(one))
  return ordered.length === 0 ? rest : { ...(type === undefined ? {} : { type }), required: ordered, ...more }
}

/** The schema with this node asked always or on one answer, and owed or not. What is written by hand is left alone. */
export const askWhen = (schema: JsonObject, node: FormNode, { when, required }: { readonly when: Asked | undefined; readonly required: boolean }): JsonObject => {
  const owner = ownerOf(schema, node)
  const { cases, others } = readConditions(owner)
  const rest = without(cases, node.name)
  const conditions = { others, cases: when === undefined ? rest : withCase(rest, when, node.name, required) }
  return withOwner(schema, node, withRequired(writeConditions(owner, conditions), node.name, when === undefined && required))
}

export const withOwner = (schema: JsonObject, { owner }: FormNode, next: JsonObject): JsonObject => (owner === '' ? next : withValueAt(schema, owner, next))

/** An answer that something can hang on; `key` names it in a page. */
export type Choice = { readonly key: string; readonly asked: Asked; readonly question: Text; readonly answer: Text }

const answersOf = ({ node }: FormNode): readonly { readonly answer: Json; readonly title: Text }[] => {
  if (inputTypeOf(node) === 'yes-no') return [{ answer: true, title: says('Có', 'Yes') }, { answer: false, title: says('Không', 'No') }]
  return optionsOf(node).flatMap((one) => (one['const'] === undefined ? [] : [{ answer: one['const'], title: titleOf(one) }]))
}

const stepsTo = (question: FormNode, owner: string): readonly string[] | undefined => {
  const inside = question.at.slice(owner.length)
  const isInside = question.at.startsWith(`${owner}/properties/`) && !inside.includes('/items/')
  return isInside ? inside.split('/').filter((_, i) => i % 2 === 0).slice(1) : undefined
}

const keyOf = (asked: Asked): string => JSON.stringify([asked.path, asked.answer])

/** What a node can hang on: answers of the questions before it that its object knows. A page hangs on those of earlier pages. */
export const choicesBefore = (schema: JsonObject, node: FormNode): readonly Choice[] => {
  const all = listNodes(schema)
  const before = all.slice(0, all.findIndex(({ at }) => at === node.at)).filter(({ what }) => what === 'question')
  return before.flatMap((question) => {
    const path = stepsTo(question, node.owner)
    const many = inputTypeOf(question.node) === 'checkboxes'
    return path === undefined ? [] : answersOf(question).map(({ answer, title }) => {
      const asked = { path, answer, many }
      return { key: keyOf(asked), asked, question: titleOf(question.node), answer: title }
    })
  })
}

export const keyOfAsked = (asked: Asked | 'byHand' | undefined): string => (asked === undefined ? '' : asked === 'byHand' ? 'byHand' : keyOf(asked))

/** Nodes of the same object that hang on an answer of this one, or of what stands inside it. */
export const hangingOn = (schema: JsonObject, node: FormNode): readonly FormNode[] => {
  const all = listNodes(schema)
  const owners = all.filter((one) => one.at !== node.at && !one.at.startsWith(`${insideOf(node)}/`))
  return owners.filter((one) => {
    const asked = askedWhen(schema, one)
    if (asked === undefined || asked === 'byHand') return false
    const at = asked.path.reduce((pointer, step) => `${pointer}/properties/${step}`, one.owner)
    return at === node.at || at.startsWith(`${node.at}/`)
  })
}
