import { describe, expect, it } from 'vitest'
import { addDays, addMonths, weekdayOf } from '../../../forms/calendar/civil-time.ts'
import { dueDate, type Convention } from '../../../forms/calendar/due-date.ts'
import type { LimitUnit } from '../../../forms/engine/procedure.ts'
import { translate } from '../../../forms/messages/translate.ts'

const BASIS = 'test'
const due = (receivedAt: string, amount: number, unit: LimitUnit, convention?: Convention) =>
  dueDate({ receivedAt, limit: { amount, unit, basis: BASIS }, ...(convention && { convention }) })
const countedDates = (made: ReturnType<typeof due>) => made.steps.filter((step) => step.count !== undefined).map((step) => step.date)
const reasonsOn = (made: ReturnType<typeof due>, date: string) => made.steps.filter((step) => step.date === date).map((step) => step.reason)

describe('working days', () => {
  it('passes over the whole of Tết 2026: received Friday 13/02 at 16:00, three working days end on 25/02', () => {
    const made = due('2026-02-13T16:00:00+07:00', 3, 'workingDays')
    expect(made.dueAt).toBe('2026-02-25T17:00:00+07:00')
    expect(countedDates(made)).toEqual(['2026-02-23', '2026-02-24', '2026-02-25'])
    expect(made.countedFrom).toBe('2026-02-23T07:00:00+07:00')
    expect(reasonsOn(made, '2026-02-14')).toEqual(['due.saturday'])
    expect(reasonsOn(made, '2026-02-16')).toEqual(['due.holiday'])
    expect(made.promised).toBe(true)
  })

  it('ends a day later where the agency takes the hand-over after 15:00 as the day of receipt', () => {
    const made = due('2026-02-13T16:00:00+07:00', 3, 'workingDays', 'next-working-day')
    expect(made.dueAt).toBe('2026-02-26T17:00:00+07:00')
    expect(reasonsOn(made, '2026-02-23')).toEqual(['due.handed-over'])
  })

  it('passes over the substitute of 27/04 and the days of 30/04 and 01/05: received Wednesday 22/04/2026, five end on 04/05', () => {
    const made = due('2026-04-22T10:00:00+07:00', 5, 'workingDays')
    expect(made.dueAt).toBe('2026-05-04T17:00:00+07:00')
    expect(countedDates(made)).toEqual(['2026-04-23', '2026-04-24', '2026-04-28', '2026-04-29', '2026-05-04'])
    expect(reasonsOn(made, '2026-04-27')).toEqual(['due.substitute'])
    expect(made.countedFrom).toBe('2026-04-22T10:00:00+07:00')
  })

  it.each([
    ['a bridge day is off and its Saturday works (2025)', '2025-04-25T09:00:00+07:00', 4, ['2025-04-26', '2025-04-28', '2025-04-29', '2025-05-05']],
    ['a made-up Saturday comes before its Monday off (2026)', '2026-08-21T09:00:00+07:00', 7,
      ['2026-08-22', '2026-08-24', '2026-08-25', '2026-08-26', '2026-08-27', '2026-08-28', '2026-09-03']],
    ['the new holiday of 24 November is off from 2026', '2026-11-23T09:00:00+07:00', 1, ['2026-11-25']],
    ['24 November was an ordinary Monday in 2025', '2025-11-21T09:00:00+07:00', 1, ['2025-11-24']],
    ['a bridge Monday is off and its Saturday works (2024)', '2024-04-26T09:00:00+07:00', 2, ['2024-05-02', '2024-05-03']],
  ])('%s', (_, receivedAt, amount, dates) => {
    expect(countedDates(due(receivedAt, amount, 'workingDays'))).toEqual(dates)
  })

  it('takes 15:00 itself as in time, one minute later as late', () => {
    expect(due('2026-03-04T15:00:00+07:00', 1, 'workingDays', 'next-working-day').dueAt).toBe('2026-03-05T17:00:00+07:00')
    expect(due('2026-03-04T15:01:00+07:00', 1, 'workingDays', 'next-working-day').dueAt).toBe('2026-03-06T17:00:00+07:00')
  })

  it('gives the result on the day itself where the law says so, on the next working day after 15:00', () => {
    expect(due('2026-03-06T10:00:00+07:00', 1, 'workingDays', 'same-day').dueAt).toBe('2026-03-06T17:00:00+07:00')
    const late = due('2026-03-06T16:00:00+07:00', 1, 'workingDays', 'same-day')
    expect(late.dueAt).toBe('2026-03-09T17:00:00+07:00')
    expect(reasonsOn(late, '2026-03-07')).toEqual(['due.saturday'])
  })

  it('follows the setting written at the limit itself, unless told otherwise', () => {
    const limit = { amount: 1, unit: 'workingDays', basis: BASIS, counting: 'same-day' } as const
    const receivedAt = '2026-03-05T10:00:00+07:00'
    expect(dueDate({ receivedAt, limit }).dueAt).toBe('2026-03-05T17:00:00+07:00')
    expect(dueDate({ receivedAt, limit, convention: 'receipt' }).dueAt).toBe('2026-03-06T17:00:00+07:00')
  })

  it('reads the Vietnamese date whatever offset the time is written in', () => {
    expect(due('2026-03-04T18:30:00Z', 1, 'workingDays').steps[0]?.date).toBe('2026-03-05')
    expect(due('2026-03-04T18:30:00Z', 1, 'workingDays').dueAt).toBe(due('2026-03-05T01:30:00+07:00', 1, 'workingDays').dueAt)
    expect(due('2026-03-05T01:30:00', 1, 'workingDays').dueAt).toBe('2026-03-06T17:00:00+07:00')
  })
})

