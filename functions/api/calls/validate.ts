import { checkAll } from '../../../forms/engine/check-all.ts'
import { uploadsFor } from '../../../forms/engine/terms.ts'
import { ruleContext } from '../../core/deps.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { finalAnswers } from '../../core/submission.ts'
import { tellIssues } from '../../http/problem.ts'
import { readJson } from '../../http/read-body.ts'
import { json } from '../../http/respond.ts'
import { param, readAnswers, type Call } from '../call.ts'

/** Says what is wrong with answers and which papers they ask for; stores nothing. */
export const validate: Call = async (request, site) => {
  const procedure = await loadProcedure({ code: param(request, 'code') }, site.deps)
  const answers = finalAnswers(readAnswers(readJson(request)), procedure, site.deps)
  const { published: { record }, form, validate: check } = procedure
  const issues = checkAll({ record, form, validate: check, answers, attachments: [], context: ruleContext(site.deps) })
    .filter(({ pointer }) => !pointer.startsWith('/papers/'))
  const papers = uploadsFor(record, answers).map(({ id, title, upload }) => ({ component: id, title, required: upload?.required ?? false }))
  return json({ valid: issues.every(({ severity }) => severity === 'warning'), issues: tellIssues(issues, form, request.lang), papers })
}
