import { kindOf } from '../../../forms/fields/index.ts'
import { fieldStates, type Answers, type Field, type FieldState, type FormModel, type Json, type JsonObject, type Section } from '../../../forms/index.ts'

type StateOf = (pointer: string) => FieldState
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldEntries = (field: Field, value: Json | undefined, pointer: string, stateOf: StateOf): readonly (readonly [string, string])[] => {
  if (!stateOf(pointer).visible) return []
  const name = pointer.slice(1).replaceAll('/', '.')
  const inside = (at: string, owner: Json | undefined) => (field.children ?? []).flatMap((child) => fieldEntries(child, isObject(owner) ? owner[child.name] : undefined, `${at}/${child.name}`, stateOf))
  if (field.kind === 'fieldset') return inside(pointer, value)
  if (field.kind === 'repeating-group') return [[name, ''], ...(Array.isArray(value) ? value.flatMap((row, i) => inside(`${pointer}/${i}`, row)) : [])]
  const kind = kindOf(field.kind)
  const posted = kind.toPost(value, field)
  return kind.inputs.flatMap((suffix) => (posted[suffix] ?? ['']).map((one): readonly [string, string] => [suffix === '' ? name : `${name}.${suffix}`, one]))
}

/** What the browser posts for a page that shows these answers: every enabled input, hidden fields not at all. */
export const postOf = (form: FormModel, section: Section, answers: Answers, intent = 'next'): readonly (readonly [string, string])[] => {
  const stateOf = fieldStates(form, answers)
  const top = section.name === '' || section.fields[0]?.pointer === `/${section.name}` ? answers : answers[section.name]
  return [...section.fields.flatMap((field) => fieldEntries(field, isObject(top) ? top[field.name] : undefined, field.pointer, stateOf)), ['_intent', intent]]
}
