import type { RuleContext } from '../../engine/form-model.ts'
import type { Json, JsonSchema } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { compileForm } from '../../compile/index.ts'
import { ALL_ANSWERED, distinct, draftExamples, trialOf, type Example, type Trial } from './draft-examples.ts'

/** `dropped`: names of examples that are no longer what they say. */
export type Renewed = { readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly Example[] }; readonly dropped: readonly string[]; readonly added: number }

const issueOf = (value: Json): readonly { readonly pointer: string; readonly code: string }[] =>
  (isObject(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string' ? [{ pointer: value['pointer'], code: value['code'] }] : [])

/** The examples in examples.json of one list; what is no example is left out. */
export const examplesIn = (current: Json, list: 'valid' | 'invalid'): readonly Example[] => {
  const found = isObject(current) ? current[list] : undefined
  return (Array.isArray(found) ? found : []).flatMap((one): readonly Example[] => {
    if (!isObject(one) || typeof one['name'] !== 'string' || !isObject(one['answers'])) return []
    const issues = Array.isArray(one['issues']) ? one['issues'].flatMap(issueOf) : []
    return [{ name: one['name'], answers: one['answers'], ...(issues.length > 0 ? { issues } : {}) }]
  })
}

const stillFails = ({ issuesOf }: Trial, { answers, issues = [] }: Example): boolean => {
  const found = issuesOf(answers)
  return issues.length > 0 && issues.every(({ pointer, code }) => found.some((one) => one.pointer === pointer && one.code === code))
}

/** Pointers of all answers in a submission, whatever row they stand in. */
const answered = (value: Json, pointer = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => answered(one, `${pointer}/*`))
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => answered(one, `${pointer}/${name}`)) : [pointer]
}

const isFull = ({ name }: Example): boolean => name.startsWith(ALL_ANSWERED)

/** An example of a full form that leaves out what a new one of its name answers: the question is new, and its hole untried. */
const isLacking = (example: Example, drafted: readonly Example[]): boolean => {
  const whole = isFull(example) ? drafted.find(({ name }) => name === example.name) : undefined
  const there = new Set(answered(example.answers))
  return whole !== undefined && answered(whole.answers).some((pointer) => !there.has(pointer))
}

/** Kept ones first; drafted ones under a name that is taken say the same and are left out. */
const joined = (kept: readonly Example[], drafted: readonly Example[]): readonly Example[] =>
  distinct([...kept, ...drafted.filter(({ name }) => !kept.some((one) => one.name === name))])

/**
 * Examples after the form was corrected: those that still hold stay, the author's own ones too; the others go, and so does a drafted
 * example of all answers that lacks one. Drafted ones take their place. `current`: what examples.json holds.
 */
export const renewExamples = (schema: JsonSchema, current: Json, context: RuleContext): Renewed => {
  const trial = trialOf(compileForm(schema), context)
  const [valid, invalid] = [examplesIn(current, 'valid'), examplesIn(current, 'invalid')]
  const drafted = draftExamples(schema, context)
  const keptValid = valid.filter((one) => trial.issuesOf(one.answers).length === 0 && !isLacking(one, drafted.valid))
  const keptInvalid = invalid.filter((one) => stillFails(trial, one))
  const examples = { valid: joined(keptValid, drafted.valid), invalid: joined(keptInvalid, drafted.invalid) }
  const kept = new Set<Example>([...keptValid, ...keptInvalid])
  return {
    examples, dropped: [...valid, ...invalid].filter((one) => !kept.has(one)).map(({ name }) => name),
    added: [...examples.valid, ...examples.invalid].filter((one) => !kept.has(one)).length,
  }
}
