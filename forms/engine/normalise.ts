import { kindOf } from '../fields/index.ts'
import { fillComputed } from './computed.ts'
import { decideStates, type SlimState } from './states.ts'
import type { Field, FormModel, RuleContext, Section } from './form-model.ts'
import type { Answers, Json, JsonObject } from './json.ts'
import { isObject } from './pointer.ts'
import { prune } from './prune.ts'
import { isRootSection } from './section.ts'
import { slimOf } from './slim.ts'

/** What is longer is left as it is: validation refuses it, and no pattern has to run over it. */
const MAX_TEXT = 20_000
/** Rules that feed each other settle in two or three rounds; an author's cycle must not hang a request. */
const MAX_ROUNDS = 5

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

const normaliseLeaf = (field: Field, value: Json, context: RuleContext): Json | undefined => {
  if (typeof value === 'string' && value.length > MAX_TEXT) return value
  const normalised = kindOf(field.kind).normalise(value, field, context)
  return isEmpty(normalised) ? undefined : normalised
}

const normaliseField = (field: Field, value: Json, context: RuleContext): Json | undefined => {
  if (field.kind === 'fieldset') return isObject(value) ? withoutEmpty(normaliseFields(field.children ?? [], value, context), field.required) : value
  if (field.kind === 'repeating-group' && Array.isArray(value)) {
    const rows = value.map((row) => (isObject(row) ? normaliseFields(field.children ?? [], row, context) : row))
    return rows.length === 0 ? undefined : rows
  }
  return normaliseLeaf(field, value, context)
}

const withoutEmpty = (value: JsonObject, required: boolean): JsonObject | undefined => (isEmpty(value) && !required ? undefined : value)

const normaliseFields = (fields: readonly Field[], value: JsonObject, context: RuleContext): JsonObject => {
  const known = new Map(fields.map((field) => [field.name, field]))
  const out: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    const field = known.get(name)
    const next = field && member !== null ? normaliseField(field, member, context) : field ? undefined : member
    if (next !== undefined) out[name] = next
  }
  return openRequired(fields, out)
}

/** A nested object that is required exists even when nothing in it was typed, so that each missing field is reported itself. */
const openRequired = (fields: readonly Field[], value: JsonObject): JsonObject => {
  const missing = fields.filter((field) => field.kind === 'fieldset' && field.required && value[field.name] === undefined)
  return missing.reduce<JsonObject>((out, field) => ({ ...out, [field.name]: openRequired(field.children ?? [], {}) }), value)
}

const normaliseSection = (section: Section, answers: Answers, context: RuleContext): JsonObject => {
  if (isRootSection(section)) {
    const own = Object.fromEntries(section.fields.flatMap((field) => { const value = answers[field.name]; return value === undefined || !Object.hasOwn(answers, field.name) ? [] : [[field.name, value]] }))
    return normaliseFields(section.fields, own, context)
  }
  const value = Object.hasOwn(answers, section.name) ? answers[section.name] : undefined
  if (value === undefined || value === null) return {}
  return { [section.name]: isObject(value) ? normaliseFields(section.fields, value, context) : value }
}

/** Properties of the root that the form knows, in its order. */
const topNames = (form: FormModel): readonly string[] =>
  form.sections.flatMap((section) => (isRootSection(section) ? section.fields.map((field) => field.name) : [section.name]))

const isWanted = (form: FormModel, state: SlimState | undefined, name: string): boolean => {
  const required = form.schema['required']
  return state ? state.visible && state.required : Array.isArray(required) && required.includes(name)
}

/** Sections that these answers require are there, as empty objects at least; empty ones that nobody requires are not. In form order. */
const openSections = (form: FormModel, answers: Answers): Answers => {
  const decided = decideStates(slimOf(form), answers)
  const change = form.sections.filter((section) => !isRootSection(section))
    .filter(({ name }) => isWanted(form, decided.get(`/${name}`), name) ? answers[name] === undefined : Object.hasOwn(answers, name) && isEmpty(answers[name]))
  if (change.length === 0) return answers
  const next = { ...answers, ...Object.fromEntries(change.map(({ name, fields }) => [name, answers[name] === undefined ? openRequired(fields, {}) : undefined])) }
  const order = [...topNames(form), ...Object.keys(next)]
  return Object.fromEntries([...new Set(order)].flatMap((name): [string, Json][] => { const value = next[name]; return value === undefined ? [] : [[name, value]] }))
}

const settle = (form: FormModel, answers: Answers, context: RuleContext): Answers => {
  let current = answers
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = openSections(form, fillComputed(form, prune(form, current), context))
    if (next === current || JSON.stringify(next) === JSON.stringify(current)) return next
    current = next
  }
  return prune(form, current)
}

/**
 * Canonical answers: every kind's normalise, computed values put in, hidden fields taken out, nothing empty kept. Unknown
 * properties stay, so that validation can report them. Twice is the same as once.
 */
export const normaliseAnswers = (form: FormModel, answers: Answers, context: RuleContext): Answers => {
  const names = new Set(topNames(form))
  const unknown = Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)))
  const sections = form.sections.map((section) => normaliseSection(section, answers, context))
  return settle(form, Object.assign({}, ...sections, unknown), context)
}
