import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { ConditionFailed, type WebhookStore } from '../../functions/core/ports.ts'
import type { Endpoint, Message } from '../../functions/core/webhook.ts'

const AT = '2026-07-14T08:00:00+07:00'
const endpoint = (integrator: string, id: string, given: Partial<Endpoint> = {}): Endpoint => ({ id, integrator, url: 'https://a.example/', types: [], active: true, texts: false, secrets: [{ text: 'whsec_AA==' }], createdAt: AT, key: 'AAAA2222', version: 1, ...given })
const message = (given: Partial<Message> = {}): Message => {
  const [dossierId, seq] = [given.dossierId ?? randomUUID(), given.seq ?? 1]
  return { endpoint: 'E1', integrator: 'xa-a', dossierId, seq, id: `${dossierId}-${seq}`, type: 'dossier.submitted', body: '{"tiếng":"Việt"}', state: 'waiting', attempts: 0, nextAt: AT, since: AT, version: 1, ...given }
}

/** What every WebhookStore promises; `make` gives an empty one. */
export const webhookStoreSuite = (name: string, make: () => Promise<WebhookStore>): void => { describe(`WebhookStore on ${name}`, () => {
  let store: WebhookStore
  beforeAll(async () => { store = await make() })

  it('has the endpoints of all integrators, each found under its own alone', async () => {
    for (const one of [endpoint('xa-b', 'B1'), endpoint('xa-a', 'A1')]) await store.addEndpoint(one)
    await expect(store.addEndpoint(endpoint('xa-a', 'A1', { active: false }))).rejects.toBeInstanceOf(ConditionFailed)
    expect(await store.endpoints()).toEqual([endpoint('xa-a', 'A1'), endpoint('xa-b', 'B1')])
    expect(await store.endpoint('xa-b', 'A1')).toBeUndefined()
  })
  it('writes over the version of an endpoint that is expected, and only then', async () => {
    await store.addEndpoint(endpoint('xa-c', 'C1'))
    const writes = await Promise.allSettled(Array.from({ length: 8 }, (_none, index) => store.saveEndpoint(endpoint('xa-c', 'C1', { url: `https://${index}.example/`, version: 2 }), 1)))
    expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.endpoint('xa-c', 'C1')).toMatchObject({ version: 2 })
    await expect(store.saveEndpoint(endpoint('xa-c', 'C9', { version: 2 }), 1)).rejects.toBeInstanceOf(ConditionFailed)
  })
  it('has no endpoint that was removed, nor takes a write that comes too late', async () => {
    await store.addEndpoint(endpoint('xa-d', 'D1'))
    for (const _twice of [1, 2]) await store.removeEndpoint({ integrator: 'xa-d', id: 'D1' }, AT)
    expect(await store.endpoint('xa-d', 'D1')).toBeUndefined()
    expect((await store.endpoints()).filter(({ integrator }) => integrator === 'xa-d')).toEqual([])
    await expect(store.saveEndpoint(endpoint('xa-d', 'D1', { version: 2 }), 1)).rejects.toBeInstanceOf(ConditionFailed)
    await expect(store.addEndpoint(endpoint('xa-d', 'D1'))).rejects.toBeInstanceOf(ConditionFailed)
  })
  it('keeps a message once: what it says never changes', async () => {
    const first = message()
    await store.addMessage(first)
    await store.addMessage({ ...first, body: 'another' })
    expect(await store.message('E1', first.dossierId, 1)).toEqual(first)
    expect(await store.message('E2', first.dossierId, 1)).toBeUndefined()
  })
  it('has a dossier\'s messages in the order of its events, past nine, and no other dossier\'s', async () => {
    const dossierId = randomUUID()
    for (const seq of [11, 2, 1]) await store.addMessage(message({ dossierId, seq }))
    expect((await store.messagesOf('E1', dossierId)).map(({ seq }) => seq)).toEqual([1, 2, 11])
    expect(await store.messagesOf('E1', randomUUID())).toEqual([])
  })
  it('lists what is due by endpoint, longest due first, up to the limit; not what waits longer, is through or is dead', async () => {
    const [late, early, future, through, dead] = [
      message({ endpoint: 'E3', nextAt: '2026-07-14T09:00:00+07:00' }), message({ endpoint: 'E3', nextAt: '2026-07-14T08:30:00+07:00' }), message({ endpoint: 'E3', nextAt: '2026-07-15T08:00:00+07:00' }),
      message({ endpoint: 'E3', state: 'delivered' }), message({ endpoint: 'E3', state: 'dead' }),
    ]
    for (const one of [late, early, future, through, dead, message({ endpoint: 'E4' })]) await store.addMessage(one)
    const ids = async (limit: number): Promise<string[]> => (await store.due('E3', '2026-07-14T10:00:00+07:00', limit)).map(({ id }) => id)
    expect(await ids(10)).toEqual([early.id, late.id])
    expect(await ids(1)).toEqual([early.id])
    expect((await store.dead('E3', 10)).map(({ id }) => id)).toEqual([dead.id])
  })
  it('walks through dead letters page by page, each once, equal times too, and past one that was replayed meanwhile', async () => {
    const made = Array.from({ length: 7 }, (_none, n) => message({ endpoint: 'E6', state: 'dead', nextAt: `2026-07-14T0${8 + (n >> 2)}:00:00+07:00` }))
    for (const one of made) await store.addMessage(one)
    const seen: Message[] = []
    for (let page = await store.dead('E6', 2); page.length > 0; page = await store.dead('E6', 2, seen.at(-1))) {
      seen.push(...page)
      if (seen.length === 2 && page[1]) await store.saveMessage({ ...page[1], state: 'waiting', version: 2 }, 1)
    }
    expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort())
    expect(seen.map(({ nextAt }) => nextAt)).toEqual(seen.map(({ nextAt }) => nextAt).toSorted())
  })
  it('writes over the version that is expected, and only then: of many one wins', async () => {
    const first = message({ endpoint: 'E5' })
    await store.addMessage(first)
    const claims = await Promise.allSettled(Array.from({ length: 8 }, () => store.saveMessage({ ...first, attempts: 1, version: 2 }, 1)))
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await store.saveMessage({ ...first, state: 'delivered', version: 3 }, 2)
    expect(await store.due('E5', '2027-01-01T00:00:00+07:00', 10)).toEqual([])
    await expect(store.saveMessage(message({ endpoint: 'E5', version: 2 }), 1)).rejects.toBeInstanceOf(ConditionFailed)
  })
}) }
