import { conditionalsOf } from '../engine/conditions-of.ts'
import type { Json, JsonObject, JsonSchema } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'
import type { FieldKind } from '../fields/field-kind.ts'
import { FIELD_KINDS, inferKind, kindOf } from '../fields/index.ts'
import { CompileError } from './errors.ts'

const presentationOf = (schema: JsonSchema): JsonObject => (isObject(schema['x-jsf-presentation']) ? schema['x-jsf-presentation'] : {})
const propertiesOf = (schema: JsonSchema): JsonObject => (isObject(schema['properties']) ? schema['properties'] : {})

const isKnown = (id: string): boolean => (Array.isArray(FIELD_KINDS) ? FIELD_KINDS.some((kind) => kind.id === id) : Object.hasOwn(FIELD_KINDS, id))

const kindFor = (schema: JsonSchema, narrowed: boolean, pointer: string): FieldKind => {
  const id = presentationOf(schema)['inputType']
  if (typeof id !== 'string') return narrowed && schema['type'] === 'string' ? kindOf('select') : inferKind(schema)
  if (!isKnown(id)) throw new CompileError(`${pointer}/x-jsf-presentation/inputType`, `there is no field kind '${id}'`)
  return kindOf(id)
}

/** Does a condition of the object narrow this property to a list? Then it is chosen, not typed. */
const isNarrowed = (schema: JsonSchema, name: string): boolean =>
  conditionalsOf(schema).some((one) => [one.then, one.else].some((branch) => {
    const part = propertiesOf(branch)[name]
    return isObject(part) && (Array.isArray(part['enum']) || Array.isArray(part['oneOf']))
  }))

const mergeChild = (parent: JsonSchema, name: string, child: Json, pointer: string): Json =>
  isObject(child) ? mergeKind(child, isNarrowed(parent, name), below(`${pointer}/properties`, name)) : child

const mergeObject = (schema: JsonSchema, pointer: string): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  ...schema,
  properties: Object.fromEntries(Object.entries(propertiesOf(schema)).map(([name, child]) => [name, mergeChild(schema, name, child, pointer)])),
})

const mergeKind = (schema: JsonSchema, narrowed: boolean, pointer: string): JsonSchema => {
  const kind = kindFor(schema, narrowed, pointer)
  const merged: JsonSchema = { ...kind.schema(schema), ...schema, 'x-jsf-presentation': { ...presentationOf(schema), inputType: kind.id } }
  if (kind.id === 'fieldset') return mergeObject(merged, pointer)
  if (kind.id !== 'repeating-group') return merged
  return { ...merged, items: mergeObject(isObject(merged['items']) ? merged['items'] : {}, `${pointer}/items`) }
}

/** Lays every field kind's own schema under the author's, and closes objects to unknown properties. */
export const mergeKinds = (schema: JsonSchema): JsonSchema => mergeObject(schema, '')
