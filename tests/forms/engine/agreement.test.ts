import { createHeadlessForm } from '@remoteoss/json-schema-form'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { checkKinds } from '../../../forms/engine/check-kinds.ts'
import { operations } from '../../../forms/engine/logic.ts'
import { FORMATS } from '../../../forms/fields/index.ts'
import { fieldStates, normaliseAnswers, type Answers, type Field, type Issue, type Json, type JsonObject, type JsonSchema } from '../../../forms/index.ts'
import { generate } from './generate.ts'
import { context, FORMS, type Made } from './world.ts'

/** Every set is normalised by the engine, then judged by an independent ajv, and by json-schema-form. */
const SETS = 10_000
/** json-schema-form builds its whole form anew for each set; a tenth of the sets keeps the run short. */
const JSF_SETS = 1_000

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const isAtOrBelow = (pointer: string, top: string): boolean => pointer === top || pointer.startsWith(`${top}/`)

/** ajv as anyone would use it, over the whole compiled schema: nothing of our lean validator is in it. */
const bareAjv = (schema: JsonSchema): ((answers: Answers) => readonly string[]) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, unicodeRegExp: true })
  for (const [name, test] of Object.entries(FORMATS)) ajv.addFormat(name, test)
  const run = ajv.compile(schema)
  return (answers) => (run(answers) ? [] : (run.errors ?? []).filter((error) => error.keyword !== 'if').map((error) => {
    const name: unknown = error.params['missingProperty'] ?? error.params['additionalProperty']
    return typeof name === 'string' ? `${error.instancePath}/${name}` : error.instancePath
  }))
}

/** A set of answers, and what the engine said of it. */
type Judged = { readonly seed: number; readonly answers: Answers; readonly issues: readonly Issue[] }

const compareWithAjv = ({ form }: Made, places: readonly string[], { seed, answers, issues: told }: Judged): string | undefined => {
  const issues = told.filter((issue) => issue.severity !== 'warning')
  const untold = places.find((place) => !issues.some((issue) => isAtOrBelow(place, issue.pointer)))
  if (untold !== undefined) return `seed ${seed}: ajv refuses ${untold}, the engine does not`
  const byKinds = new Set(checkKinds(form, answers, context, new Set()).map((issue) => issue.pointer))
  const invented = issues.find((issue) => issue.code !== 'rule' && !byKinds.has(issue.pointer) && !places.some((place) => isAtOrBelow(place, issue.pointer)) && !issue.code.startsWith('address.commune'))
  return invented === undefined ? undefined : `seed ${seed}: the engine refuses ${invented.pointer} (${invented.code}), ajv does not`
}

/** The engine's own view of what is required against what ajv calls missing. */
const compareStates = ({ form }: Made, { seed, answers, issues }: Judged): string | undefined => {
  const stateOf = fieldStates(form, answers)
  const walk = (fields: readonly Field[], value: Json | undefined, pointer: string): string | undefined => {
    if (!isObject(value)) return undefined
    for (const field of fields) {
      const at = `${pointer}/${field.name}`
      const state = stateOf(at)
      const member = Object.hasOwn(value, field.name) ? value[field.name] : undefined
      if (!state.visible && member !== undefined) return `seed ${seed}: ${at} is hidden but kept`
      const isMissing = member === undefined && issues.some((issue) => issue.pointer === at && issue.severity !== 'warning')
      if (state.visible && state.required && member === undefined && !isMissing) return `seed ${seed}: ${at} is required and missing, and ajv says nothing`
      if (isMissing && !state.required) return `seed ${seed}: ajv misses ${at}, which the engine does not require`
      if (typeof member === 'string' && state.options && !state.options.some((one) => one.value === member) && !issues.some((issue) => issue.pointer === at)) return `seed ${seed}: ${at} is no option, and ajv says nothing`
      const inner = field.kind === 'repeating-group' && Array.isArray(member)
        ? member.map((row, i) => walk(field.children ?? [], row, `${at}/${i}`)).find(Boolean)
        : field.kind === 'fieldset' ? walk(field.children ?? [], member, at) : undefined
      if (inner) return inner
    }
    return undefined
  }
  for (const section of form.sections) {
    const isRoot = section.name === '' || section.fields[0]?.pointer === `/${section.name}`
    const found = isRoot ? walk(section.fields, answers, '') : walk(section.fields, answers[section.name], `/${section.name}`)
    if (found) return found
  }
  return undefined
}

