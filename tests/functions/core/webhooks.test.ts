import { beforeEach, describe, expect, it } from 'vitest'
import { deliverDue, type Send } from '../../../functions/core/deliver.ts'
import { fanOut } from '../../../functions/core/fan-out.ts'
import { stopEndpoint } from '../../../functions/core/change-endpoint.ts'
import { tell } from '../../../functions/core/events.ts'
import { addEndpoint, changeEndpoint, replay, rotateSecret } from '../../../functions/core/manage-webhooks.ts'
import { payloadOf, RETRY_AFTER, type Endpoint } from '../../../functions/core/webhook.ts'
import { draft } from '../../contracts/samples.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let endpoint: Endpoint
let sent: { readonly id: string; readonly body: string; readonly signatures: number }[]
let answer: (id: string) => Awaited<ReturnType<Send>>
beforeEach(async () => {
  world = await makeWorld()
  await world.integrators.putIntegrator({ id: 'xa-a', name: 'Xã A', agencies: ['H26'], procedures: [], perMinute: 600, createdAt: '' })
  endpoint = await addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'https://a.example/hook', types: [], active: true }, { deps: world, sandbox: false })
  sent = []
  answer = () => ({ status: 204 })
})

const ABOUT = { agency: 'H26', procedure: '9.000001' }
const send: Send = async ({ headers, body }) => {
  const id = headers['webhook-id'] ?? ''
  sent.push({ id, body, signatures: (headers['webhook-signature'] ?? '').split(' ').length })
  return answer(id)
}
const deliver = () => deliverDue(40, { ...world, send })
const later = (ms: number): void => { world.now = new Date(world.now.getTime() + ms) }
const happened = (count: number) => {
  let dossier = draft()
  for (let seq = 0; seq < count; seq += 1) dossier = tell(dossier, { type: seq === 0 ? 'dossier.submitted' : 'dossier.progress', actor: 'officer', data: { seq }, at: world.now })
  return dossier.outbox
}
const seqs = (): number[] => sent.map(({ id }) => Number(id.split('-').at(-1)))

describe('laying ready', () => {
  it('reaches endpoints whose integrator was granted the dossier, of the types that they want, once however often', async () => {
    await world.integrators.putIntegrator({ id: 'xa-b', name: 'Xã B', agencies: ['H29'], procedures: [], perMinute: 600, createdAt: '' })
    const other = await addEndpoint({ integrator: 'xa-b', id: 'AAAA2222' }, { url: 'https://b.example/', types: [], active: true }, { deps: world, sandbox: false })
    const narrow = await addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'https://c.example/', types: ['dossier.submitted'], active: true }, { deps: world, sandbox: false })
    const events = happened(2)
    await fanOut(events, ABOUT, world)
    await fanOut(events, ABOUT, world)
    const of = async (id: string): Promise<number> => (await world.webhooks.messagesOf(id, events[0]?.dossierId ?? '')).length
    expect([await of(endpoint.id), await of(other.id), await of(narrow.id)]).toEqual([2, 0, 1])
  })
  it('makes the payload from the event alone: the same bytes whenever', () => {
    const [event] = happened(1)
    if (!event) throw new Error('one event')
    expect(payloadOf(event, ABOUT, endpoint)).toBe(payloadOf(JSON.parse(JSON.stringify(event)), { procedure: ABOUT.procedure, agency: ABOUT.agency }, { texts: false }))
    expect(JSON.parse(payloadOf(event, ABOUT, endpoint))).toMatchObject({ type: 'dossier.submitted', timestamp: event.at, data: { version: 1, index: 1, agency: 'H26', event: { hash: event.hash } } })
  })
})

