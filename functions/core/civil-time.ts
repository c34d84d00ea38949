const OFFSET_MS = 7 * 3_600_000

/** Vietnam has kept +07:00 without daylight saving since 1975: plain arithmetic is exact, and needs no zone data. */
const shifted = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString()

/** Civil date in Vietnam, YYYY-MM-DD. */
export const civilDate = (at: Date): string => shifted(at).slice(0, 10)

/** ISO time with +07:00, to the second. */
export const civilTime = (at: Date): string => `${shifted(at).slice(0, 19)}+07:00`

/** ISO time with +07:00, `days` later. */
export const daysLater = (at: Date, days: number): string => civilTime(new Date(at.getTime() + days * 86_400_000))

/** ISO time of the last second of the civil day that is `days` later: what pages promise until a day holds until its end. */
export const endOfDay = (at: Date, days: number): string => `${daysLater(at, days).slice(0, 10)}T23:59:59+07:00`
