import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { manageIntegrators, type AdminRequest } from '../../../functions/core/manage-integrators.ts'
import { makeAdminister } from '../../../functions/jobs/administer.ts'
import { startPortal, type Portal } from '../portal.ts'
import { openClient } from './calls.ts'

let portal: Portal
let call: ReturnType<typeof openClient>
beforeAll(async () => { portal = await startPortal(); call = openClient(portal.api) })
afterAll(() => portal.stop())
beforeEach(() => portal.setClock(new Date('2026-07-14T08:00:10+07:00')))

const SELF = '/api/v1/office/self'
const ROTATION = '/api/v1/office/key/rotation'
const ask = (request: AdminRequest) => manageIntegrators(request, portal.deps)
const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` })
const registered = async (id: string, perMinute = 600): Promise<{ readonly id: string; readonly text: string }> => {
  await ask({ op: 'set', id, name: 'Phường A', agencies: ['H26'], perMinute })
  const made = await ask({ op: 'key', id, scopes: ['read'] })
  if (made.kind !== 'key' || made.text === undefined) throw new Error('no key')
  return { id: made.key.id, text: made.text }
}

test('what a change does not name stays: a higher quota widens nothing', async () => {
  await ask({ op: 'set', id: 'phuong-n', name: 'Phường N', agencies: ['H26', '01/00004'], procedures: ['1.001193'] })
  const { integrator } = await ask({ op: 'set', id: 'phuong-n', perMinute: 1200 }) as { integrator: object }
  expect(integrator).toMatchObject({ name: 'Phường N', agencies: ['H26', '01/00004'], procedures: ['1.001193'], perMinute: 1200 })
  expect(await ask({ op: 'set', id: 'phuong-n', procedures: [] })).toMatchObject({ integrator: { procedures: [], perMinute: 1200, name: 'Phường N' } })
  await expect(ask({ op: 'set', id: 'phuong-o', perMinute: 5 })).rejects.toMatchObject({ code: 'value-wrong', params: { field: 'agencies' } })
})

test('a key says who it is; what is stored of it is a hash', async () => {
  const { text, id } = await registered('phuong-a')
  expect(await call('GET', SELF, { headers: bearer(text) })).toMatchObject({ status: 200, body: { integrator: { id: 'phuong-a', agencies: ['H26'] }, key: { id, scopes: ['read'] } } })
  expect(JSON.stringify(await portal.deps.integrators.key('phuong-a', id))).not.toContain(text.split('.')[2])
  expect(JSON.stringify(await ask({ op: 'list' }))).not.toMatch(/hash|"text"/)
})

test.each([['no key', ''], ['rubbish', 'Bearer x'], ['a key of nobody', `Bearer dvc_nobody.AAAA2222.${'a'.repeat(44)}`]])('%s opens nothing, and how to show one is said', async (_what, authorization) => {
  expect(await call('GET', SELF, { headers: { authorization } })).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' }, body: { code: 'key-wrong' } })
})

test('another secret under a known id opens nothing, nor does a key under another integrator', async () => {
  const { text } = await registered('phuong-b')
  await registered('phuong-c')
  expect((await call('GET', SELF, { headers: bearer(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`) })).status).toBe(401)
  expect((await call('GET', SELF, { headers: bearer(text.replace('phuong-b', 'phuong-c')) })).status).toBe(401)
})

test('calls of a minute are counted and told; one too many is refused until the next minute', async () => {
  const { text } = await registered('phuong-d', 2)
  const first = await call('GET', SELF, { headers: bearer(text) })
  expect(first.headers).toMatchObject({ 'ratelimit-policy': '"calls";q=2;w=60', ratelimit: '"calls";r=1;t=50' })
  await call('GET', SELF, { headers: bearer(text) })
  expect(await call('GET', SELF, { headers: bearer(text) })).toMatchObject({ status: 429, headers: { 'retry-after': '50', ratelimit: '"calls";r=0;t=50' }, body: { code: 'quota-exceeded', retryAfter: 50 } })
  portal.setClock(new Date('2026-07-14T08:01:00+07:00'))
  expect((await call('GET', SELF, { headers: bearer(text) })).status).toBe(200)
})

test('a rotated key holds on for its overlap and then ends; the new one goes on', async () => {
  const { text } = await registered('phuong-e')
  const made = await call('POST', ROTATION, { headers: bearer(text), body: { overlapHours: 2 } })
  expect(made.status).toBe(201)
  const fresh = String(made.body['text'])
  const statuses = async (): Promise<number[]> => [(await call('GET', SELF, { headers: bearer(text) })).status, (await call('GET', SELF, { headers: bearer(fresh) })).status]
  expect(await statuses()).toEqual([200, 200])
  portal.setClock(new Date('2026-07-14T10:00:10+07:00'))
  expect(await statuses()).toEqual([401, 200])
})

