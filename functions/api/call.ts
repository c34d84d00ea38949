import type { Answers, Issue } from '../../forms/index.ts'
import { AppError } from '../core/errors.ts'
import type { OnlineProcedure } from '../core/load-procedure.ts'
import type { Holder } from '../core/open-draft.ts'
import { problem } from '../http/problem.ts'
import { isRecord } from '../http/read-body.ts'
import { refusalOf } from '../http/refusal.ts'
import type { Request } from '../http/request.ts'
import type { Response } from '../http/respond.ts'
import type { Site } from '../http/site.ts'

/** One call of the API: plain request in, plain response out. */
export type Call = (request: Request, site: Site) => Promise<Response>

/** Value of a path variable that the route guarantees. */
export const param = (request: Request, name: string): string => request.params[name] ?? ''

/** Who calls: the token that the client minted, in `X-Draft-Token` (never in a cookie, so no other site can lend it). */
export const holderOfCall = (request: Request): Holder => ({ id: param(request, 'id'), token: request.headers['x-draft-token'] ?? '' })

/**
 * `answers` of a body as they come; readJson has bounded them and refused unsafe keys. What else the body holds must be
 * expected: `attachments` dropped in silence would be papers that the client believes were handed in.
 */
export const readAnswers = (body: Readonly<Record<string, unknown>>, expected: readonly string[] = []): Answers => {
  const field = Object.keys(body).find((name) => name !== 'answers' && !expected.includes(name))
  if (field !== undefined) throw new AppError('unknown-field', { field: field.slice(0, 100) })
  if (!isRecord(body['answers'])) throw new AppError('bad-request')
  return body['answers'] as Answers
}

/** 422 with every issue and its sentence. */
export const invalid = (request: Request, { form }: OnlineProcedure, issues: readonly Issue[]): Response =>
  problem(request, refusalOf(new AppError('dossier-invalid', {}, issues)), form)
