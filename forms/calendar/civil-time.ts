/** A moment on the clock of Vietnam: civil date YYYY-MM-DD and minute of the day. */
export type CivilTime = { readonly date: string; readonly minute: number }

// Vietnam has had one zone without summer time since 1975, so the offset is a constant and no zone data is needed.
const OFFSET = '+07:00'
const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** Civil time in Vietnam of an ISO time; a time without an offset is taken as Vietnamese. */
export const civilTimeOf = (iso: string): CivilTime => {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}${OFFSET}`
  const ms = Date.parse(zoned)
  if (Number.isNaN(ms)) throw new RangeError(`'${iso}' is not an ISO time`)
  const local = new Date(ms + OFFSET_MS).toISOString()
  return { date: local.slice(0, 10), minute: minutesOf(local.slice(11, 16)) }
}

/** ISO time with +07:00. */
export const isoOf = ({ date, minute }: CivilTime): string => `${date}T${clockOf(minute)}:00${OFFSET}`

/** '07:30' -> 450. */
export const minutesOf = (clock: string): number => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock)
  if (found === null) throw new RangeError(`'${clock}' is not a time HH:MM`)
  return Number(found[1]) * 60 + Number(found[2])
}

/** 450 -> '07:30'. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const daysSinceEpoch = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)

/** Is this a date of the calendar (no 30 February), written YYYY-MM-DD? */
export const isCivilDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date

export const addDays = (date: string, days: number): string =>
  new Date((daysSinceEpoch(date) + days) * DAY_MS).toISOString().slice(0, 10)

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => ((daysSinceEpoch(date) + 3) % 7) + 1

/** Same day of the month `months` later; a month without that day gives its last (Civil Code art. 148.3). */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastDay))
  return first.toISOString().slice(0, 10)
}
