import { isObject } from '../engine/pointer.ts'
import type { Option } from '../engine/form-model.ts'
import type { Json, Lang } from '../engine/json.ts'
import { escapeHtml, flat } from '../view/html.ts'
import { translateField as translate } from '../messages/field-messages.ts'
import { cleanLine } from './clean-text.ts'
import type { FieldKind, FieldViewProps, PostedInputs } from './field-kind.ts'
import { asText } from './presentation.ts'

/** Options that hold for these answers, else the field's own. */
export const optionsOf = (props: FieldViewProps): readonly Option[] => props.state.options ?? props.field.options ?? []

type Marked = { readonly html: string; readonly ends: ReadonlyMap<string, number> }

const empty = (lang: Lang): string => `<option value="">${translate('field.select.empty', lang)}</option>`

const markOptions = (options: readonly Option[], lang: Lang): Marked => {
  let html = empty(lang)
  const ends = new Map<string, number>()
  for (const { value, title } of options) {
    html += `<option value="${escapeHtml(value)}"`
    ends.set(value, html.length)
    html += `>${escapeHtml(title[lang] || title.vi)}</option>`
  }
  return { html: flat(html), ends }
}

const marked: Record<Lang, WeakMap<readonly Option[], Marked>> = { vi: new WeakMap(), en: new WeakMap() }

/**
 * `<option>`s of a select, the empty one first. The whole list is drawn once and only ' selected' is put in: a form has
 * several lists of 34, 54 and 250 entries. An answer that is not in the list stays visible as an option of its own.
 */
export const renderOptions = (options: readonly Option[], selected: string, lang: Lang): string => {
  let list = marked[lang].get(options)
  if (list === undefined) marked[lang].set(options, (list = markOptions(options, lang)))
  if (selected === '') return list.html
  const end = list.ends.get(selected)
  if (end !== undefined) return `${list.html.slice(0, end)} selected${list.html.slice(end)}`
  return `${list.html}<option value="${escapeHtml(selected)}" selected>${escapeHtml(selected)}</option>`
}

/** Values that a schema lists: `enum`, or `const` of `oneOf`/`anyOf`. */
export const schemaChoices = (schema: Readonly<Record<string, Json>>): readonly Json[] | undefined => {
  if (Array.isArray(schema['enum'])) return schema['enum']
  const branches = schema['oneOf'] ?? schema['anyOf']
  if (!Array.isArray(branches) || branches.length === 0) return undefined
  const consts = branches.map((branch) => (isObject(branch) ? branch['const'] : undefined))
  return consts.every((value) => value !== undefined) ? consts.flatMap((value) => (value === undefined ? [] : [value])) : undefined
}

/** What was picked, in the type that the schema lists it in (an enum of numbers is posted as text). */
const typedChoice = (text: string, schema: Readonly<Record<string, Json>>): Json => {
  const choices = schemaChoices(schema)
  if (choices === undefined || choices.includes(text)) return text
  return choices.find((choice) => typeof choice !== 'string' && String(choice) === text) ?? text
}

/** Posted values that say something: groups are preceded by an empty hidden input of the same name. */
export const pickedValues = (posted: PostedInputs): readonly string[] => (posted[''] ?? []).filter((value) => value.trim() !== '')

export const optionTitle = (options: readonly Option[], value: Json, lang: Lang): string => {
  const title = options.find((option) => option.value === asText(value))?.title
  return title === undefined ? asText(value) : title[lang] || title.vi
}

/** Reading and writing of a field with one answer out of a list; select and radios differ in their view alone. */
export const oneChoice = {
  inputs: [''],
  schema: (author) => (author['type'] === undefined && (schemaChoices(author) ?? []).every((choice) => typeof choice === 'string') ? { type: 'string' } : {}),
  read: (posted, field) => {
    const last = pickedValues(posted).at(-1)
    return last === undefined ? undefined : typedChoice(last, field.schema)
  },
  normalise: (value, field) => (typeof value === 'string' ? typedChoice(cleanLine(value), field.schema) : value),
  toPost: (value) => ({ '': [asText(value)] }),
  toText: (value, field, lang) => optionTitle(field.options ?? [], value, lang),
  explain: ({ keyword, value }) => explainChoice(keyword, value),
} satisfies Omit<FieldKind, 'id' | 'view'>

/** Codes of a list: nothing chosen, or something that is not in it. */
export const explainChoice = (keyword: string, value: Json | undefined): ReturnType<NonNullable<FieldKind['explain']>> => {
  if (keyword === 'required' || value === undefined) return { code: 'select.required', params: {} }
  return ['enum', 'const', 'oneOf', 'anyOf', 'format', 'type'].includes(keyword) ? { code: 'not-an-option', params: {} } : undefined
}

/** A field that may stand in a list of constants, as a schema without inputType: how many choices it has. */
export const choiceCount = (schema: Readonly<Record<string, Json>>): number => schemaChoices(schema)?.length ?? 0

