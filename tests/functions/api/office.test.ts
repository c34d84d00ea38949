import { createHash, randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manageIntegrators } from '../../../functions/core/manage-integrators.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import type { Scope } from '../../../functions/core/integrator.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor } from '../visitor.ts'
import { openClient, type Called } from './calls.ts'

let portal: Portal
let call: ReturnType<typeof openClient>
let office: string
beforeAll(async () => {
  portal = await startPortal()
  call = openClient(portal.api)
  office = await keyFor('phuong-a', ['H26'])
})
afterAll(() => portal.stop())

const keyFor = async (id: string, agencies: readonly string[], scopes: readonly Scope[] = ['read', 'answers', 'handle'], procedures: readonly string[] = []): Promise<string> => {
  await manageIntegrators({ op: 'set', id, name: id, agencies, procedures, perMinute: 10_000 }, portal.deps)
  const made = await manageIntegrators({ op: 'key', id, scopes }, portal.deps)
  return made.kind === 'key' ? (made.text ?? '') : ''
}

const ANSWERS = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }
const submitted = async (): Promise<{ readonly code: string; readonly id: string; readonly trackingKey: string }> => {
  const { body } = await call('POST', `/api/v1/procedures/${ONLINE}/dossiers`, { body: { answers: ANSWERS }, headers: { 'idempotency-key': randomUUID() } })
  return body as never
}
type Options = { readonly body?: unknown; readonly key?: string; readonly headers?: Readonly<Record<string, string>>; readonly query?: string }
const ask = (method: string, path: string, { key = office, headers = {}, ...rest }: Options = {}): Promise<Called> => call(method, `/api/v1/office${path}`, { headers: { authorization: `Bearer ${key}`, ...headers }, ...rest })
const act = (code: string, body: unknown, headers: Readonly<Record<string, string>> = { 'if-match': '*' }): Promise<Called> => ask('POST', `/dossiers/${code}/actions`, { body, headers })
const statusOf = (called: Called): unknown => (called.body['dossier'] as { status: string }).status

test('a new dossier comes with the feed; its answers and papers are fetched by its code', async () => {
  const { code, id } = await submitted()
  await relayAll([id], portal.deps)
  const feed = await ask('GET', '/events', { query: 'type=dossier.submitted&limit=200' })
  expect(feed.body['events']).toContainEqual(expect.objectContaining({ agency: 'H26', procedure: ONLINE, event: expect.objectContaining({ id: `${id}-1`, seq: 1, data: expect.objectContaining({ code }) }) }))
  expect(JSON.stringify(feed.body)).not.toContain('Ánh')
  expect(await ask('GET', `/dossiers/${code}`)).toMatchObject({ status: 200, headers: { etag: expect.stringMatching(/^"1-\d{4}-\d\d-\d\d"$/) }, body: { status: 'submitted', national: 1, allowed: ['receive', 'refuse', 'request-supplement', 'withdraw'] } })
  expect(await ask('GET', `/dossiers/${code}/answers`)).toMatchObject({ status: 200, body: { answers: ANSWERS, files: [], procedure: { code: ONLINE, version: 1 } } })
})

test('the filled form is opened by an address that holds for a while, for this dossier and this office alone', async () => {
  const { code } = await submitted()
  const asked = await ask('GET', `/dossiers/${code}/forms/docx`)
  expect(asked).toMatchObject({ status: 303, headers: { 'cache-control': 'no-store' } })
  const location = asked.headers['location'] ?? ''
  const reader = openVisitor(portal.paper)
  const word = await reader.get(location)
  expect(word).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } })
  expect(strFromU8(unzipSync(Buffer.from(word.body, 'latin1'))['word/document.xml'] ?? new Uint8Array())).toContain('Nguyễn Thị Ánh')
  const pdf = await ask('GET', `/dossiers/${code}/forms/pdf`)
  expect((await reader.get(pdf.headers['location'] ?? '')).body).toMatch(/^%PDF-1\.7/)
  const another = new URL(location, 'http://localhost')
  another.pathname = another.pathname.replace(/[^/]+(?=\/to-khai)/, (await submitted()).id)
  expect((await reader.get(another.pathname + another.search)).status).toBe(404)
  portal.setClock(new Date(Date.now() + 11 * 60_000))
  expect((await reader.get(location)).status).toBe(410)
  expect((await reader.get(location.replace(/ky=./, 'ky=_'))).status).toBe(404)
  portal.setClock(undefined)
  expect((await ask('GET', `/dossiers/${code}/forms/docx`, { key: await keyFor('phuong-khac', ['01/00008']) })).status).toBe(404)
})

