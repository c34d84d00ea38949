import type { Dossier } from '../../core/dossier.ts'
import { AppError } from '../../core/errors.ts'
import { createDraft, replaceAnswers } from '../../core/put-draft.ts'
import { readJson } from '../../http/read-body.ts'
import { json, type Response } from '../../http/respond.ts'
import { holderOfCall, readAnswers, type Call } from '../call.ts'
import { revisionTag, tellDraft } from '../told.ts'

/**
 * Writes all answers of a draft. The client mints id and token; `If-None-Match: *` creates, `If-Match` with the revision
 * changes.
 */
export const putDraft: Call = async (request, site) => {
  const body = readJson(request)
  const put = { ...holderOfCall(request), answers: readAnswers(body, ['procedure']) }
  if (request.headers['if-none-match'] === '*') return told(await createDraft({ ...put, code: readCode(body), lang: request.lang }, site.deps), 201)
  return told(await replaceAnswers({ ...put, expected: readRevision(request.headers['if-match']) }, site.deps), 200)
}

const told = (draft: Dossier, status: 200 | 201): Response =>
  json(tellDraft(draft), status, { etag: revisionTag(draft), ...(status === 201 && { location: `/api/v1/drafts/${draft.id}` }) })

const readCode = ({ procedure }: Readonly<Record<string, unknown>>): string => {
  if (typeof procedure !== 'string') throw new AppError('bad-request')
  return procedure
}

/** `"3"` -> 3. Without a condition a write could undo another device's: 428 (RFC 6585). */
const readRevision = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined) throw new AppError('precondition-required')
  const [, revision] = /^"(\d{1,9})"$/.exec(ifMatch.trim()) ?? []
  if (revision === undefined) throw new AppError('precondition-failed')
  return Number(revision)
}
