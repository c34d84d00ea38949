import { canonicalJson } from '../../engine/canonical-json.ts'
import { conditionalsOf } from '../../engine/conditions-of.ts'
import type { Json, JsonObject, JsonSchema } from '../../engine/json.ts'
import { below, isObject } from '../../engine/pointer.ts'
import type { Component } from '../../engine/procedure.ts'

/** One thing that a version of a form says of one place, always or under conditions. */
export type Fact = { readonly pointer: string; readonly keyword: string; readonly when: readonly JsonSchema[]; readonly value: Json }

/** Facts by place, keyword and condition: two versions are compared key by key. */
export type Facts = ReadonlyMap<string, Fact>

export const keyOf = ({ pointer, keyword, when }: Omit<Fact, 'value'>): string => `${keyword} ${pointer} ${canonicalJson(when)}`

/** Keywords that limit a value by themselves, told as they are. */
const LIMITS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'multipleOf', 'pattern', 'format', 'uniqueItems', 'additionalProperties'] as const
/** What cannot be weighed: any difference in these may refuse what was taken. */
const OPAQUE = ['not', 'contains', 'minContains', 'maxContains', 'oneOf', 'anyOf', 'prefixItems', 'patternProperties', 'propertyNames', 'dependentRequired', 'dependentSchemas', 'x-dvc-codelist'] as const

type Place = { readonly pointer: string; readonly when: readonly JsonSchema[] }
type Put = (place: Place, keyword: string, value: Json | undefined) => void

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const constsOf = (choices: Json | undefined): readonly Json[] | undefined => {
  const consts = list(choices).map((one) => (isObject(one) ? one['const'] : undefined))
  return consts.length > 0 && consts.every((one) => one !== undefined) ? consts as readonly Json[] : undefined
}

const valuesOf = ({ const: only, enum: listed, oneOf, anyOf }: JsonSchema): readonly Json[] | undefined =>
  (only !== undefined ? [only] : Array.isArray(listed) ? listed : constsOf(oneOf) ?? constsOf(anyOf))

const textsOf = ({ title, description, 'x-dvc-en': en }: JsonSchema): Json => ({ title: title ?? '', description: description ?? '', en: en ?? {} })

const readLimits = (schema: JsonSchema, at: Place, put: Put): void => {
  const values = valuesOf(schema)
  if (schema['type'] !== undefined) put(at, 'type', [schema['type']].flat())
  put(at, 'values', values && [...values])
  for (const keyword of LIMITS) put(at, keyword, schema[keyword])
  for (const keyword of OPAQUE) if (!(values && (keyword === 'oneOf' || keyword === 'anyOf'))) put(at, keyword, schema[keyword])
}

/** A rule with the severity of a warning stops nobody. */
const readRules = (schema: JsonSchema, at: Place, put: Put): void => {
  for (const [name, rule] of Object.entries(object(object(schema['x-jsf-logic'])['validations']))) if (object(rule)['severity'] !== 'warning') put(at, `rule ${name}`, object(rule)['rule'])
}

const readChildren = (schema: JsonSchema, at: Place, put: Put): void => {
  for (const name of list(schema['required'])) put({ ...at, pointer: below(at.pointer, String(name)) }, 'required', true)
  for (const [name, child] of Object.entries(object(schema['properties']))) {
    const place = { ...at, pointer: below(at.pointer, name) }
    if (child === false) put(place, 'hidden', true)
    else if (isObject(child)) read(child, place, put)
  }
  if (isObject(schema['items'])) read(schema['items'], { ...at, pointer: `${at.pointer}/*` }, put)
}

const readConditions = (schema: JsonSchema, { pointer, when }: Place, put: Put): void => {
  for (const one of conditionalsOf(schema)) {
    const condition: JsonSchema = isObject(one.if) ? one.if : one.if ? {} : { not: {} }
    read(one.then, { pointer, when: [...when, condition] }, put)
    read(one.else, { pointer, when: [...when, { not: condition }] }, put)
  }
  for (const part of list(schema['allOf'])) if (isObject(part) && part['if'] === undefined) read(part, { pointer, when }, put)
}

const read = (schema: JsonSchema, at: Place, put: Put): void => {
  if (at.when.length === 0) {
    put(at, 'field', true)
    put(at, 'kind', object(schema['x-jsf-presentation'])['inputType'])
    if (schema['title'] !== undefined || schema['description'] !== undefined) put(at, 'text', textsOf(schema))
  }
  readLimits(schema, at, put)
  readRules(schema, at, put)
  readChildren(schema, at, put)
  readConditions(schema, at, put)
}

const collect = (fill: (put: Put) => void): Facts => {
  const facts = new Map<string, Fact>()
  fill(({ pointer, when }, keyword, value) => {
    if (value === undefined) return
    const fact = { pointer, when, keyword, value }
    const key = keyOf(fact)
    // The parts of an allOf may each say something of one place: all of it counts.
    facts.set(facts.has(key) && keyword !== 'field' ? `${key} ${canonicalJson(value)}` : key, fact)
  })
  return facts
}

/** Facts of a compiled form schema (kinds laid under, no $ref left). */
export const factsOfForm = (schema: JsonSchema): Facts => collect((put) => {
  read(schema, { pointer: '', when: [] }, put)
  put({ pointer: '', when: [] }, 'order', Object.keys(object(schema['properties'])))
})

/** Facts of the papers that can be uploaded; what is only shown at a counter is nothing to send. */
export const factsOfPapers = (components: readonly Component[]): Facts => collect((put) => {
  for (const { id, title, when, upload } of components) {
    if (!upload) continue
    const at = { pointer: below('/papers', id), when: [] }
    put(at, 'field', true)
    put(at, 'text', title)
    put(at, 'asked', when)
    put(at, 'values', [...upload.accept])
    put(at, 'maxBytes', upload.maxBytes)
    put(at, 'maxFiles', upload.maxFiles)
    if (upload.required) put({ ...at, when: when ? [when] : [] }, 'required', true)
  }
})
