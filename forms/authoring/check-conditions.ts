import { CONDITION_KEYWORDS } from '../engine/condition.ts'
import type { Json, JsonObject, JsonSchema } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'
import { FILES, finding, type Place } from './finding.ts'
import type { Finding } from './source.ts'

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
const inside = (place: Place, part: string): Place => ({ file: place.file, pointer: below(place.pointer, part) })

/** Values that a field can take at all; undefined where it is not a list. */
const optionsOf = (target: JsonSchema): readonly Json[] | undefined => {
  const listed = Array.isArray(target['enum']) ? target['enum'] : listOf(target['oneOf']).flatMap((one) => object(one)['const'] ?? [])
  return listed.length > 0 ? listed : undefined
}

const checkValues = (condition: JsonObject, target: JsonSchema, place: Place): readonly Finding[] => {
  const options = optionsOf(target)
  const wanted = [...(condition['const'] === undefined ? [] : [condition['const']]), ...listOf(condition['enum'])]
  return options ? wanted.filter((value) => !options.includes(value)).map((value) => finding(place, 'option', JSON.stringify(value))) : []
}

/** Objects whose properties are all written down: others (an address) bring their own. */
const known = (target: JsonSchema): JsonObject | undefined => (isObject(target['properties']) ? target['properties'] : undefined)

const checkNames = (condition: JsonObject, target: JsonSchema, place: Place): readonly Finding[] => {
  const properties = known(target)
  if (!properties) return []
  const names = [...Object.keys(object(condition['properties'])), ...listOf(condition['required']).map(String)]
  return [...new Set(names)].filter((name) => !Object.hasOwn(properties, name)).map((name) => finding(place, 'property', name))
}

/** A condition against the schema of the value that it looks at: keywords of the subset, names and values that exist. */
export const checkCondition = (condition: Json, target: JsonSchema, place: Place): readonly Finding[] => {
  if (!isObject(condition)) return []
  const allowed = (keyword: string): boolean => CONDITION_KEYWORDS.includes(keyword) || /^(title|description|\$comment|x-)/.test(keyword)
  return [
    ...Object.keys(condition).filter((keyword) => !allowed(keyword)).map((keyword) => finding(inside(place, keyword), 'keyword', keyword)),
    ...checkNames(condition, target, place),
    ...checkValues(condition, target, place),
    ...Object.entries(object(condition['properties'])).flatMap(([name, part]) => checkCondition(part, object(object(target['properties'])[name]), inside(inside(place, 'properties'), name))),
    ...['not', 'contains'].flatMap((keyword) => (condition[keyword] === undefined ? [] : checkCondition(condition[keyword], keyword === 'contains' ? object(target['items']) : target, inside(place, keyword)))),
    ...['allOf', 'anyOf'].flatMap((keyword) => listOf(condition[keyword]).flatMap((part, i) => checkCondition(part, target, inside(inside(place, keyword), String(i))))),
  ]
}

/** A branch may speak of what the object declares; what it declares itself is new only at its own level. */
const checkBranch = (branch: JsonObject, target: JsonSchema, place: Place): readonly Finding[] => {
  const declared = { ...object(target['properties']), ...object(branch['properties']) }
  return [
    ...listOf(branch['required']).map(String).filter((name) => !Object.hasOwn(declared, name)).map((name) => finding(inside(place, 'required'), 'property', name)),
    ...Object.entries(object(branch['properties'])).flatMap(([name, value]): readonly Finding[] => {
      const at = inside(inside(place, 'properties'), name)
      if (value === false) return Object.hasOwn(object(target['properties']), name) ? [] : [finding(at, 'property', name)]
      return isObject(value) && isObject(object(target['properties'])[name]) ? checkBranch(value, object(object(target['properties'])[name]), at) : []
    }),
    ...checkConditionals(branch, target, place),
  ]
}

const checkOne = (node: JsonObject, target: JsonSchema, place: Place): readonly Finding[] => [
  ...(node['if'] === undefined ? [] : checkCondition(node['if'], target, inside(place, 'if'))),
  ...['then', 'else'].flatMap((keyword) => (isObject(node[keyword]) ? checkBranch(node[keyword], target, inside(place, keyword)) : [])),
]

/** What one branch alone declares can be read by conditions beside it. */
const withBranches = (target: JsonSchema): JsonSchema => {
  const branches = [target, ...listOf(target['allOf']).map(object)].flatMap((node) => [object(node['then']), object(node['else'])])
  const declared = Object.assign({}, ...branches.map((branch) => Object.fromEntries(Object.entries(object(branch['properties'])).filter(([, value]) => isObject(value)))))
  return { ...target, properties: { ...declared, ...object(target['properties']) } }
}

const checkConditionals = (node: JsonObject, target: JsonSchema, place: Place): readonly Finding[] => [
  ...checkOne(node, target, place),
  ...listOf(node['allOf']).flatMap((part, i) => checkOne(object(part), target, inside(inside(place, 'allOf'), String(i)))),
]

const checkNode = (node: JsonObject, place: Place): readonly Finding[] => [
  ...(isObject(node['properties']) ? checkConditionals(node, withBranches(node), place) : []),
  ...Object.entries(object(node['properties'])).flatMap(([name, child]) => (isObject(child) ? checkNode(child, inside(inside(place, 'properties'), name)) : [])),
  ...(isObject(node['items']) ? checkNode(node['items'], inside(place, 'items')) : []),
]

/** Every condition of a form schema (its $refs expanded). */
export const checkConditions = (schema: JsonObject): readonly Finding[] => checkNode(schema, { file: FILES.schema, pointer: '' })
