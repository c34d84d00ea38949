import { isObject } from '../../engine/pointer.ts'
import type { Field } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import { choiceCount, optionTitle, pickedValues } from '../choices.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewCheckboxes } from './view.ts'

/** In the order of the list, so that the same ticks are the same answer; what is not in the list comes last. */
const inOrder = (values: readonly Json[], field: Field): Json[] => {
  const order = new Map((field.options ?? []).map((option, i) => [option.value, i]))
  const place = (value: Json): number => order.get(asText(value)) ?? order.size
  return values.toSorted((a, b) => place(a) - place(b))
}

const normalise = (value: Json, field: Field): Json => {
  const values = typeof value === 'string' ? [value] : value
  if (!Array.isArray(values)) return value
  const clean = values.map((entry) => (typeof entry === 'string' ? cleanLine(entry) : entry)).filter((entry) => entry !== '')
  return inOrder([...new Set(clean)], field)
}

/** Any number out of a list; none ticked is no answer. */
export const checkboxesKind: FieldKind = {
  id: 'checkboxes',
  frame: 'group',
  matches: (schema) => schema['type'] === 'array' && isObject(schema['items']) && choiceCount(schema['items']) > 0,
  schema: () => ({ type: 'array', uniqueItems: true, maxItems: 100 }),
  inputs: [''],
  read: (posted) => {
    const picked = pickedValues(posted)
    return picked.length === 0 ? undefined : [...new Set(picked)]
  },
  normalise,
  toPost: (value) => ({ '': ['', ...(Array.isArray(value) ? value.map(asText) : value === undefined ? [] : [asText(value)])] }),
  toText: (value, field, lang) => (Array.isArray(value) ? value : [value]).map((entry) => optionTitle(field.options ?? [], entry, lang)).join(', '),
  explain: ({ keyword, value }) => {
    const none = value === undefined || (Array.isArray(value) && value.length === 0)
    if (none && (keyword === 'required' || keyword === 'minItems')) return { code: 'checkboxes.required', params: {} }
    return keyword === 'enum' || keyword === 'oneOf' || keyword === 'anyOf' ? { code: 'not-an-option', params: {} } : undefined
  },
  view: viewCheckboxes,
}
