import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeHandler as makeApi } from '../../../functions/api/handler.ts'
import { makeHandler as makeCitizen } from '../../../functions/citizen/handler.ts'
import { createDossier } from '../../../functions/core/create-dossier.ts'
import { deliverDue } from '../../../functions/core/deliver.ts'
import { manageIntegrators } from '../../../functions/core/manage-integrators.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import type { SandboxClock } from '../../../functions/core/sandbox-clock.ts'
import type { Site } from '../../../functions/http/site.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor } from '../visitor.ts'
import { openClient, type Called } from './calls.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
  portal.setClock(NOW)
})
afterAll(() => portal.stop())

const NOW = new Date('2026-07-14T08:00:00+07:00')
const DAY = 86_400_000

const clock = (): SandboxClock => ({ now: portal.deps.clock, ahead: () => portal.deps.clock().getTime() - NOW.getTime(), look: async () => undefined })
const site = (given: Partial<Site> = {}): Site => ({ ...portal.site, clock: clock(), ...given })

const keyFor = async (id: string, agencies: readonly string[]): Promise<string> => {
  await manageIntegrators({ op: 'set', id, name: id, agencies, perMinute: 10_000 }, portal.deps)
  const made = await manageIntegrators({ op: 'key', id, scopes: ['webhooks', 'read'] }, portal.deps)
  return made.kind === 'key' ? (made.text ?? '') : ''
}
const askWith = (key: string, at: Site) => (method: string, path: string, body?: unknown): Promise<Called> =>
  openClient(makeApi(at))(method, `/api/v1/office${path}`, { headers: { authorization: `Bearer ${key}` }, ...(body !== undefined && { body }) })
const submitted = async () => {
  const made = await createDossier({ code: ONLINE, idempotencyKey: portal.deps.ids.uuid(), answers: { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }, lang: 'vi' }, portal.deps)
  if (made.kind === 'invalid') throw new Error('invalid')
  await relayAll([made.dossier.id], portal.deps)
  return made.dossier
}
const delivered = async (): Promise<readonly string[]> => {
  const bodies: string[] = []
  await deliverDue(40, { ...portal.deps, send: async ({ body }) => { bodies.push(body); return { status: 200 } } })
  return bodies
}

test('any event of one\'s dossiers is sent again, from before the webhook was made too: the same id, the same bytes', async () => {
  const ask = askWith(await keyFor('phuong-a', ['H26']), site())
  const hook = async (): Promise<string> => ((await ask('POST', '/webhooks', { url: 'https://a.example/' })).body['webhook'] as { id: string }).id
  const first = await hook()
  const { id } = await submitted()
  const [bytes] = await delivered()
  const later = await hook()
  expect(await ask('POST', `/webhooks/${later}/replay`, { ids: [`${id}-1`] })).toMatchObject({ status: 200, body: { ids: [`${id}-1`] } })
  expect(await delivered()).toEqual([bytes])
  for (const endpoint of [first, later]) await ask('POST', `/webhooks/${endpoint}/replay`, { ids: [`${id}-1`] })
  expect(await delivered()).toEqual([bytes, bytes])
  expect(await ask('POST', `/webhooks/${later}/replay`, { ids: [`${id}-2`] })).toMatchObject({ status: 404, body: { code: 'message-not-found' } })
})

test('another agency\'s event is not there, and on a production portal none is but those that were sent', async () => {
  const { id } = await submitted()
  const stranger = askWith(await keyFor('xa-b', ['01/00004']), site())
  const theirs = ((await stranger('POST', '/webhooks', { url: 'https://b.example/' })).body['webhook'] as { id: string }).id
  expect(await stranger('POST', `/webhooks/${theirs}/replay`, { ids: [`${id}-1`] })).toMatchObject({ status: 404 })
  const { clock: _none, ...production } = site({ sandbox: false })
  const ask = askWith(await keyFor('phuong-c', ['H26']), production)
  const own = ((await ask('POST', '/webhooks', { url: 'https://c.example/' })).body['webhook'] as { id: string }).id
  expect(await ask('POST', `/webhooks/${own}/replay`, { ids: [`${id}-1`] })).toMatchObject({ status: 404, body: { code: 'message-not-found' } })
})

