import type { Json, JsonObject, JsonSchema } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { takeChoices } from './choices.ts'

/** Keywords that a validator reads; all others describe, and would only make its text longer. */
const CONSTRAINTS = new Set([
  'type', 'const', 'enum', 'required', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties',
  'items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems', 'uniqueItems',
  'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf',
  'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf', 'not', 'dependentRequired', 'dependentSchemas', 'x-dvc-codelist',
])
const NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependentSchemas'])
const LITERAL = new Set(['const', 'enum', 'required', 'dependentRequired', 'type', 'x-dvc-rules', 'x-dvc-enum', 'x-dvc-choices'])

/** A list of `{const, title}` says what `enum` says, and enum gives one error instead of one an option. */
const constsOf = (oneOf: Json | undefined): readonly Json[] | undefined =>
  Array.isArray(oneOf) && oneOf.length > 0 && oneOf.every((one) => isObject(one) && one['const'] !== undefined && Object.keys(one).every((key) => key === 'const' || !CONSTRAINTS.has(key)))
    ? oneOf.flatMap((one) => (isObject(one) && one['const'] !== undefined ? [one['const']] : []))
    : undefined

const rulesOf = (schema: JsonObject): JsonObject => {
  const logic = schema['x-jsf-logic']
  const validations = isObject(logic) && isObject(logic['validations']) ? logic['validations'] : {}
  const rules = Object.entries(validations).map(([name, one]) => [name, isObject(one) ? (one['rule'] ?? true) : true])
  return rules.length > 0 ? { 'x-dvc-rules': Object.fromEntries(rules) } : {}
}

const leanMember = (keyword: string, value: Json): Json => {
  if (LITERAL.has(keyword)) return value
  if (NAMED_SCHEMAS.has(keyword) && isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, lean(schema)]))
  return Array.isArray(value) ? value.map(lean) : lean(value)
}

const isEmptyBranch = (keyword: string, value: Json): boolean =>
  (keyword === 'then' || keyword === 'else') && isObject(value) && Object.keys(value).length === 0

/** A condition with nothing in either branch asks nothing. */
const isIdle = (schema: Json): boolean => isObject(schema) && schema['if'] !== undefined && schema['then'] === undefined && schema['else'] === undefined && Object.keys(schema).length === 1

/** Lists of texts are looked up, not compared one by one: faster, and their text stands in the validator once. */
const leanEnum = (list: Json | undefined): JsonObject =>
  Array.isArray(list) ? (list.every((item) => typeof item === 'string') ? { 'x-dvc-enum': list } : { enum: list }) : {}

const leanAllOf = (allOf: Json | undefined): JsonObject => {
  if (!Array.isArray(allOf)) return {}
  const { rest, choices } = takeChoices(allOf.map(leanConditional))
  const parts = rest.map(lean).filter((part) => !isIdle(part))
  return {
    ...(parts.length > 0 ? { allOf: parts } : {}),
    ...(choices.length > 0 ? { 'x-dvc-choices': choices.map(({ by, of, values }) => ({ by, of, values: Object.fromEntries(Object.entries(values).map(([when, list]) => [when, [...list]])) })) } : {}),
  }
}

/** A conditional without its empty branches: what `takeChoices` can recognise. */
const leanConditional = (part: Json): Json =>
  isObject(part) ? Object.fromEntries(Object.entries(part).filter(([keyword, value]) => !isEmptyBranch(keyword, value))) : part

const lean = (schema: Json): Json => {
  if (!isObject(schema)) return schema
  const consts = constsOf(schema['oneOf']) ?? (schema['type'] === undefined ? constsOf(schema['anyOf']) : undefined)
  const { oneOf, allOf, enum: listed, ...others } = schema
  const entries = Object.entries(others).filter(([keyword, value]) => CONSTRAINTS.has(keyword) && !isEmptyBranch(keyword, value))
  return {
    ...Object.fromEntries(entries.map(([keyword, value]) => [keyword, leanMember(keyword, value)])),
    ...leanEnum(consts && listed === undefined ? [...consts] : listed),
    ...(consts || oneOf === undefined ? {} : { oneOf: leanMember('oneOf', oneOf) }),
    ...leanAllOf(allOf),
    ...rulesOf(schema),
  }
}

/** Shorter than this, a schema costs less where it stands than as a function of its own. */
const WORTH_SHARING = 400

const count = (schema: Json, seen: Map<string, number>): void => {
  if (Array.isArray(schema)) return schema.forEach((part) => count(part, seen))
  if (!isObject(schema)) return
  const text = JSON.stringify(schema)
  if (text.length < WORTH_SHARING) return
  const times = (seen.get(text) ?? 0) + 1
  seen.set(text, times)
  if (times === 1) Object.entries(schema).forEach(([keyword, part]) => { if (!LITERAL.has(keyword)) count(part, seen) })
}

type Sharing = { readonly repeated: ReadonlyMap<string, number>; readonly names: Map<string, string>; readonly defs: JsonObject }

const shareChildren = (schema: JsonObject, sharing: Sharing): JsonObject =>
  Object.fromEntries(Object.entries(schema).map(([keyword, part]): [string, Json] => {
    if (LITERAL.has(keyword)) return [keyword, part]
    if (NAMED_SCHEMAS.has(keyword) && isObject(part)) return [keyword, Object.fromEntries(Object.entries(part).map(([name, one]) => [name, share(one, sharing)]))]
    return [keyword, Array.isArray(part) ? part.map((one) => share(one, sharing)) : share(part, sharing)]
  }))

const share = (schema: Json, sharing: Sharing): Json => {
  if (!isObject(schema)) return schema
  const text = JSON.stringify(schema)
  if (text.length < WORTH_SHARING || (sharing.repeated.get(text) ?? 0) < 2) return shareChildren(schema, sharing)
  const known = sharing.names.get(text)
  if (known) return { $ref: known }
  const name = `#/$defs/d${sharing.names.size}`
  sharing.names.set(text, name)
  sharing.defs[name.slice('#/$defs/'.length)] = shareChildren(schema, sharing)
  return { $ref: name }
}

/** The constraints of a form schema alone, with parts that repeat (addresses, parents) written once. What is valid does not change. */
export const validatorSchema = (schema: JsonSchema): JsonSchema => {
  const constraints = lean(schema)
  const seen = new Map<string, number>()
  count(constraints, seen)
  const sharing: Sharing = { repeated: seen, names: new Map(), defs: {} }
  const shared = isObject(constraints) ? shareChildren(constraints, sharing) : {}
  return Object.keys(sharing.defs).length > 0 ? { ...shared, $defs: sharing.defs } : shared
}
