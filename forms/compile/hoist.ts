import { conditionalsOf, type Conditional } from '../engine/conditions-of.ts'
import type { JsonObject, JsonSchema } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'
import { CompileError } from './errors.ts'

const propertiesOf = (schema: JsonSchema): JsonObject => (isObject(schema['properties']) ? schema['properties'] : {})
const newNames = (branch: JsonSchema, known: JsonObject): readonly string[] =>
  Object.entries(propertiesOf(branch)).filter(([name, value]) => isObject(value) && !Object.hasOwn(known, name)).map(([name]) => name)

/** `dependentRequired` says the same as a conditional; as a conditional, json-schema-form understands it too. */
const dependentConditionals = (schema: JsonSchema): readonly JsonSchema[] =>
  Object.entries(isObject(schema['dependentRequired']) ? schema['dependentRequired'] : {})
    .map(([name, required]) => ({ if: { required: [name] }, then: { required } }))

/** Hides in `branch` what only the other branch declares. */
const hide = (branch: JsonSchema, names: readonly string[]): JsonSchema =>
  names.length === 0 ? branch : { ...branch, properties: { ...propertiesOf(branch), ...Object.fromEntries(names.map((name) => [name, false])) } }

type Hoisted = { readonly conditional: JsonSchema; readonly declared: JsonObject }

const hoistOne = (conditional: Conditional, known: JsonObject): Hoisted => {
  const fromThen = newNames(conditional.then, known)
  const fromElse = newNames(conditional.else, known)
  const onlyThen = fromThen.filter((name) => !fromElse.includes(name))
  const onlyElse = fromElse.filter((name) => !fromThen.includes(name))
  const lift = (branch: JsonSchema, names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, propertiesOf(branch)[name] ?? {}]))
  const lean = (branch: JsonSchema, names: readonly string[]): JsonSchema => {
    const kept = Object.fromEntries(Object.entries(propertiesOf(branch)).filter(([name]) => !names.includes(name)))
    return { ...branch, ...(isObject(branch['properties']) ? { properties: kept } : {}) }
  }
  return {
    conditional: { if: conditional.if, then: hide(lean(conditional.then, onlyThen), onlyElse), else: hide(lean(conditional.else, onlyElse), onlyThen) },
    declared: { ...lift(conditional.else, onlyElse), ...lift(conditional.then, fromThen) },
  }
}

const hoistAll = (schema: JsonSchema, pointer: string): JsonSchema => {
  const known = propertiesOf(schema)
  const hoisted = [...conditionalsOf(schema).map((one) => hoistOne(one, known)), ...dependentConditionals(schema).map((conditional) => ({ conditional, declared: {} }))]
  const declared: JsonObject = {}
  for (const one of hoisted) {
    for (const [name, value] of Object.entries(one.declared)) {
      if (Object.hasOwn(declared, name)) throw new CompileError(below(pointer, 'properties'), `'${name}' is declared by several conditions: declare it once in 'properties' and hide it with false`)
      declared[name] = value
    }
  }
  const others = Array.isArray(schema['allOf']) ? schema['allOf'].filter((part) => !isObject(part) || part['if'] === undefined) : []
  const { if: _if, then: _then, else: _else, dependentRequired: _dependent, allOf: _allOf, ...rest } = schema
  const allOf = [...others, ...hoisted.map((one) => one.conditional)]
  return { ...rest, properties: { ...known, ...declared }, ...(allOf.length > 0 ? { allOf } : {}) }
}

const mapChildren = (schema: JsonSchema, pointer: string): JsonSchema => {
  const properties = Object.fromEntries(Object.entries(propertiesOf(schema))
    .map(([name, value]) => [name, isObject(value) ? hoistConditionals(value, below(below(pointer, 'properties'), name)) : value]))
  return {
    ...schema,
    ...(isObject(schema['properties']) ? { properties } : {}),
    ...(isObject(schema['items']) ? { items: hoistConditionals(schema['items'], below(pointer, 'items')) } : {}),
  }
}

/**
 * Brings conditions to one shape: every field is declared in `properties`, conditionals stand in `allOf`, and a field that
 * only one branch declared is hidden (false) by the other. What is valid does not change for pruned answers.
 */
export const hoistConditionals = (schema: JsonSchema, pointer = ''): JsonSchema =>
  mapChildren(isObject(schema['properties']) ? hoistAll(schema, pointer) : schema, pointer)
