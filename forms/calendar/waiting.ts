import { addDays, civilTimeOf, isoOf } from './civil-time.ts'
import { countWorkingDays } from './count.ts'
import type { Due, DueStep } from './due.ts'
import { dueDate, type DueInput } from './due-date.ts'
import { dayStatus, isApproved, OFFICIAL_CALENDAR, type OfficialCalendar } from './official-calendar.ts'

/** A stretch in which the office waited for the citizen: ISO times. */
export type Wait = { readonly from: string; readonly to: string }

/** Who asks by the end of the due day and hears after it has not had the whole of that day. */
const cutsShort = ({ from, to }: Wait, { dueAt }: Due): boolean => civilTimeOf(dueAt).date >= civilTimeOf(from).date && Date.parse(to) > Date.parse(dueAt)

/** Civil dates that do not count: those after `after`, up to `until`. */
type Stretch = { readonly after: string; readonly until: string }

/** The day of asking was worked on, the day of the answer is the event's own and never counts (Civil Code art. 147.2). */
const daysOf = ({ from, to }: Wait): Stretch => ({ after: civilTimeOf(from).date, until: civilTimeOf(to).date })

const isWaited = (date: string, waits: readonly Stretch[]): boolean => waits.some(({ after, until }) => date > after && date <= until)

const renumber = (steps: readonly DueStep[], waits: readonly Stretch[]): readonly DueStep[] => {
  let count = 0
  return steps.map((step) => {
    if (step.count === undefined) return step
    if (isWaited(step.date, waits)) return { date: step.date, reason: 'due.waiting', params: {} }
    count += 1
    return { ...step, count }
  })
}

// As many days as due-date.ts counts at all: after years of waiting nobody adds them up.
const LONGEST = 1000

/** Only days can be skipped one by one; hours and months begin anew. */
const inDays = ({ limit }: DueInput): boolean => limit.unit === 'workingDays' || limit.unit === 'days'

/** The limit with the days of waiting left out; undefined after more of them than anybody adds up. */
const countPast = (input: DueInput, waits: readonly Stretch[]): Due | undefined => {
  for (let amount = input.limit.amount; amount <= LONGEST;) {
    const due = dueDate({ ...input, limit: { ...input.limit, amount } })
    const worked = due.steps.filter((step) => step.count !== undefined && !isWaited(step.date, waits)).length
    if (worked >= input.limit.amount) return { ...due, limit: { ...due.limit, amount: input.limit.amount }, steps: renumber(due.steps, waits) }
    amount += input.limit.amount - worked
  }
  return undefined
}

/**
 * The days that the next wait takes out. A last day that was cut short is worked after the answer, else the dossier would be
 * late the moment it comes back.
 */
const stretchOf = (wait: Wait, before: readonly Stretch[], input: DueInput): Stretch => {
  const days = daysOf(wait)
  const due = countPast(input, [...before, days])
  const last = due?.steps.filter(({ count }) => count !== undefined).at(-1)
  return due && last && cutsShort(wait, due) ? { after: addDays(last.date, -1), until: days.until } : days
}

/**
 * When a dossier is due that waited for its citizen, each day explained. The days of waiting do not count, so the date
 * moves by as many; the practice of the provincial systems. A limit in hours or months, and a wait of years, is counted anew from the last answer.
 */
export const dueDateAfterWaiting = (input: DueInput, waits: readonly Wait[]): Due => {
  const anew = (): Due => dueDate({ ...input, receivedAt: waits.at(-1)?.to ?? input.receivedAt })
  if (!inDays(input)) return anew()
  const stretches = waits.reduce<readonly Stretch[]>((before, wait) => [...before, stretchOf(wait, before, input)], [])
  return countPast(input, stretches) ?? anew()
}

const workingDaysIn = ({ from, to }: Wait, calendar: OfficialCalendar): number => {
  const last = civilTimeOf(to).date
  let days = 0
  for (let date = addDays(civilTimeOf(from).date, 1); date <= last; date = addDays(date, 1)) if (dayStatus(calendar, date).works) days += 1
  return days
}

/**
 * A date that was promised, and not counted, moved by the working days of a wait (a day cut short included). One that was past
 * when the office asked stays where it is.
 */
export const moveByWait = (due: Due, wait: Wait, calendar: OfficialCalendar = OFFICIAL_CALENDAR): Due => {
  const { date } = civilTimeOf(due.dueAt)
  const days = workingDaysIn(wait, calendar) + (cutsShort(wait, due) ? 1 : 0)
  if (civilTimeOf(wait.from).date > date || days === 0) return due
  const { end } = countWorkingDays(date, Math.min(days, LONGEST), calendar)
  const step: DueStep = { date: end.date, reason: 'due.moved-by-wait', params: { days } }
  return { ...due, dueAt: isoOf(end), promised: due.promised && isApproved(calendar, end.date), steps: [...due.steps, step] }
}
