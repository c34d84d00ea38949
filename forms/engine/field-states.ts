import { fieldsByPointer } from './all-fields.ts'
import type { FieldState, FormModel, Option, Section } from './form-model.ts'
import type { Answers } from './json.ts'
import { generalPointer } from './pointer.ts'
import { slimOf } from './slim.ts'
import { decideStates, type SlimSchema, type SlimState } from './states.ts'

const HIDDEN: FieldState = { visible: false, required: false }
const UNKNOWN: FieldState = { visible: true, required: false }

const optionCache = new WeakMap<NonNullable<SlimSchema['options']>, readonly Option[]>()
const optionsOf = (listed: NonNullable<SlimSchema['options']>): readonly Option[] => {
  const known = optionCache.get(listed)
  if (known) return known
  const options = listed.map((one): Option => (typeof one === 'string' ? { value: one, title: { vi: one, en: one } } : { value: one[0], title: { vi: one[1], en: one[2] } }))
  optionCache.set(listed, options)
  return options
}

const staticCache = new WeakMap<FormModel, ReadonlyMap<string, FieldState>>()
const staticStates = (form: FormModel): ReadonlyMap<string, FieldState> => {
  const known = staticCache.get(form)
  if (known) return known
  const required = form.schema['required']
  const sections = form.sections.map(({ name }): [string, FieldState] => [`/${name}`, { visible: true, required: Array.isArray(required) && required.includes(name) }])
  const fields = [...fieldsByPointer(form)].map(([pointer, field]): [string, FieldState] =>
    [pointer, { visible: true, required: field.required, ...(field.options ? { options: field.options } : {}) }])
  const states = new Map([...sections, ...fields])
  staticCache.set(form, states)
  return states
}

const withOptions = (state: SlimState, base: FieldState | undefined): FieldState => {
  const narrowed = state.options ? optionsOf(state.options) : undefined
  const options = narrowed && base?.options ? base.options.filter((one) => narrowed.some((other) => other.value === one.value)) : (narrowed ?? base?.options)
  return { visible: state.visible, required: state.required, ...(options ? { options } : {}) }
}

/**
 * State of every field for these answers, by concrete pointer (row numbers, not `*`). Give it pruned answers: what a hidden
 * field once said must not decide anything. Only conditions are evaluated; the rest was made once with the form.
 */
export const fieldStates = (form: FormModel, answers: Answers): ((pointer: string) => FieldState) => {
  const decided = decideStates(slimOf(form), answers)
  const fixed = staticStates(form)
  const hidden = [...decided].filter(([, state]) => !state.visible).map(([pointer]) => `${pointer}/`)
  return (pointer) => {
    if (hidden.some((one) => pointer.startsWith(one))) return HIDDEN
    const base = fixed.get(generalPointer(pointer))
    const state = decided.get(pointer)
    return state ? withOptions(state, base) : (base ?? UNKNOWN)
  }
}

/** Sections that these answers ask for, in order. A section whose every field is hidden is no page. */
export const visibleSections = (form: FormModel, answers: Answers): readonly Section[] => {
  const stateOf = fieldStates(form, answers)
  return form.sections.filter((section) =>
    (section.name === '' || stateOf(`/${section.name}`).visible) && section.fields.some((field) => stateOf(field.pointer).visible))
}
