import type { FormModel } from './form-model.ts'
import type { Json, JsonObject, JsonSchema, Text } from './json.ts'
import { below, isObject } from './pointer.ts'

/** A rule of `x-jsf-logic.validations`, and the fields (general pointers) that name it: its issue is shown at the first. */
export type Rule = { readonly severity?: 'warning'; readonly text?: Text; readonly fields: readonly string[] }

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

/** A sentence with its English (`x-dvc-en` beside it); without English, the Vietnamese stands for both. */
export const sentenceOf = (vi: Json | undefined, en: Json | undefined): Text | undefined =>
  typeof vi === 'string' ? { vi, en: typeof en === 'string' ? en : vi } : undefined

const namesOf = (schema: JsonSchema): readonly string[] => {
  const names = schema['x-jsf-logic-validations']
  return Array.isArray(names) ? names.map(String) : []
}

/** Fields below an object that name the rule, without looking into objects that have a rule of that name themselves. */
const fieldsNaming = (schema: JsonSchema, pointer: string, name: string): readonly string[] =>
  Object.entries(object(schema['properties'])).flatMap(([property, value]) => {
    const child = object(value)
    const at = below(pointer, property)
    const inner = Object.hasOwn(object(object(child['x-jsf-logic'])['validations']), name) ? [] : fieldsNaming(child, at, name)
    return [...(namesOf(child).includes(name) ? [at] : []), ...inner]
  })

const ruleOf = (one: JsonObject, fields: readonly string[]): Rule => {
  const text = sentenceOf(one['errorMessage'], object(one['x-dvc-en'])['errorMessage'])
  return { fields, ...(text ? { text } : {}), ...(one['severity'] === 'warning' ? { severity: 'warning' as const } : {}) }
}

const collect = (schema: JsonSchema, pointer: string, out: Map<string, ReadonlyMap<string, Rule>>): void => {
  const validations = Object.entries(object(object(schema['x-jsf-logic'])['validations']))
  if (validations.length > 0) out.set(pointer, new Map(validations.map(([name, one]) => [name, ruleOf(object(one), fieldsNaming(schema, pointer, name))])))
  for (const [name, child] of Object.entries(object(schema['properties']))) collect(object(child), below(pointer, name), out)
  if (isObject(schema['items'])) collect(schema['items'], `${pointer}/*`, out)
}

const cache = new WeakMap<FormModel, ReadonlyMap<string, ReadonlyMap<string, Rule>>>()

/** Rules of a form by the general pointer of the object that declares them, then by name. */
export const rulesOf = (form: FormModel): ReadonlyMap<string, ReadonlyMap<string, Rule>> => {
  const known = cache.get(form)
  if (known) return known
  const rules = new Map<string, ReadonlyMap<string, Rule>>()
  collect(form.schema, '', rules)
  cache.set(form, rules)
  return rules
}
