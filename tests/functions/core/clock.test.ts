import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../functions/core/command.ts'
import { dueNow } from '../../../functions/core/clock.ts'
import type { ProcedureRecord } from '../../../forms/index.ts'
import { ASK, openCase, type Case } from './case.ts'
import { RECORD, sample } from './world.ts'

let one: Case
beforeEach(async () => {
  one = await openCase()
})

const PAUSE: ProcedureRecord['supplements'] = { clock: 'pause', most: 2, basis: 'Luật riêng, Đ. 5' }
/** The same dossier under a procedure whose own law pauses the clock. */
const pausing = async (): Promise<void> => {
  await one.world.publish(sample(2, { ...RECORD, supplements: PAUSE }).published)
  const head = await one.head()
  await one.world.dossiers.save({ ...head, procedure: { ...head.procedure, version: 2 }, revision: head.revision + 1 }, head.revision)
}
const promise = (date: string): Command => ({ action: 'repromise', dueAt: `${date}T17:00:00+07:00`, reason: 'Chờ xác minh', apology: 'Xin lỗi ông/bà' })
const due = async (): Promise<string> => dueNow(await one.head()).dueAt.slice(0, 10)
/** Asks at one time, hears at the other. */
const waited = async (from: string, to: string): Promise<void> => {
  one.at(from)
  await one.officer(ASK)
  one.at(to)
  await one.answers()
}

describe('a date that was promised with an apology', () => {
  beforeEach(async () => {
    await one.officer({ action: 'receive' })
  })
  it('is not taken back by a supplement that counts anew', async () => {
    await one.officer(promise('2026-08-14'))
    await waited('2026-07-16T09:00', '2026-07-20T09:00')
    expect(await due()).toBe('2026-08-14')
    await waited('2026-08-12T09:00', '2026-08-13T09:00')
    expect(await due()).toBe('2026-08-18')
  })
  it('moves by the wait where the clock pauses, each wait once, and says so', async () => {
    await pausing()
    await one.officer(promise('2026-08-14'))
    await waited('2026-07-16T09:00', '2026-07-20T09:00')
    expect(await due()).toBe('2026-08-18')
    expect(dueNow(await one.head()).steps.at(-1)).toEqual({ date: '2026-08-18', reason: 'due.moved-by-wait', params: { days: 2 } })
    await waited('2026-08-18T09:00', '2026-08-20T16:00')
    expect(await due()).toBe('2026-08-21')
  })
})

describe('a promise', () => {
  beforeEach(async () => {
    await one.officer({ action: 'receive' })
  })
  it.each([
    ['the old date', '2026-07-17', 'date-not-later', '2026-07-17'], ['a Saturday', '2026-07-25', 'date-day-off', '2026-07-25'],
    ['National Day', '2026-09-02', 'date-day-off', '2026-09-02'], ['a slip of the pen', '9999-12-31', 'date-too-far', '2027-07-15'],
  ])('of a date that cannot be kept is none: %s', async (_what, date, code, said) => {
    await expect(one.officer(promise(date))).rejects.toMatchObject({ code, params: { date: said } })
    expect((await one.head()).status).toBe('received')
  })
  it('is the last step of how the date came about', async () => {
    await one.officer(promise('2026-08-14'))
    expect(dueNow(await one.head()).steps.at(-1)).toEqual({ date: '2026-08-14', reason: 'due.repromised', params: { previous: '2026-07-17' } })
  })
  it.each([['2026-07-16T23:00', false], ['2026-07-17T00:30', true]])('told on %s is late: %s; the desk has to know a day before', async (now, late) => {
    one.at(now)
    expect((await one.officer(promise('2026-08-14'))).event.data).toMatchObject({ late })
  })
})

describe('a dossier that is late', () => {
  it.each([['counts anew', async () => undefined], ['pauses', pausing]])('stays late when it is supplemented, and the events say so: the clock %s', async (_how, prepare) => {
    await prepare()
    await one.officer({ action: 'receive' })
    one.at('2026-09-01T09:00')
    const asked = await one.officer(ASK)
    expect(asked.event.data).toMatchObject({ dueAt: expect.stringContaining('2026-07-17'), late: true })
    one.at('2026-09-03T09:00')
    const answered = await one.answers()
    expect(answered.event.data).toMatchObject({ dueAt: expect.stringContaining('2026-07-17'), late: true })
    expect(await due()).toBe('2026-07-17')
  })
  it('is not late on its due day', async () => {
    one.at('2026-07-17T16:59')
    expect((await one.officer(ASK)).event.data).toMatchObject({ late: false })
    one.at('2026-07-20T09:00')
    await one.answers()
    expect(await due()).toBe('2026-07-23')
  })
})

describe('waiting for a payment', () => {
  const paid = async (from: string, to: string) => {
    one.at(from)
    await one.officer({ action: 'request-payment', amount: 50_000, reason: 'Lệ phí' })
    one.at(to)
    return one.officer({ action: 'confirm-payment' })
  }
  beforeEach(async () => {
    await one.officer({ action: 'receive' })
  })
  it('is not counted, and the event tells both dates', async () => {
    const { event } = await paid('2026-07-15T09:00', '2026-07-20T09:00')
    expect(event.data).toMatchObject({ dueAt: expect.stringContaining('2026-07-22'), previousDueAt: expect.stringContaining('2026-07-17') })
    expect(dueNow(await one.head()).steps.filter(({ reason }) => reason === 'due.waiting').map(({ date }) => date)).toEqual(['2026-07-16', '2026-07-17', '2026-07-20'])
  })
  it('pauses the count that a supplement began anew, and no wait is left out twice', async () => {
    await waited('2026-07-15T09:00', '2026-07-20T09:00')
    expect(await due()).toBe('2026-07-23')
    await paid('2026-07-21T09:00', '2026-07-22T09:00')
    expect(await due()).toBe('2026-07-24')
    await paid('2026-07-23T09:00', '2026-07-24T09:00')
    expect(await due()).toBe('2026-07-27')
  })
  it('after the due day excuses nothing; a promised date moves by it', async () => {
    await paid('2026-07-20T09:00', '2026-07-22T09:00')
    expect(await due()).toBe('2026-07-17')
    await one.officer(promise('2026-08-14'))
    await paid('2026-08-03T09:00', '2026-08-05T09:00')
    expect(await due()).toBe('2026-08-18')
  })
})
