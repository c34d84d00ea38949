import { seesTexts, type Caller } from '../../core/api-keys.ts'
import { civilDate, civilTime } from '../../core/civil-time.ts'
import type { Submitted } from '../../core/clock.ts'
import { AppError, refuseValue } from '../../core/errors.ts'
import { FILLED_FORM, fileGrant } from '../../core/file-grant.ts'
import { handleDossier } from '../../core/handle-dossier.ts'
import { checkedKey } from '../../core/idempotency-key.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { openForOffice, readFeed } from '../../core/office.ts'
import { completeResult, removeResult, requestResult } from '../../core/result-files.ts'
import { handedIn, isResult } from '../../core/results.ts'
import { holds, withEtag } from '../../http/conditional.ts'
import { grantedFormPath } from '../../http/granted-path.ts'
import { readJson } from '../../http/read-body.ts'
import type { Request } from '../../http/request.ts'
import { json, seeOther, type Response } from '../../http/respond.ts'
import type { Site } from '../../http/site.ts'
import { param } from '../call.ts'
import { PAGES, readLimit } from '../query.ts'
import { revisionTag } from '../told.ts'
import type { OfficeCall } from './office-call.ts'
import { readCommand } from './read-command.ts'
import { tellContent, tellEntry, tellEvent, tellFile, tellOffice } from './told-office.ts'

/** How long the address of a filled form holds. */
const FORM_OPEN_MS = 600_000

const open = (request: Request, site: Site, caller: Caller): Promise<Submitted> => openForOffice(param(request, 'code'), caller, site.deps)

/** What may be done changes with the day: a time for the citizen is over. `If-Match` reads the revision out of it, whatever the day. */
const stateTag = ({ revision }: Submitted, { deps }: Site): string => `"${revision}-${civilDate(deps.clock())}"`

const shown = async (dossier: Submitted, { deps }: Site, caller: Caller) =>
  tellOffice(dossier, { record: (await findProcedure(dossier.procedure, deps)).record, now: deps.clock(), texts: seesTexts(caller) })

/** 304 where the client holds this state; `tell` is asked only where it does not. */
const unlessHeld = async (request: Request, etag: string, tell: () => Promise<unknown>): Promise<Response> =>
  (holds(request, etag) ? { status: 304, headers: { etag, 'cache-control': 'no-store' } } : json(await tell(), 200, { etag }))

/** What has happened since a cursor. */
export const events: OfficeCall = async ({ query }, { deps }, caller) => {
  const limit = readLimit(query, PAGES.officeEvents)
  const { entries, cursor, more } = await readFeed(caller, { cursor: query['cursor'], limit }, deps)
  return json({ events: entries.filter(({ event }) => query['type'] === undefined || event.type === query['type']).map((entry) => tellEntry(entry, seesTexts(caller))), cursor, more })
}

/** Where a dossier stands and what may be done with it now. */
export const dossier: OfficeCall = async (request, site, caller) => {
  const found = await open(request, site, caller)
  return unlessHeld(request, stateTag(found, site), () => shown(found, site, caller))
}

/** Answers and papers. */
export const answers: OfficeCall = async (request, site, caller) => {
  const found = await open(request, site, caller)
  return unlessHeld(request, revisionTag(found), async () => tellContent(found))
}

/** A clean file, by a short-lived address of the store. */
export const file: OfficeCall = async (request, site, caller) => {
  const found = await open(request, site, caller)
  const attachment = [...handedIn(found), ...found.attachments.filter(isResult)].find(({ id }) => id === param(request, 'file'))
  if (!attachment) throw new AppError('file-not-found')
  if (attachment.state !== 'clean') throw new AppError('file-not-clean')
  return seeOther(await site.deps.attachments.downloadUrl(attachment))
}

/** The filled form: who reads it is the function that writes it, by an address that holds for a while. */
export const form: OfficeCall = async (request, site, caller) => {
  const as = param(request, 'as')
  if (as !== 'docx' && as !== 'pdf') return refuseValue('as', 'docx, pdf')
  const found = await open(request, site, caller)
  const { wordForm } = await findProcedure(found.procedure, site.deps)
  if (wordForm?.templateSha256 === undefined) throw new AppError('form-not-found')
  const until = civilTime(new Date(site.deps.clock().getTime() + FORM_OPEN_MS))
  return seeOther(`${site.publicUrl}${grantedFormPath(found.id, as, fileGrant(found, FILLED_FORM, until))}`)
}

/** All events of one dossier that are immutable by now: the chain that `dvc verify` checks. */
export const history: OfficeCall = async (request, site, caller) => {
  const found = await open(request, site, caller)
  return withEtag(request, json({ code: found.submission.code, events: (await site.deps.dossiers.events(found)).map((event) => tellEvent(event, true)) }))
}

/** `"3-2026-07-14"` or `"3"` -> 3, `*` -> whatever it is. Without a condition two workers could undo each other unseen: 428 (RFC 6585). */
const readExpected = ({ headers }: Request): { readonly expected?: number } => {
  const asked = headers['if-match']?.trim()
  if (asked === undefined) throw new AppError('precondition-required')
  if (asked === '*') return {}
  const [, revision] = /^"(\d{1,9})(?:-\d{4}-\d{2}-\d{2})?"$/.exec(asked) ?? []
  // A tag that is none of ours matches no revision: 412, with what is there.
  return { expected: revision === undefined ? -1 : Number(revision) }
}

const readKey = ({ headers }: Request): { readonly key?: string } => {
  const key = headers['idempotency-key']
  return key === undefined ? {} : { key: checkedKey(key) }
}

/** One action of the life-cycle. */
export const action: OfficeCall = async (request, site, caller) => {
  const deed = { command: readCommand(readJson(request)), actor: 'officer', agent: caller.integrator.id, ...readExpected(request), ...readKey(request) } as const
  const handled = await handleDossier(() => open(request, site, caller), deed, site.deps)
  const after = handled.dossier as Submitted
  return json({ event: tellEvent(handled.event, seesTexts(caller)), dossier: await shown(after, site, caller) }, 200, { etag: stateTag(after, site) })
}

const readClaim = (body: Readonly<Record<string, unknown>>) => {
  const { fileName, type, bytes, sha256 } = body
  if (typeof fileName !== 'string' || fileName.length > 300) return refuseValue('fileName', '1-300')
  if (typeof type !== 'string' || typeof sha256 !== 'string' || typeof bytes !== 'number') return refuseValue('type, bytes, sha256', 'application/pdf, 12345, base64')
  return { fileName, type, bytes, sha256 }
}

/** Announces a result; the answer says where to post it. */
export const addFile: OfficeCall = async (request, site, caller) => {
  const { attachment, ticket } = await requestResult(() => open(request, site, caller), readClaim(readJson(request)), site.deps)
  return json({ attachment: tellFile(attachment), upload: ticket }, 201)
}

/** Says that the result was posted; repeated, it gives the state of the scan. */
export const completeFile: OfficeCall = async (request, site, caller) =>
  json({ attachment: tellFile(await completeResult(() => open(request, site, caller), param(request, 'file'), site.deps)) })

/** Takes back a result that was not given yet. */
export const removeFile: OfficeCall = async (request, site, caller) => {
  await removeResult(() => open(request, site, caller), param(request, 'file'), site.deps)
  return { status: 204, headers: { 'cache-control': 'no-store' } }
}
