import { dueDate } from '../../forms/calendar/due-date.ts'
import { checkAll } from '../../forms/engine/check-all.ts'
import { normaliseAnswers } from '../../forms/engine/normalise.ts'
import { isObject, valueAt } from '../../forms/engine/pointer.ts'
import { termsFor } from '../../forms/engine/terms.ts'
import type { Answers, Issue, ProcedureRecord } from '../../forms/index.ts'
import { heldAttachments } from './attachment-rules.ts'
import { hashOf } from './canonical.ts'
import { civilTime } from './civil-time.ts'
import { ruleContext, type Deps } from './deps.ts'
import type { Attachment, Dossier, Submission } from './dossier.ts'
import { takeCode } from './dossier-code.ts'
import { tell } from './events.ts'
import type { OnlineProcedure } from './load-procedure.ts'

type Needs = Pick<Deps, 'dossiers' | 'clock' | 'ids' | 'lists' | 'settings'>

/** Who receives it: the commune that the citizen chose ('01/00004'), or the portal's own agency. */
const receivingAgency = (record: ProcedureRecord, answers: Answers, agencyId: string): string => {
  const chosen = record.agency.chosenBy === undefined ? undefined : valueAt(answers, record.agency.chosenBy)
  if (!isObject(chosen)) return agencyId
  const { province, commune } = chosen
  return typeof province === 'string' && typeof commune === 'string' ? `${province}/${commune}` : agencyId
}

/** What is wrong with the whole of it, against the version it was filled in on; warnings stop nothing. */
export const stoppingIssues = (dossier: Dossier, { published, form, validate }: OnlineProcedure, deps: Pick<Deps, 'clock' | 'lists'>): readonly Issue[] =>
  checkAll({ record: published.record, form, validate, answers: dossier.answers, attachments: heldAttachments(dossier, deps.clock()), context: ruleContext(deps) })
    .filter((issue) => issue.severity !== 'warning')

/** Answers as they would be submitted now: computed values of today, nothing hidden. */
export const finalAnswers = (answers: Answers, { form }: OnlineProcedure, deps: Pick<Deps, 'clock' | 'lists'>): Answers =>
  normaliseAnswers(form, answers, ruleContext(deps))

/** SHA-256 of what is in the agency's hands: answers, and each paper by the hash of its content. */
export const contentHashOf = (answers: Answers, attachments: readonly Attachment[]): string =>
  hashOf({ answers, attachments: attachments.map(({ component, sha256 }) => ({ component, sha256 })) })

/** The submitted head, not yet written: code taken, due date counted, event in the outbox. */
export const submitted = async (draft: Dossier, { published }: OnlineProcedure, deps: Needs): Promise<Dossier> => {
  const { expiresAt: _forever, autosaved: _typed, resumeTries: _tries, reached: _way, ...rest } = draft
  const now = deps.clock()
  const { limit } = termsFor(published.record, 'online', draft.answers)
  const attachments = heldAttachments(draft, now)
  const submission: Submission = {
    code: await takeCode(draft.id, deps),
    trackingKey: deps.ids.code(8),
    submittedAt: civilTime(now),
    due: dueDate({ receivedAt: civilTime(now), limit }),
    agency: receivingAgency(published.record, draft.answers, deps.settings.agencyId),
    contentHash: contentHashOf(draft.answers, attachments),
  }
  const data = { code: submission.code, procedure: draft.procedure.code, version: draft.procedure.version, contentHash: submission.contentHash, dueAt: submission.due.dueAt }
  return tell({ ...rest, attachments, status: 'submitted', submission }, { type: 'dossier.submitted', actor: 'citizen', data, at: now })
}
