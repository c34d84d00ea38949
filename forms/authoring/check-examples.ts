import { compileValidator } from '../compile/index.ts'
import { loadValidator } from '../compile/load-validator.ts'
import type { FormModel, RuleContext, Section } from '../engine/form-model.ts'
import { visibleSections } from '../engine/field-states.ts'
import type { Issue } from '../engine/issue.ts'
import type { Answers, Json, JsonObject } from '../engine/json.ts'
import { normaliseAnswers } from '../engine/normalise.ts'
import { isObject } from '../engine/pointer.ts'
import { FILES, finding, warning, type Place } from './finding.ts'
import type { Finding } from './source.ts'

type Example = { readonly name: string; readonly answers: Answers; readonly issues: readonly JsonObject[] }
type Trial = { readonly form: FormModel; readonly context: RuleContext; readonly issuesOf: (answers: Answers) => readonly Issue[] }

const FEWEST = { valid: 6, invalid: 12 }
const at = (pointer: string): Place => ({ file: FILES.examples, pointer })
const told = (issue: Issue): string => `${issue.pointer} ${issue.code}`

const readExample = (value: Json): Example => {
  const object = isObject(value) ? value : {}
  return {
    name: typeof object['name'] === 'string' ? object['name'] : '',
    answers: isObject(object['answers']) ? object['answers'] : {},
    issues: Array.isArray(object['issues']) ? object['issues'].filter(isObject) : [],
  }
}

const tryValid = (trial: Trial, example: Example, i: number): readonly Finding[] => {
  const wrong = trial.issuesOf(example.answers).filter((issue) => issue.severity !== 'warning')
  return wrong.length > 0 ? [finding(at(`/valid/${i}`), 'notValid', example.name, wrong.map(told).join('; '))] : []
}

const tryInvalid = (trial: Trial, example: Example, i: number): readonly Finding[] => {
  const found = trial.issuesOf(example.answers).map(told)
  const expected = example.issues.map((issue) => `${String(issue['pointer'])} ${String(issue['code'])}`)
  if (expected.length === 0) return [finding(at(`/invalid/${i}`), 'absent', 'issues')]
  return expected.flatMap((one, n) => (found.includes(one) ? [] : [finding(at(`/invalid/${i}/issues/${n}`), 'notInvalid', example.name, `${one} (${found.join('; ') || '–'})`)]))
}

const unreached = (trial: Trial, valid: readonly Example[]): readonly Section[] => {
  const open = new Set(valid.flatMap((example) => visibleSections(trial.form, normaliseAnswers(trial.form, example.answers, trial.context))))
  return trial.form.sections.filter((section) => !open.has(section))
}

const trialOf = (form: FormModel, context: RuleContext): Trial => {
  const validate = loadValidator(compileValidator(form).code, form)
  return { form, context, issuesOf: (answers) => validate(normaliseAnswers(form, answers, context), context) }
}

/** The declaration and who receives say nothing of a person. */
const saysNothing = ({ fields: [only, ...more] }: Section): boolean => more.length === 0 && (only?.kind === 'declaration' || only?.kind === 'address')

/** Could somebody file a form without an answer? */
const blank = (trial: Trial): readonly Finding[] => {
  const asked = trial.form.sections.filter((section) => !saysNothing(section))
  const owed = trial.issuesOf({}).filter(({ pointer, severity }) => severity !== 'warning' && asked.some(({ name, fields }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`) || fields.some((field) => field.pointer === pointer)))
  return asked.length > 0 && owed.length === 0 ? [warning({ file: FILES.schema, pointer: '/required' }, 'emptyForm')] : []
}

const fewer = (kind: 'valid' | 'invalid', count: number): readonly Finding[] =>
  count < FEWEST[kind] ? [warning(at(`/${kind}`), 'fewExamples', kind, String(count))] : []

/** Examples by the very validator that will be published: valid ones pass, invalid ones give the issues they name. */
export const checkExamples = (form: FormModel, examples: Json, context: RuleContext): readonly Finding[] => {
  if (!isObject(examples) || !Array.isArray(examples['valid']) || !Array.isArray(examples['invalid'])) return [finding(at(''), 'examples')]
  const [valid, invalid] = [examples['valid'].map(readExample), examples['invalid'].map(readExample)]
  const trial = trialOf(form, context)
  return [
    ...fewer('valid', valid.length), ...fewer('invalid', invalid.length),
    ...valid.flatMap((example, i) => tryValid(trial, example, i)),
    ...invalid.flatMap((example, i) => tryInvalid(trial, example, i)),
    ...blank(trial),
    ...unreached(trial, valid).map((section) => warning({ file: FILES.schema, pointer: `/properties/${section.name}` }, 'unreachable', section.title.vi)),
  ]
}
