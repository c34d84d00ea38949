import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverDue } from '../../../functions/core/deliver.ts'
import { createDossier } from '../../../functions/core/create-dossier.ts'
import { manageIntegrators } from '../../../functions/core/manage-integrators.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import { RETRY_AFTER } from '../../../functions/core/webhook.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openClient, type Called } from './calls.ts'

let portal: Portal
let call: ReturnType<typeof openClient>
let key: string
const NOW = Date.parse('2026-07-14T08:00:00+07:00')
beforeAll(async () => {
  portal = await startPortal()
  portal.setClock(new Date(NOW))
  call = openClient(portal.api)
  key = await keyFor('phuong-a')
})
afterAll(() => portal.stop())

const keyFor = async (id: string, scope = 'webhooks'): Promise<string> => {
  await manageIntegrators({ op: 'set', id, name: id, agencies: ['H26'], perMinute: 10_000 }, portal.deps)
  const made = await manageIntegrators({ op: 'key', id, scopes: [scope] }, portal.deps)
  return made.kind === 'key' ? (made.text ?? '') : ''
}
const ask = (method: string, path = '', body?: unknown, own = key): Promise<Called> => call(method, `/api/v1/office/webhooks${path}`, { headers: { authorization: `Bearer ${own}` }, ...(body !== undefined && { body }) })
const idOf = ({ body }: Called): string => (body['webhook'] as { id: string }).id
const submitted = async (): Promise<string> => {
  const made = await createDossier({ code: ONLINE, idempotencyKey: portal.deps.ids.uuid(), answers: { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }, lang: 'vi' }, portal.deps)
  if (made.kind === 'invalid') throw new Error('invalid')
  await relayAll([made.dossier.id], portal.deps)
  return made.dossier.id
}

test('an endpoint is made, its secret shown once, changed and rotated; nobody else sees it', async () => {
  const made = await ask('POST', '', { url: 'https://a.example/hook', types: ['dossier.submitted'] })
  expect(made).toMatchObject({ status: 201, body: { webhook: { url: 'https://a.example/hook', active: true, secrets: 1 }, secret: expect.stringMatching(/^whsec_[A-Za-z\d+/]{43}=$/) } })
  const listed = await ask('GET')
  expect(listed.body['webhooks']).toEqual([made.body['webhook']])
  expect(JSON.stringify(listed.body)).not.toContain('whsec_')
  expect((await ask('PUT', `/${idOf(made)}`, { url: 'https://b.example/', active: false })).body).toMatchObject({ url: 'https://b.example/', types: [], active: false })
  expect(await ask('POST', `/${idOf(made)}/rotation`, { overlapHours: 1 })).toMatchObject({ status: 201, body: { webhook: { secrets: 2 } } })
  const stranger = await keyFor('phuong-b')
  expect((await ask('GET', '', undefined, stranger)).body['webhooks']).toEqual([])
  expect(await ask('PUT', `/${idOf(made)}`, { url: 'https://evil.example/' }, stranger)).toMatchObject({ status: 404, body: { code: 'endpoint-not-found' } })
  expect(await ask('GET', '', undefined, await keyFor('phuong-c', 'read'))).toMatchObject({ status: 403, body: { code: 'scope-missing' } })
})

test('an endpoint is removed by its own integrator, and nothing is sent there any more', async () => {
  const made = await ask('POST', '', { url: 'https://gone.example/' })
  const id = await submitted()
  expect(await ask('DELETE', `/${idOf(made)}`, undefined, await keyFor('phuong-d'))).toMatchObject({ status: 404, body: { code: 'endpoint-not-found' } })
  expect((await ask('DELETE', `/${idOf(made)}`)).status).toBe(204)
  expect(JSON.stringify((await ask('GET')).body)).not.toContain('gone.example')
  const urls: string[] = []
  await deliverDue(40, { ...portal.deps, send: async ({ url }) => { urls.push(url); return { status: 200 } } })
  expect([urls.includes('https://gone.example/'), (await portal.deps.webhooks.messagesOf(idOf(made), id)).length]).toEqual([false, 1])
  for (const [method, path] of [['DELETE', ''], ['PUT', ''], ['POST', '/rotation'], ['GET', '/dead-letters']] as const)
    expect((await ask(method, `/${idOf(made)}${path}`, method === 'PUT' ? { url: 'https://a.example/' } : method === 'POST' ? {} : undefined)).status).toBe(404)
})

