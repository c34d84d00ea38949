import type { Json, JsonObject } from '../../engine/json.ts'
import { below, isObject, partsOf, valueAt, withValueAt } from '../../engine/pointer.ts'
import { requiredIn } from './form-nodes.ts'

/** 'Where this was answered': `at` is where the question is declared, `answer` what was chosen; `many`: among others. */
export type Asked = { readonly at: string; readonly answer: Json; readonly many: boolean }

/** What one object asks on one answer: `names` and those of them that are `required` then, as pointers below the object ('/properties/fee'). */
export type Case = { readonly asked: Asked; readonly names: readonly string[]; readonly required: readonly string[] }
/** `others`: conditions that a person wrote in another shape; they are kept as they are. */
export type Conditions = { readonly cases: readonly Case[]; readonly others: readonly JsonObject[] }

const isOnly = (value: JsonObject, ...keywords: readonly string[]): boolean => Object.keys(value).every((one) => keywords.includes(one))
const propertiesOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {})
const nameOf = (at: string): string => partsOf(at).at(-1) ?? ''
const ownerOf = (at: string): string => at.replace(/\/properties\/[^/]*$/, '')

const readTest = (value: JsonObject, at: string): Asked | undefined => {
  if (isOnly(value, 'const') && value['const'] !== undefined) return { at, answer: value['const'], many: false }
  const { contains } = value
  return isOnly(value, 'contains') && isObject(contains) && isOnly(contains, 'const') && contains['const'] !== undefined ? { at, answer: contains['const'], many: true } : undefined
}

/** A condition that asks for one answer of a question; undefined where it asks for anything else. */
export const readAsked = (condition: Json | undefined, at = ''): Asked | undefined => {
  if (!isObject(condition)) return undefined
  const { required, properties } = condition
  if (!Array.isArray(required) || !isObject(properties)) return at === '' ? undefined : readTest(condition, at)
  const [name, ...more] = Object.keys(properties)
  const isStep = name !== undefined && more.length === 0 && required.length === 1 && required[0] === name && isOnly(condition, 'required', 'properties')
  return isStep ? readAsked(properties[name], below(`${at}/properties`, name)) : undefined
}

export const writeAsked = ({ at, answer, many }: Asked): Json =>
  partsOf(at).filter((_, i) => i % 2 === 1).reduceRight<Json>((inner, name) => ({ required: [name], properties: { [name]: inner } }), many ? { contains: { const: answer } } : { const: answer })

export const sameAsked = (a: Asked, b: Asked): boolean => JSON.stringify([a.at, a.answer, a.many]) === JSON.stringify([b.at, b.answer, b.many])

type Read = (branch: JsonObject, at: string) => readonly string[] | undefined

/** What a branch says of each of its properties, by `read`; undefined where one of them is told something else. */
const readEach = (branch: JsonObject, at: string, read: (value: Json, own: string) => readonly string[] | undefined): readonly string[] | undefined => {
  const found = Object.entries(propertiesOf(branch)).map(([name, value]) => read(value, below(`${at}/properties`, name)))
  return found.includes(undefined) ? undefined : found.flatMap((one) => one ?? [])
}

/** What a branch hides, also inside other parts. */
const hiddenIn: Read = (branch, at) =>
  (isOnly(branch, 'properties') && isObject(branch['properties']) ? readEach(branch, at, (value, own) => (value === false ? [own] : isObject(value) ? hiddenIn(value, own) : undefined)) : undefined)

/** What a branch requires, also inside other parts. */
const owedIn: Read = (branch, at) => {
  const inside = isOnly(branch, 'required', 'properties') ? readEach(branch, at, (value, own) => (isObject(value) ? owedIn(value, own) : undefined)) : undefined
  return inside && [...requiredIn(branch).map((name) => below(`${at}/properties`, name)), ...inside]
}

const readCase = (condition: JsonObject): Case | undefined => {
  const { then, else: other } = condition
  const asked = readAsked(condition['if'])
  const names = isObject(other) ? hiddenIn(other, '') : undefined
  const required = then === undefined ? [] : isObject(then) ? owedIn(then, '') : undefined
  return asked && names && required ? { asked, names, required } : undefined
}

const writeHidden = (names: readonly string[]): JsonObject => names.reduce<JsonObject>((branch, at) => withValueAt(branch, at, false), { properties: {} })

const writeOwed = (names: readonly string[]): JsonObject => names.reduce<JsonObject>((branch, at) => {
  const owner = valueAt(branch, ownerOf(at))
  return withValueAt(branch, `${ownerOf(at)}/required`, [...requiredIn(isObject(owner) ? owner : {}), nameOf(at)])
}, names.length === 0 ? { required: [] } : {})

const writeCase = ({ asked, names, required }: Case): JsonObject => ({ if: writeAsked(asked), then: writeOwed(required), else: writeHidden(names) })

const KEYWORDS = ['if', 'then', 'else'] as const

/** The conditions of one object, its own and those in its allOf. */
export const readConditions = (owner: JsonObject): Conditions => {
  const own = owner['if'] === undefined ? [] : [Object.fromEntries(KEYWORDS.flatMap((one): [string, Json][] => (owner[one] === undefined ? [] : [[one, owner[one]]])))]
  const all = [...own, ...(Array.isArray(owner['allOf']) ? owner['allOf'].filter(isObject) : [])]
  return { cases: all.flatMap((one) => readCase(one) ?? []), others: all.filter((one) => readCase(one) === undefined) }
}

/** One condition stands in the object itself, as an author would write it. */
export const writeConditions = (owner: JsonObject, { cases, others }: Conditions): JsonObject => {
  const { if: _if, then: _then, else: _else, allOf: _allOf, ...rest } = owner
  const all = [...others, ...cases.map(writeCase)]
  return all.length > 1 ? { ...rest, allOf: all } : { ...rest, ...all[0] }
}

/** Does a condition that somebody wrote speak of what stands at `at`? */
export const speaksOf = (condition: JsonObject, at: string): boolean => [condition['then'], condition['else']].some((branch) => {
  const owner = valueAt(branch, ownerOf(at))
  return isObject(owner) && (requiredIn(owner).includes(nameOf(at)) || Object.hasOwn(propertiesOf(owner), nameOf(at)))
})

/** Cases that say nothing any more of what `isGone` names. */
export const withoutNames = (cases: readonly Case[], isGone: (at: string) => boolean): readonly Case[] =>
  cases.map(({ asked, names, required }) => ({ asked, names: names.filter((one) => !isGone(one)), required: required.filter((one) => !isGone(one)) })).filter(({ names }) => names.length > 0)

export const withName = (cases: readonly Case[], asked: Asked, at: string, isOwed: boolean): readonly Case[] => {
  const own: Case = { asked, names: [at], required: isOwed ? [at] : [] }
  if (!cases.some((one) => sameAsked(one.asked, asked))) return [...cases, own]
  return cases.map((one) => (sameAsked(one.asked, asked) ? { asked, names: [...one.names, at], required: [...one.required, ...own.required] } : one))
}
