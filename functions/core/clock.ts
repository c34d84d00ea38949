import { dueDate } from '../../forms/calendar/due-date.ts'
import { dueDateAfterWaiting } from '../../forms/calendar/waiting.ts'
import { termsFor } from '../../forms/engine/terms.ts'
import type { Due, ProcedureRecord } from '../../forms/index.ts'
import type { Dossier, DossierStatus, Submission } from './dossier.ts'
import { NO_HANDLING, type Wait } from './handling.ts'
import { clockOf } from './rules-of-law.ts'

export type Submitted = Dossier & { readonly submission: Submission }

/** The date that is promised now, and why. */
export const dueNow = ({ submission, handling }: Submitted): Due => handling?.due ?? submission.due

/** In these it is the agency that has something to do: a dossier that waits for the citizen is not late, nor is a finished one. */
const AGENCYS_TURN: readonly DossierStatus[] = ['submitted', 'supplemented', 'received', 'processing']

/** Has the promised date passed while the agency still owes the result? */
export const isOverdue = (dossier: Submitted, now: Date): boolean =>
  AGENCYS_TURN.includes(dossier.status) && Date.parse(dueNow(dossier).dueAt) < now.getTime()

/** Both ways of counting a wait, and which one the procedure goes by. */
export type Recounted = { readonly due: Due; readonly clock: 'restart' | 'pause'; readonly basis: string; readonly dueByRestart: string; readonly dueByPause: string }

/**
 * The due date after the citizen has answered: law (count anew), or practice (the wait does not count). Sources disagree, so
 * it is a setting of the procedure, and both dates go into the event.
 */
export const recount = (dossier: Submitted, record: ProcedureRecord, wait: Wait): Recounted => {
  const { limit } = termsFor(record, 'online', dossier.answers)
  const waits = [...(dossier.handling ?? NO_HANDLING).waits, wait]
  const restart = dueDate({ receivedAt: wait.to, limit })
  const pause = dueDateAfterWaiting({ receivedAt: dossier.submission.submittedAt, limit }, waits)
  const { is, basis } = clockOf(record)
  return { due: is === 'restart' ? restart : pause, clock: is, basis, dueByRestart: restart.dueAt, dueByPause: pause.dueAt }
}
