import type { Field, FormModel, Section } from '../../engine/form-model.ts'
import { generalPointer } from '../../engine/pointer.ts'

const withChildren = (field: Field): readonly Field[] => [field, ...(field.children ?? []).flatMap(withChildren)]

const indexes = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>()
const indexOf = (fields: readonly Field[]): ReadonlyMap<string, Field> => {
  const known = indexes.get(fields)
  if (known) return known
  const index = new Map(fields.flatMap(withChildren).map((field) => [field.pointer, field]))
  indexes.set(fields, index)
  return index
}

/** The deepest field that a concrete pointer is in. */
export const fieldAt = (fields: readonly Field[], pointer: string): Field | undefined => {
  const index = indexOf(fields)
  for (let at = generalPointer(pointer); at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = index.get(at)
    if (field) return field
  }
  return undefined
}

/** The section that a pointer is in, or undefined for papers. */
export const sectionAt = (form: FormModel, pointer: string): Section | undefined =>
  form.sections.find((section) => fieldAt(section.fields, pointer) !== undefined)
  ?? form.sections.find((section) => section.name !== '' && section.name === pointer.split('/')[1])
