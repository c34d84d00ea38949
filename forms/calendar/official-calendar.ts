import type { Text } from '../engine/json.ts'
import type { DueStep } from './due.ts'
import { isCivilDate, minutesOf, weekdayOf } from './civil-time.ts'
import published from './official-calendar.json' with { type: 'json' }

/**
 * holiday: public holiday (Labour Code art. 112). substitute: day off in lieu of one that fell on a weekend (art. 111.3).
 * swap_off / swap_work: a working day exchanged for a Saturday by the yearly announcement for state bodies.
 */
export type CalendarDayKind = 'holiday' | 'substitute' | 'swap_off' | 'swap_work'

export type CalendarDay = { readonly date: string; readonly kind: CalendarDayKind; readonly name: Text; readonly act: string }

/** The calendar that limits are counted on. Years outside approvedFrom..approvedUntil give estimates only. */
export type OfficialCalendar = {
  readonly approvedFrom: number
  readonly approvedUntil: number
  /** ISO weekdays on which offices work, 1 = Monday. */
  readonly workingWeek: readonly number[]
  /** Minutes of the day, in order, e.g. [[420, 690], [810, 1020]]. */
  readonly workingHours: readonly (readonly [from: number, to: number])[]
  /** A dossier received after this minute of the day is handed over the next working morning. */
  readonly handOverUntil: number
  readonly days: ReadonlyMap<string, CalendarDay>
}

/** Does the state work on that day, and why (not)? */
export type DayStatus = { readonly works: boolean } & Pick<DueStep, 'reason' | 'params'>

const KINDS: readonly string[] = ['holiday', 'substitute', 'swap_off', 'swap_work'] satisfies CalendarDayKind[]

const readDay = (day: CalendarFile['days'][number], index: number): CalendarDay => {
  const at = `official-calendar.json /days/${index}`
  if (!isCivilDate(day.date)) throw new RangeError(`${at}/date: '${day.date}' is not a date YYYY-MM-DD`)
  if (!KINDS.includes(day.kind)) throw new RangeError(`${at}/kind: '${day.kind}' is none of ${KINDS.join(', ')}`)
  if (day.act.trim() === '') throw new RangeError(`${at}/act: every day names the act that sets it`)
  return { ...day, kind: day.kind as CalendarDayKind }
}

const readHours = (hours: CalendarFile['workingHours'][number], index: number): readonly [number, number] => {
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  if (from >= to) throw new RangeError(`official-calendar.json /workingHours/${index}: ${hours.from} is not before ${hours.to}`)
  return [from, to]
}

/** The shape of official-calendar.json, as an editor writes it. */
export type CalendarFile = {
  readonly approvedFrom: number
  readonly approvedUntil: number
  readonly workingWeek: readonly number[]
  readonly workingHours: readonly { readonly from: string; readonly to: string }[]
  readonly handOverUntil: string
  readonly days: readonly { readonly date: string; readonly kind: string; readonly name: Text; readonly act: string }[]
}

/** Reads an edited calendar file; a wrong or doubled day is refused with its pointer, since every due date hangs on it. */
export const readCalendar = (file: CalendarFile): OfficialCalendar => {
  const workingHours = file.workingHours.map(readHours)
  if (workingHours.length === 0) throw new RangeError('official-calendar.json /workingHours: offices must be open at some time')
  const days = new Map<string, CalendarDay>()
  file.days.map(readDay).forEach((day, index) => {
    if (days.has(day.date)) throw new RangeError(`official-calendar.json /days/${index}/date: ${day.date} is listed twice`)
    days.set(day.date, day)
  })
  return {
    approvedFrom: file.approvedFrom,
    approvedUntil: file.approvedUntil,
    workingWeek: file.workingWeek,
    workingHours,
    handOverUntil: minutesOf(file.handOverUntil),
    days,
  }
}

/** The calendar that ships with the library. */
export const OFFICIAL_CALENDAR: OfficialCalendar = readCalendar(published)

const KIND_REASONS = {
  holiday: 'due.holiday', substitute: 'due.substitute', swap_off: 'due.swap-off', swap_work: 'due.swap-work',
} as const satisfies Record<CalendarDayKind, DueStep['reason']>

/** What kind of day `date` (YYYY-MM-DD) is. The list of days wins over the weekday. */
export const dayStatus = (calendar: OfficialCalendar, date: string): DayStatus => {
  const listed = calendar.days.get(date)
  if (listed !== undefined) {
    const params = { nameVi: listed.name.vi, nameEn: listed.name.en, act: listed.act }
    return { works: listed.kind === 'swap_work', reason: KIND_REASONS[listed.kind], params }
  }
  const weekday = weekdayOf(date)
  if (calendar.workingWeek.includes(weekday)) return { works: true, reason: 'due.working-day', params: {} }
  return { works: false, reason: weekday === 7 ? 'due.sunday' : weekday === 6 ? 'due.saturday' : 'due.weekly-rest', params: {} }
}

/** Is the year of `date` one whose days off have been decided? */
export const isApproved = (calendar: OfficialCalendar, date: string): boolean => {
  const year = Number(date.slice(0, 4))
  return year >= calendar.approvedFrom && year <= calendar.approvedUntil
}
