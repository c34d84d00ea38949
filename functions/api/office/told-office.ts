import { civilDate } from '../../core/civil-time.ts'
import { dueNow, type Submitted } from '../../core/clock.ts'
import type { Attachment, DossierEvent } from '../../core/dossier.ts'
import { factsOf, withoutTexts } from '../../core/facts.ts'
import { NO_HANDLING } from '../../core/handling.ts'
import { nationalStatus } from '../../core/life-cycle.ts'
import type { FeedEntry } from '../../core/ports.ts'
import { handedIn, isResult } from '../../core/results.ts'
import { allowedNow } from '../../core/rules-of-law.ts'
import type { ProcedureRecord } from '../../../forms/index.ts'

/** A file as an agency's system sees it. */
export const tellFile = ({ id, component, fileName, type, bytes, sha256, state, addedAt, reason, supplement }: Attachment) =>
  ({ id, component, fileName, type, bytes, sha256, state, addedAt, ...(reason !== undefined && { reason }), ...(supplement !== undefined && { supplement }) })

/** Without the name that a person gave it. */
const unnamed = ({ fileName: _name, ...file }: ReturnType<typeof tellFile>) => file

type Sight = { readonly record: ProcedureRecord; readonly now: Date; readonly texts: boolean }

/** State of a dossier and what may be done next: no answer, no file of the citizen's; what officers wrote with `texts` alone. */
export const tellOffice = (dossier: Submitted, { record, now, texts }: Sight) => {
  const seen = (part: object) => (texts ? part : factsOf(part))
  const { id, revision, status, procedure, submission, handling = NO_HANDLING } = dossier
  const { receivedAt, step, department, supplements, asked, payment, repromised, ended } = handling
  const due = dueNow(dossier)
  return {
    id, code: submission.code, revision, status, national: nationalStatus(status), procedure, agency: submission.agency, submittedAt: submission.submittedAt,
    dueAt: due.dueAt, due, contentHash: handling.contentHash ?? submission.contentHash, allowed: allowedNow(dossier, 'officer', { record, today: civilDate(now) }),
    supplements, ...(receivedAt !== undefined && { receivedAt }), ...(step !== undefined && { step }), ...(texts && department !== undefined && { department }),
    ...(asked && { supplement: seen(asked) }), ...(payment && { payment: seen(payment) }), ...(repromised && { repromised: seen(repromised) }), ...(ended && { ended: seen(ended) }),
    results: dossier.attachments.filter(isResult).map(tellFile).map((file) => (texts ? file : unnamed(file))),
  }
}

/** What was handed in: answers, and the papers with their hashes. */
export const tellContent = (dossier: Submitted) => ({
  code: dossier.submission.code, revision: dossier.revision, procedure: dossier.procedure, lang: dossier.lang,
  answers: dossier.answers, files: handedIn(dossier).map(tellFile), contentHash: dossier.handling?.contentHash ?? dossier.submission.contentHash,
})

/** An entry of the feed: the immutable event, and whose it is. */
export const tellEntry = ({ agency, procedure, event }: FeedEntry, texts: boolean) => ({ agency, procedure, event: tellEvent(event, texts) })

/** The immutable event; without `texts` its facts alone, under the hash of the whole. */
export const tellEvent = (event: DossierEvent, texts: boolean) => {
  const { id, dossierId, seq, type, at, actor, data, prevHash, hash } = texts ? event : withoutTexts(event)
  return { id, dossierId, seq, type, at, actor, data, prevHash, hash }
}