describe('delivering', () => {
  it('sends in order, once, and nothing the second time', async () => {
    await fanOut(happened(3), ABOUT, world)
    expect(await deliver()).toEqual({ delivered: 3, failed: 0 })
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 })
    expect(seqs()).toEqual([1, 2, 3])
  })
  it('holds back what comes after a failure, and no other dossier', async () => {
    const [first, second] = [happened(2), happened(1)]
    await fanOut([...first, ...second], ABOUT, world)
    answer = (id) => (id === first[0]?.id ? { status: 500 } : { status: 200 })
    await deliver()
    expect(sent.map(({ id }) => id).sort()).toEqual([first[0]?.id, second[0]?.id].sort())
    later(4_000)
    await deliver()
    expect(sent).toHaveLength(2)
    later(2_000)
    answer = () => ({ status: 200 })
    await deliver()
    expect(sent.slice(2).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(new Set(sent.filter(({ id }) => id === first[0]?.id).map(({ body }) => body)).size).toBe(1)
  })
  it('tries for three days, then lays it with the dead, says why, and goes on with the next', async () => {
    await fanOut(happened(2), ABOUT, world)
    answer = (id) => (id.endsWith('-1') ? { error: 'ECONNREFUSED' } : { status: 200 })
    for (const wait of [0, ...RETRY_AFTER]) { later(wait); await deliver() }
    expect(seqs().filter((seq) => seq === 1)).toHaveLength(10)
    const dead = await world.webhooks.dead(endpoint.id, 10)
    expect(dead).toMatchObject([{ seq: 1, attempts: 10, lastError: 'ECONNREFUSED' }])
    later(0)
    await deliver()
    expect(seqs().at(-1)).toBe(2)
  })
  it('replays what is dead with the same id and the same bytes', async () => {
    await fanOut(happened(1), ABOUT, world)
    answer = () => ({ status: 500 })
    for (const wait of [0, ...RETRY_AFTER]) { later(wait); await deliver() }
    answer = () => ({ status: 200 })
    const [dead] = await world.webhooks.dead(endpoint.id, 10)
    await replay(endpoint, [dead?.id ?? ''], world)
    expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
    expect(new Set(sent.map(({ id, body }) => `${id} ${body}`)).size).toBe(1)
    expect(await world.webhooks.dead(endpoint.id, 10)).toEqual([])
    await expect(replay(endpoint, [`${dead?.dossierId}-9`], world)).rejects.toMatchObject({ code: 'message-not-found' })
    await expect(replay(endpoint, ['rubbish'], world)).rejects.toMatchObject({ code: 'value-wrong' })
  })
  it('of two processes at once one sends', async () => {
    await fanOut(happened(1), ABOUT, world)
    const counts = await Promise.all([deliver(), deliver(), deliver()])
    expect(counts.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1)
    expect(sent).toHaveLength(1)
  })
  it('a target that hangs holds up nobody else\'s', async () => {
    const other = await addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'https://b.example/', types: [], active: true }, { deps: world, sandbox: false })
    await fanOut(happened(3), ABOUT, world)
    const { promise: hanging, resolve: giveUp } = Promise.withResolvers<void>()
    const heard: string[] = []
    const hangs: Send = async ({ url, headers }) => {
      if (url === endpoint.url) { await hanging; return { error: 'timeout' } }
      heard.push(headers['webhook-id'] ?? '')
      return { status: 200 }
    }
    const running = deliverDue(40, { ...world, send: hangs })
    await expect.poll(() => heard.length).toBe(3)
    expect((await world.webhooks.messagesOf(other.id, heard[0]?.slice(0, 36) ?? '')).map(({ state }) => state)).toContain('delivered')
    giveUp()
    expect(await running).toEqual({ delivered: 3, failed: 1 })
  })
  it('does not hammer a target that is down: a page of failures ends the run', async () => {
    for (let dossier = 0; dossier < 40; dossier += 1) await fanOut(happened(1), ABOUT, world)
    answer = () => ({ status: 503 })
    expect((await deliver()).failed).toBeLessThanOrEqual(8)
  })
  it('begins nothing after its time is up, within a dossier neither; the next run goes on', async () => {
    await fanOut(happened(30), ABOUT, world)
    const slow: Send = async (request) => { later(9_000); return send(request) }
    const began = world.now.getTime()
    expect(await deliverDue(40, { ...world, send: slow })).toEqual({ delivered: 5, failed: 0 })
    expect(world.now.getTime() - began).toBeLessThanOrEqual(49_000)
    expect(await deliver()).toEqual({ delivered: 25, failed: 0 })
    expect(seqs()).toEqual(Array.from({ length: 30 }, (_none, index) => index + 1))
  })
  it('stops where nobody listens any more (410), and sends again once it is resumed', async () => {
    await fanOut(happened(1), ABOUT, world)
    answer = () => ({ status: 410 })
    await deliver()
    expect((await world.webhooks.endpoint('xa-a', endpoint.id))?.active).toBe(false)
    later(10_000)
    await deliver()
    expect(sent).toHaveLength(1)
    await changeEndpoint(endpoint, { url: endpoint.url, types: [], active: true, by: 'AAAA2222' }, { deps: world, sandbox: false })
    answer = () => ({ status: 200 })
    expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
  })
  it('lays ready what happens while it is stopped: sent once it is resumed, or after three days a dead letter to replay', async () => {
    const [soon, late] = [happened(2), happened(1)]
    const resume = () => changeEndpoint(endpoint, { url: endpoint.url, types: [], active: true, by: 'AAAA2222' }, { deps: world, sandbox: false })
    await stopEndpoint(endpoint, world)
    await fanOut(soon, ABOUT, world)
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 })
    await resume()
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 })
    await stopEndpoint(endpoint, world)
    await fanOut(late, ABOUT, world)
    later(4 * 86_400_000)
    await resume()
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 })
    expect(await world.webhooks.dead(endpoint.id, 10)).toMatchObject([{ id: late[0]?.id, lastError: 'not tried in three days' }])
    await replay(endpoint, [late[0]?.id ?? ''], world)
    expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
  })
  it('signs with both secrets while a rotation overlaps, then with the new one', async () => {
    endpoint = await rotateSecret(endpoint, 24, world)
    await fanOut(happened(1), ABOUT, world)
    await deliver()
    later(24 * 3_600_000)
    await fanOut(happened(1), ABOUT, world)
    await deliver()
    expect(sent.map(({ signatures }) => signatures)).toEqual([2, 1])
  })
})

