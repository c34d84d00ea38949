import { civilTimeOf } from '../../forms/calendar/civil-time.ts'
import { dueDate } from '../../forms/calendar/due-date.ts'
import { dueDateAfterWaiting, moveByWait } from '../../forms/calendar/waiting.ts'
import { termsFor } from '../../forms/engine/terms.ts'
import type { Due, ProcedureRecord } from '../../forms/index.ts'
import type { Dossier, Submission } from './dossier.ts'
import { NO_HANDLING, type Wait } from './handling.ts'
import { clockOf } from './rules-of-law.ts'

export type Submitted = Dossier & { readonly submission: Submission }

/** The date that is promised now, and why. */
export const dueNow = ({ submission, handling }: Submitted): Due => handling?.due ?? submission.due

/** Is the due day over at this time (for a limit in hours: the minute)? What is late stays late: no later request makes up for it. */
export const isOver = ({ dueAt, limit }: Due, at: string): boolean =>
  (limit.unit === 'hours' ? Date.parse(at) > Date.parse(dueAt) : civilTimeOf(at).date > civilTimeOf(dueAt).date)

/** Both ways of counting a wait, and which one the procedure goes by. */
export type Recounted = { readonly due: Due; readonly clock: 'restart' | 'pause'; readonly basis: string; readonly dueByRestart: string; readonly dueByPause: string; readonly late: boolean }

const later = (a: Due, b: Due): Due => (Date.parse(a.dueAt) >= Date.parse(b.dueAt) ? a : b)

/** A date promised with an apology is not taken back by a count that ends before it; where the clock pauses, it moves as well. */
const keepPromise = (counted: Due, dossier: Submitted, moved: (due: Due) => Due): Due =>
  (dossier.handling?.repromised ? later(counted, moved(dueNow(dossier))) : counted)

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
  const late = isOver(dueNow(dossier), wait.from)
  const counted = is === 'restart' ? keepPromise(restart, dossier, (promised) => promised) : keepPromise(pause, dossier, (promised) => moveByWait(promised, wait))
  return { due: late ? dueNow(dossier) : counted, clock: is, basis, dueByRestart: restart.dueAt, dueByPause: pause.dueAt, late }
}
