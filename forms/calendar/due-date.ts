import type { LimitRule } from '../engine/procedure.ts'
import { addDays, civilTimeOf, clockOf, isoOf, type CivilTime } from './civil-time.ts'
import { countDays, countHours, countMonths, countWorkingDays, daysOffBetween, nextWorkingDay, type Counted } from './count.ts'
import type { Due, DueStep } from './due.ts'
import { dayStatus, isApproved, OFFICIAL_CALENDAR, type OfficialCalendar } from './official-calendar.ts'

/**
 * How the first day is counted; agencies differ, so it is a setting of the limit.
 * receipt: the day of receipt is not counted (Civil Code art. 147.2); day 1 is the next one that counts.
 * next-working-day: the same, but a dossier received after 15:00 or on a day off counts as received on the next working day.
 * same-day: a dossier received by 15:00 of a working day has that day as day 1, a later one the next working day ("trong ngày").
 */
export type Convention = NonNullable<LimitRule['counting']>

export type DueInput = {
  /** ISO time at which the complete dossier was received. */
  readonly receivedAt: string
  readonly limit: Pick<LimitRule, 'amount' | 'unit' | 'basis' | 'counting'>
  /** Default: the official calendar of the library. */
  readonly calendar?: OfficialCalendar
  /** Default: the limit's own `counting`, else 'receipt'. */
  readonly convention?: Convention
}

// Some years of days: more is a slip of the author's pen, and would be listed day by day.
const LONGEST = 1000

/** When a dossier is due: the last counted day at the end of working hours, with every day on the way explained. */
export const dueDate = ({ receivedAt, limit, calendar = OFFICIAL_CALENDAR, convention = limit.counting ?? 'receipt' }: DueInput): Due => {
  if (!Number.isInteger(limit.amount) || limit.amount < 1 || limit.amount > LONGEST) throw new RangeError(`a time limit is a whole number from 1 to ${LONGEST}, not ${limit.amount}`)
  const reception = receptionOf(civilTimeOf(receivedAt), calendar)
  const running = limit.unit === 'hours' && convention !== 'next-working-day'
  const counted = limit.unit === 'hours'
    ? countHours(running ? reception.received : reception.inHand, limit.amount, calendar)
    : countFrom(dayZero(reception, convention), limit, calendar)
  const steps = [...(running ? [runningStep(reception)] : firstSteps(reception, convention, calendar)), ...counted.steps]
  return {
    dueAt: isoOf(counted.end),
    countedFrom: isoOf(counted.begin ?? reception.inHand),
    limit: { amount: limit.amount, unit: limit.unit, basis: limit.basis },
    promised: steps.every((step) => isApproved(calendar, step.date)),
    steps,
  }
}

/** When the dossier came, and when those who decide have it in hand: at once, or the next working morning. */
type Reception = { readonly received: CivilTime; readonly inHand: CivilTime; readonly late: boolean }

const receptionOf = (received: CivilTime, calendar: OfficialCalendar): Reception => {
  const onTime = dayStatus(calendar, received.date).works && received.minute <= calendar.handOverUntil
  if (onTime) return { received, inHand: received, late: false }
  const opening = calendar.workingHours[0]?.[0] ?? 0
  return { received, inHand: { date: nextWorkingDay(received.date, calendar), minute: opening }, late: true }
}

/** The day before day 1. */
const dayZero = ({ received, inHand, late }: Reception, convention: Convention): string => {
  if (convention === 'next-working-day') return inHand.date
  return convention === 'same-day' && !late ? addDays(received.date, -1) : received.date
}

const countFrom = (zero: string, { unit, amount }: DueInput['limit'], calendar: OfficialCalendar): Counted => {
  if (unit === 'workingDays') return countWorkingDays(zero, amount, calendar)
  return unit === 'days' ? countDays(zero, amount, calendar) : countMonths(zero, amount, calendar)
}

const clock = (moment: CivilTime): string => clockOf(moment.minute)

/** Hours run from the moment of receipt, or from the next opening of the office. */
const runningStep = ({ received }: Reception): DueStep => ({ date: received.date, reason: 'due.received-hours', params: { time: clock(received) } })

/** The days before counting begins: the day of receipt and, where the agency counts from it, the hand-over. */
const firstSteps = ({ received, inHand, late }: Reception, convention: Convention, calendar: OfficialCalendar): readonly DueStep[] => {
  const reason = late ? 'due.received-late' : convention === 'same-day' ? 'due.received-same-day' : 'due.received'
  const params = { time: clock(received), handOverUntil: clockOf(calendar.handOverUntil) }
  const receipt: DueStep = { date: received.date, reason, params }
  if (convention !== 'next-working-day' || !late) return [receipt]
  const handOver: DueStep = { date: inHand.date, reason: 'due.handed-over', params: { time: clock(inHand) } }
  return [receipt, ...daysOffBetween(received.date, inHand.date, calendar), handOver]
}
