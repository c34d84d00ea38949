import { expect, it } from 'vitest'
import type { Message } from '../../functions/core/webhook.ts'
import { memoryWebhooks } from '../contracts/memory-webhooks.ts'
import { simulateDelivery } from './delivery.ts'

it('delivers every event at least once, in order for each dossier, repeats with the same bytes, through failures and deaths', async () => {
  const done = await simulateDelivery(1_000, 7)
  expect(done).toMatchObject({ delivered: 1_000, outOfOrder: 0, differing: 0, waiting: 0, atOnce: 0 })
  // Forty seconds, and the ten of an attempt begun in the last of them.
  expect(done.longest).toBeGreaterThan(30_000)
  expect(done.longest).toBeLessThanOrEqual(50_000)
  expect(done.failures).toBeGreaterThan(100)
  expect(done.deaths).toBeGreaterThan(10)
})

it('notices a store that loses the order of a dossier', async () => {
  const store = memoryWebhooks()
  const done = await simulateDelivery(500, 7, { ...store, messagesOf: async (...asked) => (await store.messagesOf(...asked)).toReversed() })
  expect(done.outOfOrder).toBeGreaterThan(0)
})

it('notices bytes that change between attempts', async () => {
  const store = memoryWebhooks()
  let count = 0
  const done = await simulateDelivery(500, 7, { ...store, messagesOf: async (...asked) => (await store.messagesOf(...asked)).map((one) => ({ ...one, body: one.body.replace('"version":1', `"n":${count += 1},"version":1`) })) })
  expect(done.differing).toBeGreaterThan(0)
})

it('notices a store that lets two senders claim the same message', async () => {
  const store = memoryWebhooks()
  const writeOver = (message: Message, version = 1): Promise<void> => store.saveMessage(message, version).catch(() => writeOver(message, version + 1))
  expect((await simulateDelivery(500, 7, { ...store, saveMessage: (message) => writeOver(message) })).atOnce).toBeGreaterThan(0)
})
