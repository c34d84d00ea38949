import { STATUS_CODES } from 'node:http'
import type { FormModel, Issue, Lang } from '../../forms/index.ts'
import { translate } from '../../forms/messages/translate.ts'
import { retryHeaders, type Refusal } from './refusal.ts'
import type { Request } from './request.ts'
import { json, type Response } from './respond.ts'
import { issueSentence } from './tell-issue.ts'

/** An issue as the API tells it: data for programs, and a sentence for people. */
export type ToldIssue = {
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** `application/problem+json` (RFC 9457); `detail` is the sentence for people, in the language of the request. */
export const problem = (request: Request, refusal: Refusal, form?: FormModel): Response => {
  const { code, status, message, params, issues, facts } = refusal
  const body = {
    ...facts,
    type: `urn:dvc-forms:error:${code}`,
    title: STATUS_CODES[status] ?? code,
    detail: translate(message, request.lang, params),
    status, code,
    requestId: request.id,
    ...(issues.length > 0 && { issues: tellIssues(issues, form, request.lang) }),
  }
  return json(body, status, { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': request.lang, ...(status === 401 && { 'www-authenticate': 'Bearer' }), ...retryHeaders(refusal) })
}

export const tellIssues = (issues: readonly Issue[], form: FormModel | undefined, lang: Lang): readonly ToldIssue[] =>
  issues.map((issue) => ({ pointer: issue.pointer, code: issue.code, params: issue.params, severity: issue.severity ?? 'error', message: issueSentence(issue, form, lang) }))
