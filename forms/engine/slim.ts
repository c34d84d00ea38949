import { conditionalsOf } from './conditions-of.ts'
import type { FormModel } from './form-model.ts'
import type { Json, JsonObject, JsonSchema } from './json.ts'
import { isObject } from './pointer.ts'
import type { SlimConditional, SlimOption, SlimSchema } from './states.ts'

const propertiesOf = (schema: JsonSchema): JsonObject => (isObject(schema['properties']) ? schema['properties'] : {})
const requiredOf = (schema: JsonSchema): readonly string[] => (Array.isArray(schema['required']) ? schema['required'].map(String) : [])

const slimOption = (one: Json): readonly SlimOption[] => {
  if (typeof one === 'string') return [one]
  if (!isObject(one) || typeof one['const'] !== 'string') return []
  const vi = typeof one['title'] === 'string' ? one['title'] : one['const']
  const en = isObject(one['x-dvc-en']) ? one['x-dvc-en']['title'] : undefined
  return vi === one['const'] && en === undefined ? [vi] : [[one['const'], vi, typeof en === 'string' ? en : vi]]
}

/** Only in a branch do listed values matter here: the field's own are in the form model. */
const optionsOf = (schema: JsonSchema): Pick<SlimSchema, 'options'> => {
  const listed = schema['oneOf'] ?? schema['enum'] ?? (isObject(schema['items']) ? (schema['items']['oneOf'] ?? schema['items']['enum']) : undefined)
  return Array.isArray(listed) ? { options: listed.flatMap(slimOption) } : {}
}

const slimBranch = (schema: JsonSchema): SlimSchema => {
  const names = [...new Set([...Object.keys(propertiesOf(schema)), ...requiredOf(schema)])]
  const part = (name: string): SlimSchema | false => {
    const value = propertiesOf(schema)[name]
    return value === false ? false : slimBranch(isObject(value) ? value : {})
  }
  return {
    ...(names.length > 0 ? { properties: Object.fromEntries(names.map((name) => [name, part(name)])) } : {}),
    ...(requiredOf(schema).length > 0 ? { required: requiredOf(schema) } : {}),
    ...optionsOf(schema),
    ...slimConditions(schema),
  }
}

const slimConditions = (schema: JsonSchema): { readonly conditions?: readonly SlimConditional[] } => {
  const conditions = conditionalsOf(schema).map((one) => ({ if: one.if, then: slimBranch(one.then), else: slimBranch(one.else) }))
  return conditions.length > 0 ? { conditions } : {}
}

/** A condition may reach into an object from outside: what it names there needs the object's own `required` as well. */
type Named = { readonly [name: string]: Named }

const namedIn = (branch: SlimSchema): Named => merge([
  Object.fromEntries(Object.entries(branch.properties ?? {}).map(([name, part]) => [name, part === false ? {} : merge([namedIn(part), ...(part.items ? [{ '*': namedIn(part.items) }] : [])])])),
  ...namedByConditions(branch),
])
const namedByConditions = (schema: SlimSchema): readonly Named[] => (schema.conditions ?? []).flatMap((one) => [namedIn(one.then), namedIn(one.else)])
const merge = (parts: readonly Named[]): Named => {
  const out: Record<string, Named> = {}
  for (const part of parts) for (const [name, inner] of Object.entries(part)) out[name] = out[name] ? merge([out[name], inner]) : inner
  return out
}

const slimNode = (schema: JsonSchema, fromOutside: Named): SlimSchema | undefined => {
  const conditions = slimConditions(schema)
  const named = merge([fromOutside, ...namedByConditions(conditions)])
  const { '*': namedRow, ...namedHere } = named
  const properties: Record<string, SlimSchema> = {}
  for (const [name, child] of Object.entries(propertiesOf(schema))) {
    const slim = isObject(child) ? slimNode(child, namedHere[name] ?? {}) : undefined
    if (slim || namedHere[name]) properties[name] = slim ?? {}
  }
  const items = isObject(schema['items']) ? slimNode(schema['items'], namedRow ?? {}) : undefined
  const required = requiredOf(schema).filter((name) => properties[name])
  if (Object.keys(properties).length === 0 && !items && !conditions.conditions) return undefined
  return {
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(items ? { items } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...conditions,
  }
}

const cache = new WeakMap<FormModel, SlimSchema>()

/** Conditions of a form and nothing else; made once per form model. */
export const slimOf = (form: FormModel): SlimSchema => {
  const known = cache.get(form)
  if (known) return known
  const slim = slimNode(form.schema, {}) ?? {}
  cache.set(form, slim)
  return slim
}
