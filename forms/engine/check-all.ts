import type { FormModel, RuleContext } from './form-model.ts'
import type { Issue, IssueCode } from './issue.ts'
import type { Answers } from './json.ts'
import { normaliseAnswers } from './normalise.ts'
import type { Component, ProcedureRecord } from './procedure.ts'
import type { Validate } from './step.ts'
import { uploadsFor } from './terms.ts'
import { tooLarge } from './size.ts'

type Paper = { readonly component: string; readonly state: 'uploading' | 'scanning' | 'clean' | 'infected' | 'unscannable' }

export type CheckAllInput = {
  readonly record: ProcedureRecord
  readonly form: FormModel
  readonly validate: Validate
  readonly answers: Answers
  readonly attachments: readonly Paper[]
  readonly context: RuleContext
}

/** A file that cannot be used must be replaced, required or not: nobody may think that it was handed in. */
const BAD: Readonly<Partial<Record<Paper['state'], IssueCode>>> = { infected: 'paper-infected', unscannable: 'paper-unscannable', uploading: 'paper-uploading' }

const paperIssue = (component: Component, files: readonly Paper[]): readonly Issue[] => {
  const pointer = `/papers/${component.id}`
  const bad = files.flatMap((file) => BAD[file.state] ?? [])
  const usable = files.some((file) => file.state === 'clean' || file.state === 'scanning')
  if (bad[0]) return [{ pointer, code: bad[0], params: {} }]
  return component.upload?.required === true && !usable ? [{ pointer, code: 'paper-missing', params: {} }] : []
}

/**
 * Everything that stands between these answers and a submission: fields, rules and papers (`/papers/<component id>`).
 * A file that is still being scanned does not hold the citizen up; the desk gets it once it is clean.
 */
export const checkAll = ({ record, form, validate, answers, attachments, context }: CheckAllInput): readonly Issue[] => {
  const large = tooLarge(form, answers)
  if (large.length > 0) return large
  const whole = normaliseAnswers(form, answers, context)
  const papers = uploadsFor(record, whole).flatMap((component) => paperIssue(component, attachments.filter((file) => file.component === component.id)))
  return [...validate(whole, context), ...papers]
}