type Headless = { readonly name: string; readonly isVisible: boolean; readonly required: boolean; readonly fields?: readonly Headless[] }

/** It throws where a condition reads a field that names a rule; rules decide nothing about what is shown. */
const withoutRules = (node: Json): Json => {
  if (Array.isArray(node)) return node.map(withoutRules)
  if (!isObject(node)) return node
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => keyword !== 'x-jsf-logic-validations').map(([keyword, value]) => [keyword, withoutRules(value)]))
}

const headless = (schema: JsonSchema, values: JsonObject): readonly Headless[] =>
  createHeadlessForm(schema as Parameters<typeof createHeadlessForm>[0], { initialValues: values as never, customJsonLogicOps: operations(context.today) }).fields as readonly Headless[]

const compareWithJsf = ({ form, valid }: Made, { schema, isWellTyped }: { schema: JsonSchema; isWellTyped: (answers: Answers) => boolean }, seed: number): string | undefined => {
  // json-schema-form holds a condition for false where the value it reads is of a wrong type: only well-typed sets compare.
  const answers = normaliseAnswers(form, generate(seed, form, valid, { missing: 0.15, wrong: 0 }), context)
  if (!isWellTyped(answers)) return undefined
  const stateOf = fieldStates(form, answers)
  const walk = (fields: readonly Headless[], around: JsonSchema, value: JsonObject, pointer: string): string | undefined => {
    for (const field of fields) {
      const at = `${pointer}/${field.name}`
      const state = stateOf(at)
      if (field.isVisible !== state.visible) return `seed ${seed}: ${at} visible: json-schema-form ${field.isVisible}, engine ${state.visible}`
      if (!state.visible) continue
      if (field.required !== state.required) return `seed ${seed}: ${at} required: json-schema-form ${field.required}, engine ${state.required}`
      const own = isObject(around['properties']) && isObject(around['properties'][field.name]) ? around['properties'][field.name] as JsonSchema : {}
      const kind = isObject(own['x-jsf-presentation']) ? own['x-jsf-presentation']['inputType'] : undefined
      const member = value[field.name]
      // It decides nothing by row: each row is given to it as a form of its own.
      const inner = kind === 'repeating-group' && isObject(own['items'])
        ? (Array.isArray(member) ? member : []).map((row, i) => (isObject(row) ? walk(headless(own['items'] as JsonSchema, row), own['items'] as JsonSchema, row, `${at}/${i}`) : undefined)).find(Boolean)
        : kind === 'fieldset' ? walk(field.fields ?? [], own, isObject(member) ? member : {}, at) : undefined
      if (inner) return inner
    }
    return undefined
  }
  return walk(headless(schema, answers), schema, answers, '')
}

const firstFailure = (count: number, compare: (seed: number) => string | undefined): string | undefined => {
  for (let seed = 1; seed <= count; seed += 1) {
    const failure = compare(seed)
    if (failure) return failure
  }
  return undefined
}

describe.each(FORMS.map((made) => [made.name, made] as const))('form %s', (_name, made) => {
  it(`refuses what ajv refuses, requires and hides what ajv enforces, and is settled after one normalising, on ${SETS} answer sets`, () => {
    const bare = bareAjv(made.form.schema)
    expect(firstFailure(SETS, (seed) => {
      const answers = normaliseAnswers(made.form, generate(seed, made.form, made.valid), context)
      const isSettled = JSON.stringify(normaliseAnswers(made.form, answers, context)) === JSON.stringify(answers)
      const judged = { seed, answers, issues: made.validate(answers, context) }
      return compareWithAjv(made, bare(answers), judged) ?? compareStates(made, judged) ?? (isSettled ? undefined : `seed ${seed}: normalising again changes something`)
    })).toBeUndefined()
  }, 300_000)

  it('shows and requires what json-schema-form shows and requires', () => {
    const schema = withoutRules(made.form.schema) as JsonSchema
    const typed = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
    let compared = 0
    const isWellTyped = (answers: Answers): boolean => {
      const holds = typed(answers) || !typed.errors?.some((error) => error.keyword === 'type')
      compared += holds ? 1 : 0
      return holds
    }
    expect(firstFailure(JSF_SETS, (seed) => compareWithJsf(made, { schema, isWellTyped }, seed))).toBeUndefined()
    expect(compared).toBeGreaterThan(JSF_SETS / 4)
  }, 300_000)
})