test('the cursor goes on where it ended, page by page and after the last one', async () => {
  const read = async (cursor?: string): Promise<{ readonly ids: readonly string[]; readonly cursor: string; readonly more: boolean }> => {
    const { body } = await ask('GET', '/events', { query: `limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}` })
    return { ids: (body['events'] as { event: { id: string } }[]).map(({ event }) => event.id), cursor: String(body['cursor']), more: body['more'] === true }
  }
  for (let count = 0; count < 3; count += 1) await relayAll([(await submitted()).id], portal.deps)
  const ids: string[] = []
  let page = await read()
  for (; page.more; page = await read(page.cursor)) ids.push(...page.ids)
  ids.push(...page.ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(await read(page.cursor)).toEqual({ ids: [], cursor: page.cursor, more: false })
  const { id } = await submitted()
  await relayAll([id], portal.deps)
  expect(await read(page.cursor)).toMatchObject({ ids: [`${id}-1`], more: false })
  expect(await ask('GET', '/events', { query: 'cursor=rubbish' })).toMatchObject({ status: 422, body: { code: 'value-wrong' } })
})

test('another agency\'s integrator, one of another procedure, and a key without the scope see and do nothing', async () => {
  const { code, id } = await submitted()
  await relayAll([id], portal.deps)
  for (const key of [await keyFor('phuong-b', ['H29']), await keyFor('phuong-c', ['H26'], ['read', 'answers', 'handle'], ['1.001193'])]) {
    for (const path of [`/dossiers/${code}`, `/dossiers/${code}/answers`, `/dossiers/${code}/events`]) expect(await ask('GET', path, { key })).toMatchObject({ status: 404, body: { code: 'dossier-not-found' } })
    expect((await ask('POST', `/dossiers/${code}/actions`, { key, body: { action: 'receive' }, headers: { 'if-match': '*' } })).status).toBe(404)
    expect((await ask('GET', '/events', { key })).body['events']).toEqual([])
  }
  const reader = await keyFor('phuong-d', ['H26'], ['read'])
  expect(await ask('GET', `/dossiers/${code}/answers`, { key: reader })).toMatchObject({ status: 403, body: { code: 'scope-missing' } })
  expect((await ask('POST', `/dossiers/${code}/actions`, { key: reader, body: { action: 'receive' }, headers: { 'if-match': '*' } })).status).toBe(403)
})

test('a whole case: received, supplemented, handled, finished with a file that the citizen reads, returned', async () => {
  const { code, id, trackingKey } = await submitted()
  const tracked = () => call('GET', `/api/v1/dossiers/${code}`, { headers: { 'x-tracking-key': trackingKey } })
  expect(statusOf(await act(code, { action: 'receive', officer: 'Trần Văn Bình' }))).toBe('received')
  expect(await tracked()).toMatchObject({ body: { status: 'received', national: 2 } })
  await act(code, { action: 'request-supplement', reason: 'Tên chưa rõ', fields: [{ pointer: '/applicant/fullName', reason: 'Thiếu chữ đệm' }], until: '2099-01-01' })
  expect(await tracked()).toMatchObject({ body: { status: 'awaiting-clarification', national: 5, supplement: { number: 1, until: '2099-01-01', fields: [{ reason: 'Thiếu chữ đệm' }] } } })
  const form = new URLSearchParams({ _code: code, _key: trackingKey, 'applicant.fullName': 'Nguyễn Thị Ngọc Ánh' }).toString()
  await portal.citizen({ rawPath: '/tra-cuu/bo-sung', headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }, body: form, requestContext: { http: { method: 'POST' } } }, undefined)
  expect((await ask('GET', `/dossiers/${code}/answers`)).body).toMatchObject({ answers: { applicant: { fullName: 'Nguyễn Thị Ngọc Ánh' } } })
  expect(statusOf(await act(code, { action: 'progress', step: 'awaiting-signature', department: 'Văn phòng' }))).toBe('processing')

  const pdf = Buffer.from('%PDF-1.7\nGiấy xác nhận\n%%EOF')
  const claim = { fileName: 'kết quả.pdf', type: 'application/pdf', bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('base64') }
  const announced = await ask('POST', `/dossiers/${code}/files`, { body: claim })
  const { upload, attachment } = announced.body as unknown as { upload: { url: string; fields: Record<string, string> }; attachment: { id: string } }
  const post = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) post.append(name, value)
  post.append('file', new Blob([pdf]))
  expect((await ask('POST', `/dossiers/${code}/files/${attachment.id}/complete`)).body).toMatchObject({ code: 'file-not-arrived' })
  expect((await fetch(upload.url, { method: 'POST', body: post })).ok).toBe(true)
  expect((await ask('POST', `/dossiers/${code}/files/${attachment.id}/complete`)).body).toMatchObject({ attachment: { state: 'scanning' } })
  expect(await act(code, { action: 'finish', files: [attachment.id] })).toMatchObject({ status: 409, body: { code: 'result-not-clean', detail: expect.stringMatching(/kết quả\.pdf.*complete/) } })
  await portal.scan('NO_THREATS_FOUND')
  expect((await tracked()).body['results']).toEqual([])
  expect(statusOf(await act(code, { action: 'finish', files: [attachment.id] }))).toBe('done')

  const [result] = (await tracked()).body['results'] as { href: string; fileName: string }[]
  expect(result).toMatchObject({ fileName: 'kết quả.pdf' })
  const visitor = openVisitor(portal.citizen)
  const opened = await visitor.get(result?.href ?? '')
  expect(opened.status).toBe(303)
  expect(Buffer.from(await (await fetch(opened.headers['location'] ?? '')).arrayBuffer())).toEqual(pdf)
  expect((await visitor.get((result?.href ?? '').replace(/ky=./, 'ky=_'))).status).toBe(404)
  const redirect = await ask('GET', `/dossiers/${code}/files/${attachment.id}`)
  expect(redirect.status).toBe(303)
  const file = await fetch(redirect.headers['location'] ?? '')
  expect({ status: file.status, type: file.headers.get('content-type'), bytes: Buffer.from(await file.arrayBuffer()) }).toEqual({ status: 200, type: 'application/pdf', bytes: pdf })
  portal.setClock(new Date(Date.now() + 11 * 60_000))
  const over = await visitor.get(result?.href ?? '')
  expect([over.status, over.body.includes('mở lại trang tra cứu')]).toEqual([410, true])
  portal.setClock(undefined)
  expect(statusOf(await act(code, { action: 'return' }))).toBe('returned')
  await relayAll([id], portal.deps)
  expect((await ask('GET', `/dossiers/${code}/events`)).body['events']).toHaveLength(8)
})