test.each([[{ overlapHours: 169 }, 422], [{ overlapHours: 1.5 }, 422], [{ hours: 2 }, 400]])('a rotation of %j is refused in words, and leaves the secret', async (body, status) => {
  const own = await keyFor('phuong-e')
  const made = await ask('POST', '', { url: 'https://a.example/hook' }, own)
  expect(await ask('POST', `/${idOf(made)}/rotation`, body, own)).toMatchObject({ status, body: { detail: expect.stringContaining(status === 422 ? '0-168' : 'hours') } })
  expect((await ask('GET', '', undefined, own)).body['webhooks']).toMatchObject([{ secrets: 1 }])
  await ask('DELETE', `/${idOf(made)}`, undefined, own)
})

test.each([[{}], [{ url: 7 }], [{ url: 'http://a.example/' }], [{ url: 'https://a.example/', types: 'all' }], [{ url: 'https://a.example/', types: ['x'] }], [{ url: 'https://a.example/', secret: 'mine' }], [{ url: 'https://a.example/', active: 'yes' }]])('%j is refused in words', async (body) => {
  expect(await ask('POST', '', body)).toMatchObject({ status: 422, body: { code: 'value-wrong', detail: expect.stringContaining('cần') } })
})

test('dead letters come page by page, each once; a cursor of nobody\'s is refused', async () => {
  const made = await ask('POST', '', { url: 'https://away.example/' }, await keyFor('phuong-d'))
  const own = await keyFor('phuong-d')
  const ids = [await submitted(), await submitted(), await submitted()].map((id) => `${id}-1`)
  let now = NOW
  for (const wait of [0, ...RETRY_AFTER]) { now += wait; portal.setClock(new Date(now)); await deliverDue(40, { ...portal.deps, send: async () => ({ status: 500 }) }) }
  portal.setClock(new Date(NOW))
  const page = (query: string): Promise<Called> => call('GET', `/api/v1/office/webhooks/${idOf(made)}/dead-letters`, { headers: { authorization: `Bearer ${own}` }, query })
  const [first, seen] = [await page('limit=2'), new Set<string>()]
  expect(first.body['messages']).toHaveLength(2)
  const second = await page(`limit=2&cursor=${String(first.body['cursor'])}`)
  expect(second.body).not.toHaveProperty('cursor')
  for (const { body } of [first, second]) for (const { id } of body['messages'] as { id: string }[]) seen.add(id)
  expect([...seen].sort()).toEqual(ids.toSorted())
  for (const cursor of ['x', Buffer.from('["2026","a/b",1]').toString('base64url'), Buffer.from('{}').toString('base64url')]) expect(await page(`cursor=${cursor}`)).toMatchObject({ status: 422, body: { code: 'value-wrong' } })
  for (const limit of ['0', '101', 'x']) expect((await page(`limit=${limit}`)).status).toBe(422)
})

test('what could not be delivered in three days is listed, and replayed', async () => {
  const made = await ask('POST', '', { url: 'https://down.example/' })
  const id = await submitted()
  const send = async () => ({ error: 'ECONNREFUSED' })
  let now = NOW
  for (const wait of [0, ...RETRY_AFTER]) { now += wait; portal.setClock(new Date(now)); await deliverDue(40, { ...portal.deps, send }) }
  const dead = await ask('GET', `/${idOf(made)}/dead-letters`)
  expect(dead.body['messages']).toMatchObject([{ id: `${id}-1`, type: 'dossier.submitted', index: 1, attempts: 10, lastError: 'ECONNREFUSED' }])
  expect(await ask('POST', `/${idOf(made)}/replay`, { ids: [`${id}-1`] })).toMatchObject({ status: 200, body: { ids: [`${id}-1`] } })
  const bodies: string[] = []
  await deliverDue(40, { ...portal.deps, send: async ({ body }) => { bodies.push(body); return { status: 200 } } })
  expect(bodies).toHaveLength(1)
  expect(bodies[0]).not.toContain('Ánh')
  expect((await ask('GET', `/${idOf(made)}/dead-letters`)).body['messages']).toEqual([])
  for (const ids of [[], ['x'], 'x', [7]]) expect((await ask('POST', `/${idOf(made)}/replay`, { ids })).status).toBe(422)
  expect((await ask('POST', `/${idOf(made)}/replay`, { ids: [`${id}-7`] })).status).toBe(404)
})
