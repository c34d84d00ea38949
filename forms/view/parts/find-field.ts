import type { Field, FormModel, Section } from '../../engine/form-model.ts'
import type { Answers, Json } from '../../engine/json.ts'

/** The value that a pointer names, or undefined. Own properties only. */
export const valueAt = (answers: Answers, pointer: string): Json | undefined => {
  let value: Json | undefined = answers
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    value = Array.isArray(value) ? value[Number(key)] : Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
}

/** Does a field's pointer (`*` = any row) name this pointer, or something that this pointer is inside of? */
const leadsTo = (field: Field, parts: readonly string[]): boolean =>
  field.pointer.split('/').slice(1).every((part, i) => part === parts[i] || (part === '*' && parts[i] !== undefined))

/** The deepest field that a concrete pointer is in. */
export const fieldAt = (fields: readonly Field[], pointer: string): Field | undefined => {
  const field = fields.find((one) => leadsTo(one, pointer.split('/').slice(1)))
  return field?.children ? (fieldAt(field.children, pointer) ?? field) : field
}

/** The section that a pointer is in, or undefined for papers. */
export const sectionAt = (form: FormModel, pointer: string): Section | undefined =>
  form.sections.find((section) => fieldAt(section.fields, pointer) !== undefined)
  ?? form.sections.find((section) => section.name !== '' && section.name === pointer.split('/')[1])
