import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { civilTimeOf } from '../../../forms/calendar/civil-time.ts'
import { dueDate } from '../../../forms/calendar/due-date.ts'
import { dueDateAfterWaiting } from '../../../forms/calendar/waiting.ts'

const limit = { amount: 3, unit: 'workingDays', basis: 'Điều 1' } as const
const receivedAt = '2026-07-14T08:00:00+07:00'

test('without a wait it is the plain due date', () => {
  expect(dueDateAfterWaiting({ receivedAt, limit }, [])).toEqual(dueDate({ receivedAt, limit }))
})

test('days of waiting do not count, and each says so; what was counted keeps its number', () => {
  const due = dueDateAfterWaiting({ receivedAt, limit }, [{ from: '2026-07-15T09:00:00+07:00', to: '2026-07-20T10:00:00+07:00' }])
  expect(due.dueAt.slice(0, 10)).toBe('2026-07-22')
  expect(due.steps.filter(({ count }) => count !== undefined).map(({ date, count }) => [date, count])).toEqual([['2026-07-15', 1], ['2026-07-21', 2], ['2026-07-22', 3]])
  expect(due.steps.filter(({ reason }) => reason === 'due.waiting').map(({ date }) => date)).toEqual(['2026-07-16', '2026-07-17', '2026-07-20'])
  expect(due.limit).toEqual(dueDate({ receivedAt, limit }).limit)
})

test.each([
  ['on the last day', '2026-06-08T09:00', '2026-06-12T16:00', '2026-06-15'],
  ['on the last day, and answered after hours that evening', '2026-06-08T16:00', '2026-06-08T18:00', '2026-06-09'],
  ['on the last day, and answered within its hours', '2026-06-08T09:00', '2026-06-08T11:00', '2026-06-08'],
  ['a day too late: the wait excuses nothing', '2026-06-09T09:00', '2026-06-12T16:00', '2026-06-08'],
])('of five working days, asked %s', (_when, from, to, due) => {
  const at = (time: string): string => `${time}:00+07:00`
  expect(dueDateAfterWaiting({ receivedAt: at('2026-06-01T08:00'), limit: { ...limit, amount: 5 } }, [{ from: at(from), to: at(to) }]).dueAt.slice(0, 10)).toBe(due)
})

const DAY = 86_400_000
const span = integer({ min: 0, max: 40 * 24 })

test('however long the waits, as many days are worked as the limit has, and it is not late when it comes back unless it was late when asked', () => {
  assert(property(constantFrom('workingDays', 'days'), integer({ min: 1, max: 20 }), array(tuple(span, span), { minLength: 1, maxLength: 3 }), (unit, amount, spans) => {
    const input = { receivedAt, limit: { ...limit, unit, amount } } as const
    let now = Date.parse(receivedAt)
    const waits: { readonly from: string; readonly to: string }[] = []
    for (const [until, length] of spans) {
      const [from, to] = [new Date(now + until * DAY / 24), new Date(now + (until + length) * DAY / 24)]
      const before = dueDateAfterWaiting(input, waits)
      waits.push({ from: from.toISOString(), to: to.toISOString() })
      now = to.getTime()
      const after = dueDateAfterWaiting(input, waits)
      expect(after.steps.filter(({ count }) => count !== undefined)).toHaveLength(amount)
      expect(after.dueAt >= before.dueAt).toBe(true)
      if (civilTimeOf(from.toISOString()).date <= before.dueAt.slice(0, 10)) expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(now)
      else expect(after.dueAt).toBe(before.dueAt)
    }
  }), { numRuns: 300 })
})
