import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
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

test('however long the waits, as many days are worked as the limit has, and never fewer than without them', () => {
  assert(property(integer({ min: 1, max: 20 }), integer({ min: 0, max: 15 }), integer({ min: 0, max: 40 }), (amount, start, length) => {
    const at = (days: number): string => new Date(Date.parse(receivedAt) + days * 86_400_000).toISOString()
    const input = { receivedAt, limit: { ...limit, amount } }
    const [from, to] = [at(start), at(start + length)]
    const plain = dueDate(input)
    if (from.slice(0, 10) >= plain.dueAt.slice(0, 10)) return
    const due = dueDateAfterWaiting(input, [{ from, to }])
    expect(due.steps.filter(({ count }) => count !== undefined)).toHaveLength(amount)
    expect(due.dueAt >= plain.dueAt).toBe(true)
  }))
})