test('a rotation whose answer was lost is asked again: the second key stays, the lost one ends', async () => {
  const { text } = await registered('phuong-h')
  const [lost, again] = [await call('POST', ROTATION, { headers: bearer(text), body: { overlapHours: 0 } }), await call('POST', ROTATION, { headers: bearer(text), body: { overlapHours: 0 } })]
  expect([lost.status, again.status]).toEqual([201, 201])
  expect(again.body['key']).not.toHaveProperty('endsAt')
  expect(await opens(text, String(lost.body['text']), String(again.body['text']))).toEqual([200, 401, 200])
  portal.setClock(new Date('2026-07-14T08:05:10+07:00'))
  expect(await opens(text, String(again.body['text']))).toEqual([401, 200])
  portal.setClock(new Date('2027-07-14T08:00:00+07:00'))
  expect(await opens(String(again.body['text']))).toEqual([200])
})

test('no rotation, repeated or in a row, outlives the end that a key was made with', async () => {
  await ask({ op: 'set', id: 'phuong-m', name: 'Phường M', agencies: ['H26'] })
  const made = await ask({ op: 'key', id: 'phuong-m', scopes: ['read'], days: 30 })
  const first = made.kind === 'key' ? (made.text ?? '') : ''
  const end = made.kind === 'key' ? made.key.endsAt : ''
  const { body: second } = await call('POST', ROTATION, { headers: bearer(first), body: { overlapHours: 1 } })
  const { body: repeat } = await call('POST', ROTATION, { headers: bearer(first), body: { overlapHours: 1 } })
  const { body: third } = await call('POST', ROTATION, { headers: bearer(String(repeat['text'])), body: {} })
  expect([second, repeat, third].map(({ key }) => (key as { endsAt?: string }).endsAt)).toEqual([end, end, end])
})

test.each([[{ overlapHours: 169 }, 422], [{ overlapHours: -1 }, 422], [{ overlapHours: '2' }, 422], [{ hours: 2 }, 400]])('a rotation of %j is refused in words, and makes no key', async (body, status) => {
  const { text } = await registered('phuong-f')
  const before = (await portal.deps.integrators.keysOf('phuong-f')).length
  expect(await call('POST', ROTATION, { headers: bearer(text), body })).toMatchObject({ status, body: { detail: expect.stringContaining(status === 422 ? '0-168' : 'hours') } })
  expect(await portal.deps.integrators.keysOf('phuong-f')).toHaveLength(before)
})

test('a revoked key ends at once, and no rotation brings it back', async () => {
  const { text, id } = await registered('phuong-g')
  await ask({ op: 'revoke', id: 'phuong-g', key: id })
  expect((await call('GET', SELF, { headers: bearer(text) })).status).toBe(401)
  await ask({ op: 'rotate', id: 'phuong-g', key: id, hours: 48 })
  expect((await call('GET', SELF, { headers: bearer(text) })).status).toBe(401)
})

const rotated = async (text: string): Promise<{ readonly id: string; readonly text: string }> => {
  const { body } = await call('POST', ROTATION, { headers: bearer(text), body: {} })
  return { id: (body['key'] as { id: string }).id, text: String(body['text']) }
}
const opens = async (...texts: readonly string[]): Promise<number[]> => { const all: number[] = []; for (const text of texts) all.push((await call('GET', SELF, { headers: bearer(text) })).status); return all }

test('revoking a leaked key ends every key that was made with it, and none of the others', async () => {
  const [leaked, other] = [await registered('phuong-i'), await registered('phuong-i')]
  const second = await rotated(leaked.text)
  const third = await rotated(second.text)
  expect(await opens(leaked.text, second.text, third.text, other.text)).toEqual([200, 200, 200, 200])
  expect(await ask({ op: 'revoke', id: 'phuong-i', key: leaked.id })).toMatchObject({ kind: 'ended', keys: expect.arrayContaining([leaked.id, second.id, third.id].map((id) => expect.objectContaining({ id }))) })
  expect(await opens(leaked.text, second.text, third.text, other.text)).toEqual([401, 401, 401, 200])
  const listed = await ask({ op: 'list' })
  expect(listed.kind === 'list' && listed.integrators.find(({ id }) => id === 'phuong-i')?.keys).toContainEqual(expect.objectContaining({ id: third.id, madeWith: second.id }))
})

test('a key that the operator made in the place of such a one is the operator\'s, and stays', async () => {
  const leaked = await registered('phuong-p')
  const second = await rotated(leaked.text)
  const made = await ask({ op: 'rotate', id: 'phuong-p', key: second.id })
  await ask({ op: 'revoke', id: 'phuong-p', key: leaked.id })
  expect(await opens(second.text, made.kind === 'key' ? (made.text ?? '') : '')).toEqual([401, 200])
})