describe('endpoints', () => {
  it.each(['http://a.example/', 'http://localhost:3000/', 'https://user:pass@a.example/', 'https://a.example/#x', 'ftp://a.example', 'nonsense', ''])('%s is refused on a portal that is no sandbox', async (url) => {
    await expect(addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url, types: [], active: true }, { deps: world, sandbox: false })).rejects.toMatchObject({ code: 'value-wrong' })
  })
  it('of a stop and a rotation at once neither is lost, nor of two rotations a secret', async () => {
    await Promise.all([stopEndpoint(endpoint, world), rotateSecret(endpoint, 24, world), rotateSecret(endpoint, 24, world)])
    expect(await world.webhooks.endpoint('xa-a', endpoint.id)).toMatchObject({ active: false, version: 4, secrets: [{}, {}, { text: endpoint.secrets[0]?.text }] })
  })
  it('gives every secret its promised overlap: a fourth at once is refused, until one has ended', async () => {
    for (let count = 0; count < 2; count += 1) { endpoint = await rotateSecret(endpoint, 24, world); later(3_600_000) }
    await expect(rotateSecret(endpoint, 24, world)).rejects.toMatchObject({ code: 'too-many-secrets', params: { until: '2026-07-15T08:00:00+07:00' } })
    expect((await world.webhooks.endpoint('xa-a', endpoint.id))?.secrets).toHaveLength(3)
    expect((await rotateSecret(endpoint, 0, world)).secrets).toHaveLength(1)
  })
  it('has five at most, however many are added at once', async () => {
    const site = { deps: world, sandbox: false }
    const added = await Promise.allSettled(Array.from({ length: 12 }, () => addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'https://a.example/', types: [], active: true }, site)))
    const kept = (await world.webhooks.endpoints()).map(({ id }) => id)
    expect(kept.length).toBeLessThanOrEqual(5)
    expect(added.filter((one) => one.status === 'fulfilled').every(({ value }) => kept.includes(value.id))).toBe(true)
  })
  it('a sandbox takes this machine; nobody has more than five', async () => {
    for (let count = 0; count < 4; count += 1) await addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'http://localhost:9000/', types: [], active: true }, { deps: world, sandbox: true })
    await expect(addEndpoint({ integrator: 'xa-a', id: 'AAAA2222' }, { url: 'https://a.example/', types: [], active: true }, { deps: world, sandbox: true })).rejects.toMatchObject({ code: 'value-wrong' })
  })
})
