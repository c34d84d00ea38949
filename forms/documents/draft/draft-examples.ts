import { compileForm, compileValidator } from '../../compile/index.ts'
import { loadValidator } from '../../compile/load-validator.ts'
import { fieldsByPointer } from '../../engine/all-fields.ts'
import type { Field, FormModel, RuleContext } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import type { Answers, Json, JsonObject, JsonSchema } from '../../engine/json.ts'
import { normaliseAnswers } from '../../engine/normalise.ts'
import { isAtOrBelow, valueAt, withValueAt } from '../../engine/pointer.ts'
import { sampleAnswers, sampleAt, VARIANTS, WRONG_ANSWERS } from './sample-answers.ts'

export type Example = { readonly name: string; readonly answers: Answers; readonly issues?: readonly { readonly pointer: string; readonly code: string }[] }
export type Trial = { readonly form: FormModel; readonly issuesOf: (answers: Answers) => readonly Issue[] }

const MOST_INVALID = 40

export const trialOf = (form: FormModel, context: RuleContext): Trial => {
  const validate = loadValidator(compileValidator(form).code, form)
  return { form, issuesOf: (answers) => validate(normaliseAnswers(form, answers, context), context).filter(({ severity }) => severity !== 'warning') }
}

export const distinct = (examples: readonly Example[]): readonly Example[] => {
  const seen = new Set<string>()
  return examples.filter(({ answers }) => { const text = JSON.stringify(answers); return seen.has(text) ? false : (seen.add(text), true) })
}

const MOST_ROUNDS = 5

/** What a condition asks for besides: the engine says it, and it is answered, until nothing more is missing. */
const completed = (answers: Answers, variant: number, { form, issuesOf }: Trial): Answers => {
  let whole = answers
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const missing = issuesOf(whole).filter(({ code, pointer }) => (code.endsWith('required') || code === 'too-few') && valueAt(whole, pointer) === undefined)
    if (missing.length === 0) break
    for (const { pointer } of missing) whole = asObject(withValueAt(whole, pointer, sampleAt(form, pointer, variant)))
  }
  return whole
}

/** What drafted examples that answer every question are called, with a number behind it. */
export const ALL_ANSWERED = 'Khai đủ mọi mục'

const validOnes = (trial: Trial): readonly Example[] => {
  const { form, issuesOf } = trial
  const variants = Array.from({ length: VARIANTS }, (_, variant) => variant)
  const made = [
    ...variants.map((variant): Example => ({ name: `${ALL_ANSWERED} (${variant + 1})`, answers: sampleAnswers(form, variant, true) })),
    ...variants.map((variant): Example => ({ name: `Chỉ khai mục bắt buộc (${variant + 1})`, answers: completed(sampleAnswers(form, variant, false), variant, trial) })),
  ]
  return distinct(made).filter(({ answers }) => issuesOf(answers).length === 0)
}

/** The engine says what is wrong; an example whose fault it does not see at this field is none. */
const invalidOne = (name: string, answers: Answers, pointer: string, { issuesOf }: Trial): readonly Example[] => {
  const issues = issuesOf(answers).filter((issue) => isAtOrBelow(issue.pointer, pointer)).map(({ pointer, code }) => ({ pointer, code }))
  return issues.length > 0 ? [{ name, answers, issues }] : []
}

const asObject = (value: Json | undefined): JsonObject => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})

/** Every single question, with the pointer of its answer; in a table, that of the first row. */
const questionsOf = (form: FormModel): readonly { readonly field: Field; readonly pointer: string }[] =>
  [...fieldsByPointer(form).values()].filter(({ kind }) => kind !== 'fieldset' && kind !== 'repeating-group').map((field) => ({ field, pointer: field.pointer.replaceAll('/*/', '/0/') }))

const invalidOnes = (full: Answers, trial: Trial): readonly Example[] => {
  const leaves = questionsOf(trial.form)
  const missing = leaves.filter(({ field, pointer }) => field.required && valueAt(full, pointer) !== undefined)
    .flatMap(({ field, pointer }) => invalidOne(`Thiếu "${field.title.vi}"`, asObject(withValueAt(full, pointer, undefined)), pointer, trial))
  const wrong = leaves.filter(({ field, pointer }) => WRONG_ANSWERS[field.kind] !== undefined && valueAt(full, pointer) !== undefined)
    .flatMap(({ field, pointer }) => invalidOne(`Sai "${field.title.vi}"`, withValueAt(full, pointer, WRONG_ANSWERS[field.kind]), pointer, trial))
  return spread(missing, wrong)
}

/** Some of both sorts, however many questions the form has. */
const spread = (missing: readonly Example[], wrong: readonly Example[]): readonly Example[] => [...missing.slice(0, MOST_INVALID / 2), ...wrong.slice(0, MOST_INVALID / 2)]

/**
 * examples.json for a form schema: made-up submissions that the engine takes, and ones with one fault each, which it names.
 * `context` brings today and the communes.
 */
export const draftExamples = (schema: JsonSchema, context: RuleContext): { readonly valid: readonly Example[]; readonly invalid: readonly Example[] } => {
  const trial = trialOf(compileForm(schema), context)
  const valid = validOnes(trial)
  const [first] = valid
  return { valid, invalid: first ? invalidOnes(first.answers, trial) : [] }
}
