import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { civilTimeOf } from '../../../forms/calendar/civil-time.ts'
import { dueDate, type Convention } from '../../../forms/calendar/due-date.ts'
import { dayStatus, OFFICIAL_CALENDAR } from '../../../forms/calendar/official-calendar.ts'
import type { LimitUnit } from '../../../forms/engine/procedure.ts'

const receivedAt = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString())
const unit = fc.constantFrom<LimitUnit>('workingDays', 'days', 'hours', 'months')
const convention = fc.constantFrom<Convention>('receipt', 'next-working-day', 'same-day')
const amount = fc.integer({ min: 1, max: 45 })
const any = fc.record({ receivedAt, unit, convention, amount })
type Any = { receivedAt: string; unit: LimitUnit; convention: Convention; amount: number }

const due = ({ receivedAt, unit, convention, amount }: Any) => dueDate({ receivedAt, convention, limit: { amount, unit, basis: 'test' } })
const RUNS = { numRuns: 2_000 }

it('is never due before it was received', () => {
  fc.assert(fc.property(any, (input) => {
    expect(Date.parse(due(input).dueAt)).toBeGreaterThan(Date.parse(input.receivedAt) - 60_000)
  }), RUNS)
})

it('is never due on a day off, nor outside office hours', () => {
  fc.assert(fc.property(any, (input) => {
    const { date, minute } = civilTimeOf(due(input).dueAt)
    expect(dayStatus(OFFICIAL_CALENDAR, date).works).toBe(true)
    expect(OFFICIAL_CALENDAR.workingHours.some(([from, to]) => minute > from && minute <= to)).toBe(true)
  }), RUNS)
})

it('is due no earlier when the limit is longer', () => {
  fc.assert(fc.property(any, fc.nat(10), (input, more) => {
    expect(due({ ...input, amount: input.amount + more }).dueAt >= due(input).dueAt).toBe(true)
  }), RUNS)
})

it('is due no earlier when it was received later', () => {
  fc.assert(fc.property(any, fc.nat(14 * 24 * 60), (input, minutes) => {
    const later = new Date(Date.parse(input.receivedAt) + minutes * 60_000).toISOString()
    expect(due({ ...input, receivedAt: later }).dueAt >= due(input).dueAt).toBe(true)
  }), RUNS)
})

it('counts exactly the amount, upwards, and ends the explanation on the day it is due', () => {
  fc.assert(fc.property(any, (input) => {
    const made = due(input)
    const counts = made.steps.flatMap((step) => (step.count === undefined ? [] : [step.count]))
    expect(counts.at(-1)).toBe(input.amount)
    if (input.unit !== 'hours') expect(counts).toEqual(Array.from({ length: input.amount }, (_, index) => index + 1))
    expect(made.steps.at(-1)?.date).toBe(made.dueAt.slice(0, 10))
    expect(made.steps.map((step) => step.date)).toEqual(made.steps.map((step) => step.date).toSorted())
  }), RUNS)
})

it('leaves no day unexplained, unless the limit is in months', () => {
  fc.assert(fc.property(any.filter(({ unit }) => unit !== 'months'), (input) => {
    const { steps } = due(input)
    const first = Date.parse(steps[0]?.date ?? '')
    const last = Date.parse(steps.at(-1)?.date ?? '')
    expect(new Set(steps.map((step) => step.date)).size).toBe((last - first) / 86_400_000 + 1)
  }), RUNS)
})

it('counts working days only on days that work', () => {
  fc.assert(fc.property(any, (input) => {
    const counted = due({ ...input, unit: 'workingDays' }).steps.filter((step) => step.count !== undefined)
    expect(counted.every((step) => dayStatus(OFFICIAL_CALENDAR, step.date).works)).toBe(true)
  }), RUNS)
})
