import type { Answers } from '../../../forms/index.ts'
import { checkAnswersSize } from '../../core/answers-size.ts'
import { civilTime, daysLater } from '../../core/civil-time.ts'
import type { Dossier } from '../../core/dossier.ts'
import { AppError } from '../../core/errors.ts'
import { isToken, isUuid } from '../../core/ids.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { newDraft } from '../../core/new-draft.ts'
import { openDraft, type Holder } from '../../core/open-draft.ts'
import { ConditionFailed } from '../../core/ports.ts'
import { readJson } from '../../http/read-body.ts'
import type { Request } from '../../http/request.ts'
import { json, type Response } from '../../http/respond.ts'
import type { Site } from '../../http/site.ts'
import { canonicalAnswers, holderOfCall, readAnswers, type Call } from '../call.ts'
import { revisionTag, tellDraft } from '../told.ts'

/**
 * Writes all answers of a draft. The client mints id and token; `If-None-Match: *` creates, `If-Match` with the revision
 * changes. Answers may be incomplete or wrong: a draft is a draft, `validate` and `submit` say what is missing.
 */
export const putDraft: Call = async (request, site) => {
  const body = readJson(request)
  const answers = readAnswers(body)
  const holder = holderOfCall(request)
  if (!isUuid(holder.id) || !isToken(holder.token)) throw new AppError('bad-request')
  if (request.headers['if-none-match'] === '*') return create(request, site, { holder, answers, code: readCode(body) })
  const expected = readRevision(request.headers['if-match'])
  return change(site, { holder, answers, expected })
}

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

type Creation = { readonly holder: Holder; readonly answers: Answers; readonly code: string }

const create = async ({ lang }: Request, site: Site, { holder, answers, code }: Creation): Promise<Response> => {
  const procedure = await loadProcedure({ code }, site.deps)
  const canonical = canonicalAnswers(answers, procedure, site)
  checkAnswersSize(canonical)
  const draft = newDraft({ ...holder, procedure: { code, version: procedure.published.version }, lang, answers: canonical }, site.deps)
  try {
    await site.deps.dossiers.create(draft)
  } catch (error) {
    // There is one with this id already, ours or another's: which, is nobody's to learn.
    throw error instanceof ConditionFailed ? new AppError('precondition-failed') : error
  }
  return json(tellDraft(draft), 201, { etag: revisionTag(draft), location: `/api/v1/drafts/${draft.id}` })
}

type Edit = { readonly holder: Holder; readonly answers: Answers; readonly expected: number }

const change = async (site: Site, { holder, answers, expected }: Edit): Promise<Response> => {
  const draft = await openDraft(holder, site.deps)
  if (draft.revision !== expected) throw new AppError('precondition-failed')
  const procedure = await loadProcedure(draft.procedure, site.deps)
  const canonical = canonicalAnswers(answers, procedure, site)
  checkAnswersSize(canonical)
  const now = site.deps.clock()
  const { autosaved: _typed, ...rest } = draft
  const saved: Dossier = { ...rest, answers: canonical, revision: expected + 1, updatedAt: civilTime(now), expiresAt: daysLater(now, site.deps.settings.draftDays) }
  try {
    await site.deps.dossiers.save(saved, expected)
  } catch (error) {
    throw error instanceof ConditionFailed ? new AppError('precondition-failed') : error
  }
  return json(tellDraft(saved), 200, { etag: revisionTag(saved) })
}
