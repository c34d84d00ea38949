import type { Field, FormModel } from './form-model.ts'

const withChildren = (field: Field): readonly Field[] => [field, ...(field.children ?? []).flatMap(withChildren)]

const cache = new WeakMap<FormModel, ReadonlyMap<string, Field>>()

/** Every field of a form by its general pointer (`*` for rows), containers and their children alike. */
export const fieldsByPointer = (form: FormModel): ReadonlyMap<string, Field> => {
  const known = cache.get(form)
  if (known) return known
  const map = new Map(form.sections.flatMap((section) => section.fields.flatMap(withChildren)).map((field) => [field.pointer, field]))
  cache.set(form, map)
  return map
}
