import type { Field } from '../engine/form-model.ts'
import type { Json, JsonSchema, Lang } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'

/** A text of `x-jsf-presentation`, e.g. autocomplete; undefined when absent. */
export const presentationText = (field: Field, key: string): string | undefined => {
  const value = field.presentation[key]
  return typeof value === 'string' ? value : undefined
}

/** A text that the author gave as one string or as {vi, en}. */
export const presentationInLang = (field: Field, key: string, lang: Lang): string | undefined => {
  const value = field.presentation[key]
  if (typeof value === 'string') return value
  const text = isObject(value) ? (value[lang] ?? value['vi']) : undefined
  return typeof text === 'string' ? text : undefined
}

/** One property of an object schema; {} when it is not described. */
export const propertySchema = (schema: JsonSchema, name: string): JsonSchema => {
  const properties = schema['properties']
  const property = isObject(properties) ? properties[name] : undefined
  return isObject(property) ? property : {}
}

/** A schema node's title in a language; undefined without one. */
export const schemaTitle = (schema: JsonSchema, lang: Lang): string | undefined => {
  const english = schema['x-dvc-en']
  const title = lang === 'en' && isObject(english) ? (english['title'] ?? schema['title']) : schema['title']
  return typeof title === 'string' ? title : undefined
}

/** An answer as plain text, whatever it is: what cannot be drawn otherwise is still shown as it came. */
export const asText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
