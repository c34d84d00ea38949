import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../../../forms/calendar/civil-time.ts'
import file from '../../../forms/calendar/official-calendar.json' with { type: 'json' }
import { OFFICIAL_CALENDAR, readCalendar } from '../../../forms/calendar/official-calendar.ts'

const ofYear = (year: number, kind: string) => [...OFFICIAL_CALENDAR.days.values()].filter((day) => day.kind === kind && day.date.startsWith(String(year)))

describe('the official calendar', () => {
  it('has the 11 statutory holidays of each year, 12 with the Culture Day from 2026', () => {
    expect([2024, 2025, 2026, 2027].map((year) => ofYear(year, 'holiday').length)).toEqual([11, 11, 12, 12])
  })

  it('works as many Saturdays as it takes days off in exchange', () => {
    for (const year of [2024, 2025, 2026]) expect(ofYear(year, 'swap_work')).toHaveLength(ofYear(year, 'swap_off').length)
  })

  it('gives one substitute for every holiday on a weekend', () => {
    for (const year of [2024, 2025, 2026, 2027]) {
      expect(ofYear(year, 'substitute')).toHaveLength(ofYear(year, 'holiday').filter((day) => weekdayOf(day.date) > 5).length)
    }
  })

  it('works only Saturdays in exchange, and takes off only days that would have worked', () => {
    for (const day of OFFICIAL_CALENDAR.days.values()) {
      if (day.kind === 'swap_work') expect(weekdayOf(day.date)).toBe(6)
      if (day.kind === 'swap_off' || day.kind === 'substitute') expect(weekdayOf(day.date)).toBeLessThan(6)
    }
    expect(OFFICIAL_CALENDAR.days.size).toBeGreaterThan(50)
  })

  it('has a working day of eight hours', () => {
    expect(OFFICIAL_CALENDAR.workingHours.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(8 * 60)
  })

  it('is in the order of dates', () => {
    expect(file.days.map((day) => day.date)).toEqual(file.days.map((day) => day.date).toSorted())
  })
})

describe('an edited calendar', () => {
  const day = { date: '2026-07-01', kind: 'holiday', name: { vi: 'x', en: 'x' }, act: 'x' }
  it.each([
    ['a date that is none', [{ ...day, date: '2026-02-30' }], /\/days\/0\/date/],
    ['a kind that is none', [{ ...day, kind: 'fun' }], /\/days\/0\/kind/],
    ['a day without its act', [{ ...day, act: ' ' }], /\/days\/0\/act/],
    ['a day listed twice', [day, day], /\/days\/1\/date.*twice/],
  ])('is refused with the place: %s', (_, days, message) => {
    expect(() => readCalendar({ ...file, days })).toThrow(message)
  })

  it('is refused where offices never open, or close before they open', () => {
    expect(() => readCalendar({ ...file, workingHours: [] })).toThrow(/workingHours/)
    expect(() => readCalendar({ ...file, workingHours: [{ from: '11:30', to: '07:00' }] })).toThrow(/workingHours\/0/)
  })
})
