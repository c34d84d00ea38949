import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../../forms/index.ts'
import { verifyEvidence } from '../../../forms/cli/verify-chain.ts'
import { SCHEMAS } from '../../../functions/api/openapi-schemas.ts'
import { deliverDue } from '../../../functions/core/deliver.ts'
import type { Scope } from '../../../functions/core/integrator.ts'
import { manageIntegrators } from '../../../functions/core/manage-integrators.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openClient, type Called } from './calls.ts'

/** What only a person can have written: it must not come to who may not read it. */
const TEXT = 'Bà Trần Thị Kín'
const [officer, reason, note] = [TEXT, TEXT, TEXT]

let portal: Portal
let call: ReturnType<typeof openClient>
let reader: string
let full: string
let codes: string[]
const heard = new Map<string, string[]>()

const keyFor = async (scopes: readonly Scope[]): Promise<string> => {
  await manageIntegrators({ op: 'set', id: 'phuong-a', name: 'Phường A', agencies: ['H26'], perMinute: 10_000 }, portal.deps)
  const made = await manageIntegrators({ op: 'key', id: 'phuong-a', scopes }, portal.deps)
  return made.kind === 'key' ? (made.text ?? '') : ''
}
const ask = (method: string, path: string, key: string, body?: unknown): Promise<Called> => call(method, `/api/v1/office${path}`, { headers: { authorization: `Bearer ${key}`, 'if-match': '*' }, ...(body !== undefined && { body }) })

const FIELDS = [{ pointer: '/applicant/fullName', reason }]
const CASES: readonly (readonly Readonly<Record<string, unknown>>[])[] = [
  [
    { action: 'receive', note }, { action: 'request-supplement', reason, fields: FIELDS, until: '2099-01-01' }, { citizen: true }, { action: 'progress', step: 'consultation', department: TEXT, note },
    { action: 'request-payment', amount: 5_000, reason }, { action: 'confirm-payment', note }, { action: 'repromise', dueAt: '2026-08-14T17:00:00+07:00', reason, apology: TEXT }, { action: 'finish', note }, { action: 'return', note },
  ],
  [{ action: 'refuse', reason }], [{ action: 'receive' }, { action: 'stop', reason }], [{ action: 'withdraw', reason }], [{ action: 'request-supplement', reason, fields: FIELDS }],
]

const result = async (code: string): Promise<string> => {
  const pdf = Buffer.from('%PDF-1.7\nkết quả\n%%EOF')
  const { body } = await ask('POST', `/dossiers/${code}/files`, full, { fileName: `${TEXT}.pdf`, type: 'application/pdf', bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('base64') })
  const { upload, attachment } = body as unknown as { upload: { url: string; fields: Record<string, string> }; attachment: { id: string } }
  const post = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) post.append(name, value)
  post.append('file', new Blob([pdf]))
  await fetch(upload.url, { method: 'POST', body: post })
  await ask('POST', `/dossiers/${code}/files/${attachment.id}/complete`, full)
  await portal.scan('NO_THREATS_FOUND')
  return attachment.id
}

const answerSupplement = (code: string, trackingKey: string) => portal.citizen({
  rawPath: '/tra-cuu/bo-sung', headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }, requestContext: { http: { method: 'POST' } },
  body: new URLSearchParams({ _code: code, _key: trackingKey, 'applicant.fullName': 'Nguyễn Thị Ngọc Ánh' }).toString(),
}, undefined)

const runCase = async (steps: (typeof CASES)[number]): Promise<string> => {
  const answers = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }
  const { body } = await call('POST', `/api/v1/procedures/${ONLINE}/dossiers`, { body: { answers }, headers: { 'idempotency-key': randomUUID() } })
  const [code, id] = [String(body['code']), String(body['id'])]
  for (const step of steps) {
    if ('citizen' in step) { await answerSupplement(code, String(body['trackingKey'])); continue }
    const done = await ask('POST', `/dossiers/${code}/actions`, full, { ...step, officer, ...(step['action'] === 'finish' && { files: [await result(code)] }) })
    expect([step['action'], done.status, done.body['detail']]).toEqual([step['action'], 200, undefined])
  }
  await relayAll([id], portal.deps)
  return code
}

beforeAll(async () => {
  portal = await startPortal()
  portal.setClock(new Date('2026-07-14T08:00:00+07:00'))
  call = openClient(portal.api)
  reader = await keyFor(['read', 'webhooks'])
  full = await keyFor(['read', 'answers', 'handle', 'webhooks'])
  await ask('POST', '/webhooks', reader, { url: 'https://facts.example/' })
  await ask('POST', '/webhooks', full, { url: 'https://texts.example/', texts: true })
  codes = []
  for (const steps of CASES) codes.push(await runCase(steps))
  const send = async ({ url, body }: { readonly url: string; readonly body: string }) => { heard.set(url, [...(heard.get(url) ?? []), body]); return { status: 200 } }
  await deliverDue(40, { ...portal.deps, send })
}, 60_000)
afterAll(() => portal.stop())