test('a rotation that is under way while its key is revoked leaves no key behind', async () => {
  const { id, text } = await registered('phuong-j')
  const { integrators } = portal.deps
  const racing = portal.over({ integrators: { ...integrators, addKey: async (key) => { await ask({ op: 'revoke', id: 'phuong-j', key: id }); await integrators.addKey(key) } } })
  expect((await openClient(racing.api)('POST', ROTATION, { headers: bearer(text), body: {} })).status).toBe(401)
  const now = new Date('2026-07-14T08:00:10+07:00').getTime()
  expect((await integrators.keysOf('phuong-j')).map(({ endsAt }) => Date.parse(endsAt ?? '9999-01-01T00:00:00Z') <= now)).toEqual([true, true])
})

const withWebhooks = async (id: string): Promise<{ readonly id: string; readonly text: string }> => {
  await ask({ op: 'set', id, name: id, agencies: ['H26'] })
  const made = await ask({ op: 'key', id, scopes: ['webhooks'] })
  return made.kind === 'key' ? { id: made.key.id, text: made.text ?? '' } : { id: '', text: '' }
}
const hooks = async (id: string): Promise<readonly { readonly url: string; readonly active: boolean }[]> => { const told = await ask({ op: 'webhooks', id }); return told.kind === 'webhooks' ? told.webhooks : [] }
const hook = async (key: string, url: string, id = ''): Promise<string> => {
  const { body } = await call(id === '' ? 'POST' : 'PUT', `/api/v1/office/webhooks${id === '' ? '' : `/${id}`}`, { headers: bearer(key), body: { url } })
  return String((body['webhook'] as { id?: string } | undefined)?.id ?? body['id'])
}

test('revoking a leaked key stops what was added or moved with it or with its keys, and nothing else', async () => {
  const [own, leaked] = [await withWebhooks('phuong-k'), await withWebhooks('phuong-k')]
  await hook(own.text, 'https://own.example/')
  const moved = await hook(own.text, 'https://moved.example/')
  await hook((await rotated(leaked.text)).text, 'https://added.example/')
  await hook(leaked.text, 'https://thief.example/', moved)
  await ask({ op: 'revoke', id: 'phuong-k', key: leaked.id })
  expect((await hooks('phuong-k')).map(({ url, active }) => `${url} ${active}`).sort()).toEqual(['https://added.example/ false', 'https://own.example/ true', 'https://thief.example/ false'])
  expect(JSON.stringify(await hooks('phuong-k'))).not.toContain('whsec_')
})

test('the operator stops one webhook, or ends all of an integrator', async () => {
  const { text } = await withWebhooks('phuong-l')
  const webhook = await hook(text, 'https://a.example/')
  await hook(text, 'https://b.example/')
  expect(await ask({ op: 'stop', id: 'phuong-l', webhook })).toMatchObject({ kind: 'ended', keys: [], webhooks: [{ id: webhook, active: false }] })
  expect((await hooks('phuong-l')).map(({ active }) => active).sort()).toEqual([false, true])
  expect(await ask({ op: 'stop', id: 'phuong-l' })).toMatchObject({ kind: 'ended', keys: [{}], webhooks: [{}, {}] })
  expect(await opens(text)).toEqual([401])
  expect(await hooks('phuong-l')).toEqual([])
})

test.each<[string, AdminRequest]>([
  ['an id with spaces', { op: 'set', id: 'a b', name: 'x', agencies: ['H26'] }], ['no agency', { op: 'set', id: 'ab', name: 'x', agencies: [] }],
  ['an agency that is none', { op: 'set', id: 'ab', name: 'x', agencies: ['Hà Nội'] }], ['a procedure that is none', { op: 'set', id: 'ab', name: 'x', agencies: ['H26'], procedures: ['x'] }],
  ['an origin with a path', { op: 'set', id: 'ab', name: 'x', agencies: ['H26'], origins: ['https://a.example/x'] }], ['an origin without TLS', { op: 'set', id: 'ab', name: 'x', agencies: ['H26'], origins: ['http://a.example'] }],
  ['no calls at all', { op: 'set', id: 'ab', name: 'x', agencies: ['H26'], perMinute: 0 }], ['a key for nobody', { op: 'key', id: 'nobody', scopes: ['read'] }],
  ['the webhooks of nobody', { op: 'webhooks', id: 'nobody' }], ['an end for nobody', { op: 'stop', id: 'nobody' }],
  ['a scope that is none', { op: 'key', id: 'phuong-a', scopes: ['read', 'all'] }], ['the rotation of an unknown key', { op: 'rotate', id: 'phuong-a', key: 'NONE2222' }],
])('the operator\'s job refuses %s, says what it should be in both languages, and logs no key', async (_what, request) => {
  await registered('phuong-a')
  const lines: unknown[] = []
  const administer = makeAdminister({ ...portal.deps, log: (entry) => lines.push(entry) })
  expect(await administer(request)).toMatchObject({ kind: 'refused', code: 'value-wrong', message: { vi: expect.stringContaining('cần'), en: expect.any(String) } })
  const made = await administer({ op: 'key', id: 'phuong-a', scopes: ['read'] })
  expect(made).toMatchObject({ kind: 'key', text: expect.stringMatching(/^dvc_phuong-a\./) })
  expect(JSON.stringify(lines)).not.toContain('dvc_')
})
