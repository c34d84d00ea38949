import { civilDate } from '../../core/civil-time.ts'
import { dueNow, type Submitted } from '../../core/clock.ts'
import type { Attachment, DossierEvent } from '../../core/dossier.ts'
import { NO_HANDLING } from '../../core/handling.ts'
import { nationalStatus } from '../../core/life-cycle.ts'
import type { FeedEntry } from '../../core/ports.ts'
import { handedIn, isResult } from '../../core/results.ts'
import { allowedNow } from '../../core/rules-of-law.ts'
import type { ProcedureRecord } from '../../../forms/index.ts'

/** A file as an agency's system sees it. */
export const tellFile = ({ id, component, fileName, type, bytes, sha256, state, addedAt, reason, supplement }: Attachment) =>
  ({ id, component, fileName, type, bytes, sha256, state, addedAt, ...(reason !== undefined && { reason }), ...(supplement !== undefined && { supplement }) })

/** State of a dossier and what may be done next: no answer, no name, no file of the citizen's. */
export const tellOffice = (dossier: Submitted, record: ProcedureRecord, now: Date) => {
  const { id, revision, status, procedure, submission, handling = NO_HANDLING } = dossier
  const { receivedAt, step, department, supplements, asked, payment, repromised, ended } = handling
  const due = dueNow(dossier)
  return {
    id, code: submission.code, revision, status, national: nationalStatus(status), procedure, agency: submission.agency, submittedAt: submission.submittedAt,
    dueAt: due.dueAt, due, contentHash: handling.contentHash ?? submission.contentHash, allowed: allowedNow(dossier, 'officer', { record, today: civilDate(now) }),
    supplements, ...(receivedAt !== undefined && { receivedAt }), ...(step !== undefined && { step }), ...(department !== undefined && { department }),
    ...(asked && { supplement: asked }), ...(payment && { payment }), ...(repromised && { repromised }), ...(ended && { ended }),
    results: dossier.attachments.filter(isResult).map(tellFile),
  }
}

/** What was handed in: answers, and the papers with their hashes. */
export const tellContent = (dossier: Submitted) => ({
  code: dossier.submission.code, revision: dossier.revision, procedure: dossier.procedure, lang: dossier.lang,
  answers: dossier.answers, files: handedIn(dossier).map(tellFile), contentHash: dossier.handling?.contentHash ?? dossier.submission.contentHash,
})

/** An entry of the feed: the immutable event as it is, hash included, and whose it is. */
export const tellEntry = ({ agency, procedure, event }: FeedEntry) => ({ agency, procedure, event: tellEvent(event) })

export const tellEvent = ({ id, dossierId, seq, type, at, actor, data, prevHash, hash }: DossierEvent) => ({ id, dossierId, seq, type, at, actor, data, prevHash, hash })
