import type { Field, Section } from './form-model.ts'
import type { Answers, Json, JsonObject } from './json.ts'
import { below, isObject } from './pointer.ts'
import { isRootSection } from './section.ts'

type Shown = ReadonlySet<string>

const member = (value: Json | undefined, name: string): Json | undefined => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)

const mergeRows = (field: Field, stored: Json | undefined, posted: Json | undefined, place: { readonly pointer: string; readonly shown: Shown }): Json | undefined => {
  if (!place.shown.has(place.pointer)) return stored
  const before = Array.isArray(stored) ? stored : []
  return Array.isArray(posted)
    ? posted.map((row, i) => mergeObject(field.children ?? [], before[i], row, { pointer: `${place.pointer}/${i}`, shown: place.shown }))
    : undefined
}

const mergeField = (field: Field, stored: Json | undefined, posted: Json | undefined, place: { readonly pointer: string; readonly shown: Shown }): Json | undefined => {
  if (field.kind === 'fieldset') return mergeObject(field.children ?? [], stored, posted, place)
  if (field.kind === 'repeating-group') return mergeRows(field, stored, posted, place)
  return place.shown.has(place.pointer) ? posted : stored
}

const mergeObject = (fields: readonly Field[], stored: Json | undefined, posted: Json | undefined, place: { readonly pointer: string; readonly shown: Shown }): JsonObject => {
  const out: JsonObject = isObject(stored) ? { ...stored } : {}
  for (const field of fields) {
    const next = mergeField(field, member(stored, field.name), member(posted, field.name), { pointer: below(place.pointer, field.name), shown: place.shown })
    if (next === undefined) delete out[field.name]
    else out[field.name] = next
  }
  return out
}

/** Stored answers with those of the fields that were on the page replaced; other sections stay as they are. */
export const mergePost = (section: Section, stored: Answers, posted: JsonObject, shown: Shown): Answers => {
  if (isRootSection(section)) return mergeObject(section.fields, stored, posted, { pointer: '', shown })
  return { ...stored, [section.name]: mergeObject(section.fields, stored[section.name], posted[section.name], { pointer: `/${section.name}`, shown }) }
}