describe('calendar days', () => {
  it('counts weekends and holidays, and ends on the last day when that works', () => {
    const made = due('2026-03-02T10:00:00+07:00', 30, 'days')
    expect(made.dueAt).toBe('2026-04-01T17:00:00+07:00')
    expect(countedDates(made)).toHaveLength(30)
  })

  it('moves a last day that falls on a Saturday or holiday to the next working day, and says so', () => {
    const made = due('2026-04-20T10:00:00+07:00', 5, 'days')
    expect(made.dueAt).toBe('2026-04-28T17:00:00+07:00')
    expect(reasonsOn(made, '2026-04-25')).toEqual(['due.calendar-day', 'due.saturday'])
    expect(reasonsOn(made, '2026-04-28')).toEqual(['due.moved'])
  })
})

describe('months', () => {
  it.each([
    ['2026-03-10T10:00:00+07:00', 1, '2026-04-10', 'due.month'],
    ['2026-01-30T10:00:00+07:00', 1, '2026-03-02', 'due.month-end'],
    ['2028-01-31T10:00:00+07:00', 1, '2028-02-29', 'due.month-end'],
    ['2026-08-31T10:00:00+07:00', 6, '2027-03-01', 'due.month-end'],
  ])('received %s, %i month(s): due %s', (receivedAt, amount, date, reason) => {
    const made = due(receivedAt, amount, 'months')
    expect(made.dueAt.slice(0, 10)).toBe(date)
    expect(made.steps.find((step) => step.count === amount)?.reason).toBe(reason)
  })
})

describe('hours', () => {
  it.each([
    ['within a morning', '2026-03-04T08:00:00+07:00', 2, '2026-03-04T10:00:00+07:00'],
    ['over lunch', '2026-03-04T10:30:00+07:00', 2, '2026-03-04T14:30:00+07:00'],
    ['over a night', '2026-03-04T16:30:00+07:00', 1, '2026-03-05T07:30:00+07:00'],
    ['over a weekend', '2026-03-06T16:00:00+07:00', 8, '2026-03-09T16:00:00+07:00'],
    ['received at lunch', '2026-03-04T12:00:00+07:00', 1, '2026-03-04T14:30:00+07:00'],
    ['received at night', '2026-03-04T22:00:00+07:00', 1, '2026-03-05T08:00:00+07:00'],
    ['received on a Sunday', '2026-03-08T10:00:00+07:00', 1, '2026-03-09T08:00:00+07:00'],
    ['ending at noon, not after it', '2026-03-04T07:00:00+07:00', 4, '2026-03-04T11:00:00+07:00'],
    ['a whole day ends at closing time', '2026-03-04T07:00:00+07:00', 8, '2026-03-04T17:00:00+07:00'],
  ])('%s', (_, receivedAt, amount, dueAt) => {
    expect(due(receivedAt, amount, 'hours').dueAt).toBe(dueAt)
  })

  it('starts with the first office minute after receipt, or with the hand-over where the agency counts from it', () => {
    expect(due('2026-03-04T16:00:00+07:00', 2, 'hours').countedFrom).toBe('2026-03-04T16:00:00+07:00')
    expect(due('2026-03-08T10:00:00+07:00', 2, 'hours').countedFrom).toBe('2026-03-09T07:00:00+07:00')
    const handedOver = due('2026-03-04T16:00:00+07:00', 2, 'hours', 'next-working-day')
    expect([handedOver.countedFrom, handedOver.dueAt]).toEqual(['2026-03-05T07:00:00+07:00', '2026-03-05T09:00:00+07:00'])
  })

  it('says which office hours of each day were counted', () => {
    const made = due('2026-03-06T16:00:00+07:00', 2, 'hours')
    expect(made.steps.filter((step) => step.reason === 'due.hours').map(({ date, count, params }) => [date, count, params['from'], params['to']]))
      .toEqual([['2026-03-06', 1, '16:00', '17:00'], ['2026-03-09', 2, '07:00', '08:00']])
  })
})

describe('what cannot be promised', () => {
  it('is a date past the last approved year', () => {
    expect(due('2026-12-28T10:00:00+07:00', 3, 'workingDays').promised).toBe(true)
    expect(due('2026-12-28T10:00:00+07:00', 4, 'workingDays').promised).toBe(false)
  })

  it('is a dossier from before the first year of the calendar', () => {
    expect(due('2023-06-01T10:00:00+07:00', 3, 'workingDays').promised).toBe(false)
  })

  it.each([0, -1, 1.5, Number.NaN, 1_001])('is a limit of %s', (amount) => {
    expect(() => due('2026-03-04T10:00:00+07:00', amount, 'days')).toThrow(RangeError)
  })

  it('is a time that is none', () => {
    expect(() => due('tomorrow', 1, 'days')).toThrow(/not an ISO time/)
  })
})

describe('the explanation', () => {
  it('reads as sentences in both languages, with nothing left to fill in', () => {
    const made = due('2026-02-13T16:00:00+07:00', 9, 'workingDays', 'next-working-day')
    const sentences = made.steps.flatMap(({ reason, params }) => [translate(reason, 'vi', params), translate(reason, 'en', params)])
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([])
    expect(sentences).toContain('Public holiday: Lunar New Year (Ý kiến của Thủ tướng Chính phủ về nghỉ Tết Âm lịch và Quốc khánh năm 2026 (Văn phòng Chính phủ, tháng 10/2025)), does not count.')
  })
})

describe('civil dates', () => {
  it.each([['2026-11-23', 1], ['2026-11-22', 7], ['1970-01-01', 4], ['2024-02-29', 4]])('%s is ISO weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })
  it('steps over months and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2026-12-31', 1), addMonths('2026-12-31', 2)]).toEqual(['2024-02-29', '2027-01-01', '2027-02-28'])
  })
})
