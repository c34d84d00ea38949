import { describe, expect, it } from 'vitest'
import { makeSender } from '../../functions/jobs/send-webhook.ts'
import { judgeArrivals, type Arrival } from './arrivals.ts'
import { tryClosedAddresses } from './closed-addresses.ts'
import { deliverOnRealParts } from './real-delivery.ts'

const arrival = (dossierId: string, index: number, given: { readonly id?: string; readonly more?: string } = {}): Arrival => {
  const id = `${dossierId}-${index}`
  return { id: given.id ?? id, body: JSON.stringify({ data: { index, event: { id, dossierId, more: given.more } } }) }
}

describe('the judge of arrivals', () => {
  it('finds nothing in what comes in order, repeats and all', () => {
    expect(judgeArrivals([arrival('a', 1), arrival('b', 1), arrival('a', 1), arrival('a', 2)])).toEqual({ delivered: 3, repeats: 1, outOfOrder: 0, differing: 0 })
  })
  it.each([
    ['a gap', [arrival('a', 2)], { outOfOrder: 1 }], ['an order turned round', [arrival('a', 2), arrival('a', 1)], { outOfOrder: 1 }],
    ['other bytes', [arrival('a', 1), arrival('a', 1, { more: 'x' })], { differing: 1 }], ['another id', [arrival('a', 1), arrival('a', 1, { id: 'a-9' })], { differing: 1 }],
    ['an id that is not the event\'s', [arrival('a', 1, { id: 'x' })], { differing: 1 }],
  ])('finds %s', (_what, arrivals, found) => { expect(judgeArrivals(arrivals)).toMatchObject(found) })
  it('lets what was given up be passed over, and come later', () => {
    expect(judgeArrivals([arrival('a', 2), arrival('a', 1)], new Set(['a-1']))).toMatchObject({ outOfOrder: 0 })
  })
})

describe('delivery on real parts', () => {
  it('brings every event, in order, as it was, through kills of the target, lost replies and ends of senders', async () => {
    const done = await deliverOnRealParts(300, 7)
    expect(done).toMatchObject({ delivered: 300, outOfOrder: 0, differing: 0, refused: 0, waiting: 0 })
    for (const trouble of [done.kills, done.deaths, done.lostReplies, done.repeats]) expect(trouble).toBeGreaterThan(0)
  })
  it('notices a store that loses the order of a dossier', async () => {
    const done = await deliverOnRealParts(100, 7, { webhooks: (store) => ({ ...store, messagesOf: async (...asked) => (await store.messagesOf(...asked)).toReversed() }) })
    expect(done.outOfOrder).toBeGreaterThan(0)
  })
  it('notices bytes that change between attempts, which are signed all the same', async () => {
    let count = 0
    const done = await deliverOnRealParts(100, 7, { webhooks: (store) => ({ ...store, messagesOf: async (...asked) => (await store.messagesOf(...asked)).map((one) => ({ ...one, body: one.body.replace('{', `{"n":${count += 1},`) })) }) })
    expect(done).toMatchObject({ refused: 0 })
    expect(done.differing).toBeGreaterThan(0)
  })
  it('notices signatures made with another secret', async () => {
    const done = await deliverOnRealParts(20, 7, { targetSecret: `whsec_${Buffer.alloc(32).toString('base64')}`, rounds: 3 })
    expect(done.delivered).toBe(0)
    expect(done.refused).toBeGreaterThan(0)
  })
})

describe('addresses that are not public', () => {
  it('hear nothing', async () => {
    expect(await tryClosedAddresses()).toMatchObject({ heard: 0, hearing: 1, attempts: expect.any(Number) })
  })
  it('would be heard of, if a sender posted there', async () => {
    expect((await tryClosedAddresses((options) => makeSender({ ...options, loopback: true }))).heard).toBeGreaterThan(0)
  })
})
