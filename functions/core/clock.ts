import { addDays, civilTimeOf } from '../../forms/calendar/civil-time.ts'
import { nextWorkingDay } from '../../forms/calendar/count.ts'
import { dueDate } from '../../forms/calendar/due-date.ts'
import { dayStatus, isApproved, OFFICIAL_CALENDAR } from '../../forms/calendar/official-calendar.ts'
import { dueDateAfterWaiting, moveByWait } from '../../forms/calendar/waiting.ts'
import { termsFor } from '../../forms/engine/terms.ts'
import type { LimitRule } from '../../forms/engine/procedure.ts'
import type { Due, ProcedureRecord } from '../../forms/index.ts'
import { civilDate, civilTime } from './civil-time.ts'
import type { Dossier, DossierStatus, Submission } from './dossier.ts'
import { AppError } from './errors.ts'
import { NO_HANDLING, type Wait } from './handling.ts'
import { clockOf } from './rules-of-law.ts'

export type Submitted = Dossier & { readonly submission: Submission }

/** The date that is promised now, and why. */
export const dueNow = ({ submission, handling }: Submitted): Due => handling?.due ?? submission.due

/** Is the due day over at this time (for a limit in hours: the minute)? What is late stays late: no later request makes up for it. */
export const isOver = ({ dueAt, limit }: Due, at: string): boolean =>
  (limit.unit === 'hours' ? Date.parse(at) > Date.parse(dueAt) : civilTimeOf(at).date > civilTimeOf(dueAt).date)

/** In these it is the agency that has something to do: a dossier that waits for the citizen is not late, nor is a finished one. */
const AGENCYS_TURN: readonly DossierStatus[] = ['submitted', 'supplemented', 'received', 'processing']

/** Has the promised date passed while the agency still owes the result? */
export const isOverdue = (dossier: Submitted, now: Date): boolean =>
  AGENCYS_TURN.includes(dossier.status) && isOver(dueNow(dossier), civilTime(now))

/** Both ways of counting a wait, and which one the procedure goes by. */
export type Recounted = { readonly due: Due; readonly clock: 'restart' | 'pause'; readonly basis: string; readonly dueByRestart: string; readonly dueByPause: string; readonly late: boolean }

const later = (a: Due, b: Due): Due => (Date.parse(a.dueAt) >= Date.parse(b.dueAt) ? a : b)

/** A date promised with an apology is not taken back by a count that ends before it; where the clock pauses, it moves as well. */
const keepPromise = (counted: Due, dossier: Submitted, moved: (promised: Due) => Due): Due =>
  (dossier.handling?.repromised ? later(counted, moved(dueNow(dossier))) : counted)

const limitOf = ({ answers }: Submitted, record: ProcedureRecord): LimitRule => termsFor(record, 'online', answers).limit

/** The count since it last began, without the time of waiting. */
const paused = (dossier: Submitted, record: ProcedureRecord, wait: Wait): Due => {
  const { waits, restartedAt = dossier.submission.submittedAt } = dossier.handling ?? NO_HANDLING
  const since = waits.filter(({ from }) => Date.parse(from) >= Date.parse(restartedAt))
  return keepPromise(dueDateAfterWaiting({ receivedAt: restartedAt, limit: limitOf(dossier, record) }, [...since, wait]), dossier, (promised) => moveByWait(promised, wait))
}

/**
 * The due date after the citizen has answered: law (count anew), or practice (the wait does not count). Sources disagree, so it is
 * a setting of the procedure, and both dates go into the event. Where the agency asked when the dossier was late already, neither counts.
 */
export const recount = (dossier: Submitted, record: ProcedureRecord, wait: Wait): Recounted => {
  const restart = keepPromise(dueDate({ receivedAt: wait.to, limit: limitOf(dossier, record) }), dossier, (promised) => promised)
  const pause = paused(dossier, record, wait)
  const { is, basis } = clockOf(record)
  const late = isOver(dueNow(dossier), wait.from)
  const counted = is === 'restart' ? restart : pause
  return { due: late ? dueNow(dossier) : counted, clock: is, basis, dueByRestart: restart.dueAt, dueByPause: pause.dueAt, late }
}

/** The due date after the citizen has paid: status 6 is a pause in the national list, whatever a supplement is for this procedure. */
export const recountPaid = (dossier: Submitted, record: ProcedureRecord, wait: Wait): Due =>
  (isOver(dueNow(dossier), wait.from) ? dueNow(dossier) : paused(dossier, record, wait))

/** Days from today within which an agency may promise: what is further away is a slip of the pen, or no promise. */
const PROMISE_DAYS = 366

/** The date that an agency names in the place of the one that it cannot keep; refuses one on which it could not hand anything over. */
export const promiseAnew = (due: Due, dueAt: string, now: Date): Due => {
  const { date } = civilTimeOf(dueAt)
  const latest = addDays(civilDate(now), PROMISE_DAYS)
  if (Date.parse(dueAt) <= Math.max(now.getTime(), Date.parse(due.dueAt))) throw new AppError('date-not-later', { date: due.dueAt.slice(0, 10) })
  if (date > latest) throw new AppError('date-too-far', { date: latest })
  if (!dayStatus(OFFICIAL_CALENDAR, date).works) throw new AppError('date-day-off', { date, next: nextWorkingDay(date, OFFICIAL_CALENDAR) })
  return { ...due, dueAt, promised: isApproved(OFFICIAL_CALENDAR, date), steps: [...due.steps, { date, reason: 'due.repromised', params: { previous: civilTimeOf(due.dueAt).date } }] }
}