test('of two workers one is told that the dossier has moved on; without a revision neither may write', async () => {
  const { code } = await submitted()
  const both = await Promise.all([act(code, { action: 'receive' }, { 'if-match': '"1"' }), act(code, { action: 'refuse', reason: 'Sai nơi nhận' }, { 'if-match': '"1"' })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'precondition-failed', revision: 2, allowed: expect.any(Array) })
  expect(await act(code, { action: 'receive' }, {})).toMatchObject({ status: 428 })
  for (const path of [`/dossiers/${code}`, `/dossiers/${code}/answers`, `/dossiers/${code}/events`, '/self']) {
    const { headers } = await ask('GET', path)
    expect(await ask('GET', path, { headers: { 'if-none-match': headers['etag'] ?? '' } })).toMatchObject({ status: 304, body: {}, headers: { ratelimit: expect.any(String) } })
    expect((await ask('GET', path, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  }
  expect(await act(code, { action: 'receive' }, { 'if-match': 'x' })).toMatchObject({ status: 412, body: { revision: 2, allowed: expect.any(Array) } })
  expect(await act(code, { action: 'receive' }, { 'if-match': '*', 'idempotency-key': 'short' })).toMatchObject({ status: 422, body: { code: 'value-wrong', detail: expect.stringContaining('Idempotency-Key') } })
})

test('what may be done changes with the day, and so does the ETag; as a condition each of them names the revision', async () => {
  portal.setClock(new Date('2026-07-14T08:00:00+07:00'))
  const { code } = await submitted()
  const asked = await act(code, { action: 'request-supplement', reason: 'x', fields: [{ pointer: '/applicant/fullName', reason: 'x' }], until: '2026-07-15' })
  const read = (etag: string): Promise<Called> => ask('GET', `/dossiers/${code}`, { headers: { 'if-none-match': etag } })
  const etag = asked.headers['etag'] ?? ''
  expect((await read(etag)).status).toBe(304)
  portal.setClock(new Date('2026-07-16T08:00:00+07:00'))
  expect(await read(etag)).toMatchObject({ status: 200, body: { revision: 2, allowed: ['refuse', 'withdraw'] } })
  expect(await act(code, { action: 'refuse', reason: 'Quá hạn' }, { 'if-match': '"1-2026-07-16"' })).toMatchObject({ status: 412, body: { revision: 2 } })
  expect(statusOf(await act(code, { action: 'refuse', reason: 'Quá hạn' }, { 'if-match': etag }))).toBe('refused')
  portal.setClock(undefined)
})

test('what the table does not have is refused with what is allowed; a repeat under one key is one event', async () => {
  const { code } = await submitted()
  expect(await act(code, { action: 'return' })).toMatchObject({ status: 409, body: { code: 'not-allowed', status: 409, dossierStatus: 'submitted', allowed: ['receive', 'refuse', 'request-supplement', 'withdraw'] } })
  const headers = { 'if-match': '"1"', 'idempotency-key': 'once-and-only' }
  const [first, again] = [await act(code, { action: 'receive' }, headers), await act(code, { action: 'receive' }, headers)]
  expect(again).toMatchObject({ status: 200, body: { event: first.body['event'] } })
  expect(await act(code, { action: 'refuse', reason: 'x' }, headers)).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } })
})

