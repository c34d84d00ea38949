import equal from 'ajv/dist/runtime/equal.js'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import type { FormModel, RuleContext } from '../engine/form-model.ts'
import { issuesOf, type SchemaError } from '../engine/issues-of.ts'
import type { Answers, Json, JsonObject } from '../engine/json.ts'
import { applyRule } from '../engine/logic.ts'
import type { Validate } from '../engine/step.ts'
import { FORMATS } from '../fields/formats.ts'

type Run = ((answers: Answers) => boolean) & { errors?: readonly SchemaError[] | null }

/** What a rule needs besides its own object. Set before each run: a run is synchronous, so no two share it. */
type Moment = { root: Answers; context: RuleContext | undefined }

const isCommune = (value: string, beside: JsonObject, context: RuleContext): boolean =>
  typeof beside['province'] === 'string' && context.lists.communes(beside['province']).some((commune) => commune.code === value)

type Table = { readonly by: string; readonly of: string; readonly values: Readonly<Record<string, readonly string[]>> }

/** A function that names the first property whose value is not among those that another one's value leaves. */
const choices = (tables: readonly Table[]): ((data: JsonObject) => string | undefined) => {
  const ready = tables.map(({ by, of, values }) => ({ by, of, sets: new Map(Object.entries(values).map(([when, list]) => [when, new Set<Json>(list)])) }))
  return (data) => ready.find(({ by, of, sets }) => {
    const [chooser, chosen] = [data[by], data[of]]
    return typeof chooser === 'string' && chosen !== undefined && sets.get(chooser)?.has(chosen) === false
  })?.of
}

const rulesFor = (moment: Moment): object => ({
  choices,
  failedRules: (rules: JsonObject, data: JsonObject): readonly string[] => {
    const { root, context } = moment
    return context === undefined ? [] : Object.entries(rules).filter(([, rule]) => applyRule(rule, data, root, context) === false).map(([name]) => name)
  },
  isListed: (list: string, value: string, beside: JsonObject): boolean =>
    list !== 'commune' || moment.context === undefined || isCommune(value, beside, moment.context),
})

/** The text asks for `.default`: Node hands a CommonJS module over whole, other hosts (a test runner) already unwrapped. */
const asModule = (loaded: unknown): unknown => (typeof loaded === 'function' ? { default: loaded } : loaded)

/** The only modules that a validator's text may ask for. */
const requireFor = (moment: Moment) => (name: string): unknown => {
  const allowed: Readonly<Record<string, unknown>> = {
    'ajv/dist/runtime/equal': asModule(equal),
    'ajv/dist/runtime/ucs2length': asModule(ucs2length),
    'dvc-forms/formats': FORMATS,
    'dvc-forms/rules': rulesFor(moment),
  }
  if (!Object.hasOwn(allowed, name)) throw new Error(`a validator may not require '${name}'`)
  return allowed[name]
}

const readRun = (exported: unknown): Run => {
  if (typeof exported !== 'function') throw new Error('the text of a validator exports no function')
  return exported as Run
}

const evaluate = (code: string, moment: Moment): Run => {
  const module: { exports: unknown } = { exports: {} }
  // The text is our own, found by its SHA-256 in a prefix that only the publish job may write.
  const load = new Function('require', 'module', 'exports', code) as (require: unknown, module: unknown, exports: unknown) => void
  load(requireFor(moment), module, module.exports)
  return readRun(module.exports)
}

/** Turns the text made by `compileValidator` into a validator. No compiler is loaded; what is not on the allow-list cannot be required. */
export const loadValidator = (code: string, form: FormModel): Validate => {
  const moment: Moment = { root: {}, context: undefined }
  const run = evaluate(code, moment)
  return (answers, context) => {
    moment.root = answers
    moment.context = context
    const errors = run(answers) ? [] : (run.errors ?? [])
    return issuesOf(form, answers, errors, context)
  }
}