test('a signature carries the real time, whatever the sandbox\'s clock shows; secrets end by that clock', async () => {
  const real = new Date('2026-07-14T08:00:05+07:00')
  const headers: Readonly<Record<string, string>>[] = []
  const { id } = await submitted()
  const ask = askWith(await keyFor('phuong-d', ['H26']), site())
  const own = ((await ask('POST', '/webhooks', { url: 'https://d.example/' })).body['webhook'] as { id: string }).id
  await ask('POST', `/webhooks/${own}/rotation`, { overlapHours: 1 })
  portal.setClock(new Date(NOW.getTime() + DAY))
  await ask('POST', `/webhooks/${own}/replay`, { ids: [`${id}-1`] })
  await deliverDue(40, { ...portal.deps, wallClock: () => real, send: async (sent) => { if (sent.url.includes('d.example')) headers.push(sent.headers); return { status: 200 } } })
  portal.setClock(NOW)
  expect(headers).toMatchObject([{ 'webhook-timestamp': String(real.getTime() / 1000), 'webhook-signature': expect.stringMatching(/^v1,\S+$/) }])
})

test('a key says that it is one of a sandbox, and what time it is there', async () => {
  const key = await keyFor('phuong-e', ['H26'])
  expect((await askWith(key, site())('GET', '/self')).body['sandbox']).toEqual({ now: '2026-07-14T08:00:00+07:00', moved: false })
  portal.setClock(new Date(NOW.getTime() + DAY))
  expect(await askWith(key, site())('GET', '/self')).toMatchObject({ headers: { 'dvc-sandbox': 'clock=2026-07-15T08:00:00+07:00' }, body: { sandbox: { now: '2026-07-15T08:00:00+07:00', moved: true } } })
  portal.setClock(NOW)
  const { clock: _none, ...production } = site({ sandbox: false })
  expect((await askWith(key, production)('GET', '/self')).body).not.toHaveProperty('sandbox')
})

test('the OpenAPI document says so in its info, and on a production portal nothing of it', async () => {
  const info = async (sandbox: boolean) => (await openClient(makeApi(site({ sandbox })))('GET', '/api/v1/openapi.json')).body['info']
  expect(await info(true)).toMatchObject({ 'x-sandbox': true, description: expect.stringContaining('SANDBOX') })
  expect(JSON.stringify(await info(false))).not.toMatch(/sandbox/i)
})

test('once the clock has passed the due date, tracking says so while the agency still owes the result, and every page shows the time', async () => {
  const dossier = await submitted()
  const { code = '', trackingKey = '', due } = dossier.submission ?? {}
  const browser = openVisitor(makeCitizen(site()))
  const tracked = async (): Promise<string> => (await browser.get(`/tra-cuu?ma=${code}&khoa=${trackingKey}`)).body
  expect(await tracked()).not.toMatch(/Quá hạn|Đồng hồ/)
  portal.setClock(new Date(Date.parse(due?.dueAt ?? '') + DAY + 60_000))
  const late = await tracked()
  expect(late).toContain('<span class="status status--bad">Quá hạn</span>')
  expect(late).toContain('xin lỗi và hẹn lại')
  expect(late).toMatch(/class="sandbox"[^>]*><p class="width">Môi trường thử nghiệm: [^<]+<strong>Đồng hồ đang ở \d{2}:01, /)
  await portal.deps.dossiers.save({ ...dossier, revision: dossier.revision + 1, status: 'awaiting-clarification' }, dossier.revision)
  expect(await tracked()).not.toContain('Quá hạn')
  for (const path of ['/en', '/en/khong-co', '/en/tra-cuu', `/en/nhung/${ONLINE}`]) expect((await browser.get(path)).body).toMatch(/<aside class="sandbox"[^>]*>.*Its clock shows /)
  portal.setClock(NOW)
})

test('a draft ends by the sandbox\'s clock', async () => {
  const browser = openVisitor(makeCitizen(site()))
  const next = await browser.sendOn(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' } })
  expect((await browser.get(next.path)).status).toBe(200)
  portal.setClock(new Date(NOW.getTime() + 31 * DAY))
  expect((await browser.get(next.path)).status).toBe(404)
  portal.setClock(NOW)
})