test.each<[string, unknown]>([
  ['no action', {}], ['an action of the citizen', { action: 'supplement' }], ['a refusal without a reason', { action: 'refuse' }], ['an empty reason', { action: 'refuse', reason: '  ' }],
  ['a field that it does not take', { action: 'receive', reason: 'x' }], ['a supplement without its items', { action: 'request-supplement', reason: 'x' }],
  ['an item without a reason', { action: 'request-supplement', reason: 'x', fields: [{ pointer: '/applicant/note' }] }], ['an item that is a text', { action: 'request-supplement', reason: 'x', fields: ['/applicant/note'] }],
  ['a day that is none', { action: 'request-supplement', reason: 'x', fields: [{ pointer: '/applicant/note', reason: 'x' }], until: '2027-02-30' }],
  ['a day that is none, with a time', { action: 'repromise', dueAt: '2027-02-30T17:00:00+07:00', reason: 'x', apology: 'x' }], ['a day and something', { action: 'request-supplement', reason: 'x', fields: [{ pointer: '/applicant/note', reason: 'x' }], until: '2027-02-28x' }], ['files that are no list', { action: 'finish', files: 'x' }],
  ['a reason of an item of 501 characters', { action: 'request-supplement', reason: 'x', fields: [{ pointer: '/applicant/note', reason: 'a'.repeat(501) }] }],
  ['a text of 3,000 characters', { action: 'refuse', reason: 'a'.repeat(3000) }], ['nothing to pay', { action: 'request-payment', amount: 0, reason: 'x' }],
])('%s is refused in words', async (_what, body) => {
  const { code } = await submitted()
  const refused = await act(code, body)
  expect(refused.status).toBe(422)
  expect(String(refused.body['detail']).length).toBeGreaterThan(20)
  expect((await ask('GET', `/dossiers/${code}`)).body['revision']).toBe(1)
})

test.each([['a type that nobody hands out', { fileName: 'x.exe', type: 'application/x-msdownload', bytes: 9 }, 415], ['21 MB', { fileName: 'x.pdf', type: 'application/pdf', bytes: 22_020_096 }, 413], ['nothing', { fileName: 'x.pdf', type: 'application/pdf', bytes: 0 }, 422], ['no checksum', { fileName: 'x.pdf', type: 'application/pdf', bytes: 9, sha256: 'x' }, 400]])('a result of %s is refused', async (_what, claim, status) => {
  const { code } = await submitted()
  await act(code, { action: 'receive' })
  expect((await ask('POST', `/dossiers/${code}/files`, { body: { sha256: `${'A'.repeat(43)}=`, ...claim } })).status).toBe(status)
})
