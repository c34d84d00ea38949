import type { RuleContext } from '../../engine/form-model.ts'
import type { Json, JsonSchema } from '../../engine/json.ts'
import { isObject, valueAt } from '../../engine/pointer.ts'
import { compileForm } from '../../compile/index.ts'
import { ALL_ANSWERED, distinct, draftExamples, questionsOf, trialOf, type Example, type Trial } from './draft-examples.ts'

/** `dropped`: names of examples that are no longer what they say. */
export type Renewed = { readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly Example[] }; readonly dropped: readonly string[]; readonly added: number }

const issueOf = (value: Json): readonly { readonly pointer: string; readonly code: string }[] =>
  (isObject(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string' ? [{ pointer: value['pointer'], code: value['code'] }] : [])

const examplesIn = (current: Json, list: 'valid' | 'invalid'): readonly Example[] => {
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

/** A question was added since: an example that is to answer all of them leaves it out, and nothing would try its hole. */
const leavesOut = ({ form }: Trial, { name, answers }: Example, drafted: readonly Example[]): boolean => {
  const anew = name.startsWith(ALL_ANSWERED) ? drafted.find((one) => one.name === name) : undefined
  return anew !== undefined && questionsOf(form).some(({ pointer }) => valueAt(answers, pointer) === undefined && valueAt(anew.answers, pointer) !== undefined)
}

/** Kept ones first; drafted ones under a name that is taken say the same and are left out. */
const joined = (kept: readonly Example[], drafted: readonly Example[]): readonly Example[] =>
  distinct([...kept, ...drafted.filter(({ name }) => !kept.some((one) => one.name === name))])

/**
 * Examples after the form was corrected: those that still hold stay, the author's own ones too; the others go, and drafted ones
 * take their place. `current`: what examples.json holds.
 */
export const renewExamples = (schema: JsonSchema, current: Json, context: RuleContext): Renewed => {
  const trial = trialOf(compileForm(schema), context)
  const [valid, invalid] = [examplesIn(current, 'valid'), examplesIn(current, 'invalid')]
  const drafted = draftExamples(schema, context)
  const keptValid = valid.filter((one) => trial.issuesOf(one.answers).length === 0 && !leavesOut(trial, one, drafted.valid))
  const keptInvalid = invalid.filter((one) => stillFails(trial, one))
  const examples = { valid: joined(keptValid, drafted.valid), invalid: joined(keptInvalid, drafted.invalid) }
  const kept = new Set<Example>([...keptValid, ...keptInvalid])
  return {
    examples, dropped: [...valid, ...invalid].filter((one) => !kept.has(one)).map(({ name }) => name),
    added: [...examples.valid, ...examples.invalid].filter((one) => !kept.has(one)).length,
  }
}