type Shape = { readonly properties: Readonly<Record<string, { readonly const?: string; readonly maxLength?: number; readonly items?: Shape }>> }
const said = ({ properties }: Shape): string[] =>
  Object.entries(properties).flatMap(([name, { maxLength, items }]) => (maxLength !== undefined ? [name] : items?.properties ? said(items).map((inner) => `${name}.${inner}`) : []))

test('the cases say something in every field of an action that takes a text', () => {
  const inDocument = (SCHEMAS.Action['oneOf'] as unknown as { readonly $ref: string }[]).map(({ $ref }) => SCHEMAS[$ref.split('/').at(-1) as keyof typeof SCHEMAS] as unknown as Shape).flatMap((shape) => said(shape).map((field) => `${shape.properties['action']?.const} ${field}`))
  const used = CASES.flat().flatMap((step) => ['officer', ...Object.keys(step)].map((name) => `${String(step['action'])} ${name}`))
  expect(inDocument.length).toBeGreaterThan(20)
  expect(inDocument.filter((one) => !one.includes('.') && !used.includes(one))).toEqual([])
})

test('the feed, a dossier\'s state and the answer to an action tell what people wrote to keys with `answers` alone', async () => {
  const seen = async (key: string): Promise<string[]> => [await ask('GET', '/events', key), ...await Promise.all(codes.map((code) => ask('GET', `/dossiers/${code}`, key)))].map(({ status, body }) => { expect(status).toBe(200); return JSON.stringify(body) })
  expect((await seen(reader)).filter((text) => text.includes(TEXT))).toEqual([])
  expect((await seen(full)).filter((text) => text.includes(TEXT))).toHaveLength(CASES.length + 1)
  const code = await runCase([])
  const acted = await ask('POST', `/dossiers/${code}/actions`, await keyFor(['handle']), { action: 'refuse', reason, officer })
  expect(acted).toMatchObject({ status: 200, body: { event: { type: 'dossier.refuse', data: { to: 'refused' } }, dossier: { ended: { at: expect.any(String) } } } })
  expect(JSON.stringify(acted.body)).not.toContain(TEXT)
})

test('a webhook carries facts, under the hash of the whole event; with texts, all of it', () => {
  const [facts, texts] = ['https://facts.example/', 'https://texts.example/'].map((url) => heard.get(url) ?? [])
  expect(facts?.length).toBeGreaterThan(15)
  expect(facts?.filter((body) => body.includes(TEXT))).toEqual([])
  expect(texts?.filter((body) => body.includes(TEXT)).length).toBeGreaterThan(10)
  const hashes = (bodies: readonly string[] | undefined): string[] => (bodies ?? []).map((body) => (JSON.parse(body) as { data: { event: { hash: string } } }).data.event.hash).sort()
  expect(hashes(facts)).toEqual(hashes(texts))
  expect(facts?.map((body) => JSON.parse(body))).toContainEqual(expect.objectContaining({
    type: 'dossier.request-supplement', data: expect.objectContaining({ event: expect.objectContaining({ data: { code: expect.any(String), from: 'received', to: 'awaiting-clarification', national: 5, agent: 'phuong-a', number: 1, until: '2099-01-01', dueAt: '2026-07-17T17:00:00+07:00', late: false, fields: [{ pointer: '/applicant/fullName' }], papers: [] } }) }),
  }))
})

test('the history is whole, so that it can be verified; and so it needs `answers`', async () => {
  const { body } = await ask('GET', `/dossiers/${codes[0]}/events`, full)
  expect(JSON.stringify(body)).toContain(TEXT)
  expect(verifyEvidence({ events: body['events'] as JsonObject[] })).toMatchObject({ ok: true })
  expect(await ask('GET', `/dossiers/${codes[0]}/events`, reader)).toMatchObject({ status: 403, body: { code: 'scope-missing' } })
})

test('texts are granted by a key that may read them, when the webhook is made; such a webhook is moved by such a key alone', async () => {
  expect(await ask('POST', '/webhooks', reader, { url: 'https://a.example/', texts: true })).toMatchObject({ status: 403, body: { code: 'scope-missing' } })
  expect(await ask('POST', '/webhooks', reader, { url: 'https://a.example/', texts: 'yes' })).toMatchObject({ status: 422 })
  const { body } = await ask('GET', '/webhooks', reader)
  const [facts, texts] = ['facts', 'texts'].map((name) => (body['webhooks'] as { id: string; url: string }[]).find(({ url }) => url.includes(name))?.id)
  expect(await ask('PUT', `/webhooks/${texts}`, reader, { url: 'https://elsewhere.example/' })).toMatchObject({ status: 403 })
  expect(await ask('PUT', `/webhooks/${texts}`, full, { url: 'https://elsewhere.example/' })).toMatchObject({ status: 200, body: { texts: true } })
  for (const key of [reader, full]) expect((await ask('PUT', `/webhooks/${facts}`, key, { url: 'https://facts.example/', texts: true })).status).toBe(422)
  expect((await ask('PUT', `/webhooks/${texts}`, full, { url: 'https://elsewhere.example/', texts: false })).status).toBe(422)
})
