import { addDays, addMonths, clockOf, type CivilTime } from './civil-time.ts'
import type { DueStep } from './due.ts'
import { dayStatus, type OfficialCalendar } from './official-calendar.ts'

/** Where a count ends, and the days that led there. `begin` only where hours count: the first minute that did. */
export type Counted = { readonly begin?: CivilTime; readonly end: CivilTime; readonly steps: readonly DueStep[] }

// Guards an edited calendar in which nothing works any more: no run of days off is near this long.
const LONGEST_REST = 60

/** The first day after `date` on which the state works. */
export const nextWorkingDay = (date: string, calendar: OfficialCalendar): string => {
  let day = addDays(date, 1)
  for (let tried = 1; !dayStatus(calendar, day).works; tried += 1) {
    if (tried > LONGEST_REST) throw new RangeError(`the calendar has no working day in the ${LONGEST_REST} days after ${date}`)
    day = addDays(day, 1)
  }
  return day
}

/** Why each day off strictly between two dates does not count. */
export const daysOffBetween = (from: string, to: string, calendar: OfficialCalendar): readonly DueStep[] => {
  const steps: DueStep[] = []
  for (let date = addDays(from, 1); date < to; date = addDays(date, 1)) {
    const { reason, params } = dayStatus(calendar, date)
    steps.push({ date, reason, params })
  }
  return steps
}

const closingOf = (calendar: OfficialCalendar): number => calendar.workingHours.at(-1)?.[1] ?? 24 * 60

/** Only working days count; `zero` is the day before day 1. */
export const countWorkingDays = (zero: string, amount: number, calendar: OfficialCalendar): Counted => {
  const steps: DueStep[] = []
  let date = zero
  for (let count = 1; count <= amount; count += 1) {
    const day = nextWorkingDay(date, calendar)
    const { reason, params } = dayStatus(calendar, day)
    steps.push(...daysOffBetween(date, day, calendar), { date: day, count, reason, params })
    date = day
  }
  return { end: { date, minute: closingOf(calendar) }, steps }
}

/** Every day of the calendar counts; a last day off gives way to the next working day (Civil Code art. 148.5). */
export const countDays = (zero: string, amount: number, calendar: OfficialCalendar): Counted => {
  const steps = Array.from({ length: amount }, (_, index): DueStep => ({
    date: addDays(zero, index + 1), count: index + 1, reason: 'due.calendar-day', params: {},
  }))
  return endOnWorkingDay(addDays(zero, amount), steps, calendar)
}

/** A month ends on the same day of a later month, or on that month's last day (Civil Code art. 148.3). */
export const countMonths = (zero: string, amount: number, calendar: OfficialCalendar): Counted => {
  const steps = Array.from({ length: amount }, (_, index): DueStep => {
    const date = addMonths(zero, index + 1)
    const reason = date.slice(8) === zero.slice(8) ? 'due.month' : 'due.month-end'
    return { date, count: index + 1, reason, params: { day: Number(zero.slice(8)) } }
  })
  return endOnWorkingDay(addMonths(zero, amount), steps, calendar)
}

const endOnWorkingDay = (last: string, steps: readonly DueStep[], calendar: OfficialCalendar): Counted => {
  const minute = closingOf(calendar)
  const status = dayStatus(calendar, last)
  if (status.works) return { end: { date: last, minute }, steps }
  const date = nextWorkingDay(last, calendar)
  const onTheWay: DueStep[] = [{ date: last, reason: status.reason, params: status.params }, ...daysOffBetween(last, date, calendar)]
  return { end: { date, minute }, steps: [...steps, ...onTheWay, { date, reason: 'due.moved', params: {} }] }
}

/** Only office hours count; `count` of a step is the hours so far. */
export const countHours = (from: CivilTime, amount: number, calendar: OfficialCalendar): Counted => {
  const steps: DueStep[] = []
  const total = amount * 60
  let used = 0
  let date = from.date
  let begin: CivilTime | undefined
  for (;;) {
    const status = dayStatus(calendar, date)
    const spent = status.works ? spendHours(date === from.date ? from.minute : 0, total - used, calendar) : undefined
    if (spent !== undefined) {
      used += spent.minutes
      begin ??= { date, minute: spent.from }
      steps.push({ date, count: Math.round((used / 60) * 100) / 100, reason: 'due.hours', params: { from: clockOf(spent.from), to: clockOf(spent.to) } })
      if (used >= total) return { begin, end: { date, minute: spent.to }, steps }
    }
    const next = nextWorkingDay(date, calendar)
    steps.push(...daysOffBetween(date, next, calendar))
    date = next
  }
}

/** Office time of one day from `start` on, at most `wanted` minutes of it; undefined where the office is already closed. */
const spendHours = (start: number, wanted: number, calendar: OfficialCalendar): { from: number; to: number; minutes: number } | undefined => {
  const open = calendar.workingHours.map(([from, to]) => [Math.max(from, start), to] as const).filter(([from, to]) => from < to)
  let left = wanted
  let end = start
  for (const [from, to] of open) {
    const taken = Math.min(to - from, left)
    if (taken > 0) end = from + taken
    left -= taken
  }
  const first = open[0]
  return first === undefined ? undefined : { from: first[0], to: end, minutes: wanted - left }
}
