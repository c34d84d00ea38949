import { createHash, randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../../../functions/core/ports.ts'
import { publishProcedure } from '../../../functions/core/publish-procedure.ts'
import { refreshIndex } from '../../../functions/core/refresh-index.ts'
import { openApiDocument } from '../../../functions/api/openapi.ts'
import { startPortal, type Portal } from '../portal.ts'
import { listedSource, ONLINE, onlineSource, POSTED } from '../sample-procedure.ts'
import { openClient } from './calls.ts'

let portal: Portal
let call: ReturnType<typeof openClient>
beforeAll(async () => { portal = await startPortal(); call = openClient(portal.api) })
afterAll(async () => { await portal.stop() })

const ANSWERS = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }
const at = (path: string): string => `/api/v1${path}`
const DOSSIERS = at(`/procedures/${ONLINE}/dossiers`)
const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() })

describe('the catalogue', () => {
  test('is searched and filtered, and paged with a cursor that ends', async () => {
    expect((await call('GET', at('/procedures'), { query: 'q=dang+ky' })).body).toMatchObject({ total: 1, procedures: [{ code: ONLINE, online: true, version: 1 }] })
    expect((await call('GET', at('/procedures'), { query: 'level=toan-trinh' })).body).toMatchObject({ procedures: [{ code: ONLINE }] })
    const first = await call('GET', at('/procedures'), { query: 'limit=1' })
    const second = await call('GET', at('/procedures'), { query: `limit=1&cursor=${String(first.body['cursor'])}` })
    const codes = [first, second].flatMap(({ body }) => (body['procedures'] as { code: string }[]).map(({ code }) => code))
    expect(codes.sort()).toEqual([ONLINE, POSTED])
    expect(second.body).not.toHaveProperty('cursor')
  })

  test('walks through many by cursor, each once, and tells a listed procedure as its schema says', async () => {
    const codes = Array.from({ length: 45 }, (_none, n) => `8.${String(n).padStart(6, '0')}`)
    for (const code of codes) await publishProcedure(listedSource(code), portal.deps)
    await refreshIndex(portal.deps)
    const seen: string[] = []
    let cursor: unknown = ''
    do {
      const { body } = await call('GET', at('/procedures'), { query: `level=muc-2&limit=20${cursor === '' ? '' : `&cursor=${String(cursor)}`}` })
      seen.push(...(body['procedures'] as { code: string }[]).map(({ code }) => code))
      cursor = body['cursor']
    } while (cursor !== undefined)
    expect(seen.filter((code) => code.startsWith('8'))).toEqual(codes)
    const { body } = await call('GET', at('/procedures/8.000007'))
    const ajv = addFormats.default(new Ajv2020({ strict: false }))
    ajv.addSchema(openApiDocument(), 'api')
    const isAsTold = ajv.compile({ $ref: 'api#/components/schemas/Procedure' })
    expect([isAsTold(body), isAsTold.errors]).toEqual([true, null])
    expect(body).toMatchObject({ listedBy: 'list', online: false })
    expect(body).not.toHaveProperty('sources')
  })

  test('a parameter that is not taken is refused by name, and those that are taken are told', async () => {
    const vi = await call('GET', at('/procedures'), { query: 'lvel=toan-trinh' })
    expect(vi).toMatchObject({ status: 400, body: { code: 'unknown-parameter', detail: 'Lời gọi này không nhận tham số “lvel”. Các tham số được nhận: q, level, agency, field, limit, cursor.' } })
    expect((await call('GET', at('/procedures'), { query: 'lvel=toan-trinh', headers: { 'accept-language': 'en' } })).body['detail']).toContain("'lvel'")
  })

  test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense'])('%s is refused', async (query) => {
    expect(await call('GET', at('/procedures'), { query })).toMatchObject({ status: 400, body: { code: 'bad-request', requestId: 'request-1' } })
  })

  test('a procedure comes with its rules, without the author\'s notes; its schema is JSON Schema', async () => {
    expect((await call('GET', at(`/procedures/${ONLINE}`))).body).toMatchObject({ code: ONLINE, online: true, channels: [{ channel: 'online' }] })
    const schema = await call('GET', at(`/procedures/${ONLINE}/schema`))
    expect(schema).toMatchObject({ headers: { 'content-type': 'application/schema+json' }, body: { type: 'object', properties: { applicant: {} } } })
    expect(await call('GET', at(`/procedures/${POSTED}/schema`))).toMatchObject({ status: 409, body: { code: 'not-online' } })
    expect(await call('GET', at('/procedures/0.000000'))).toMatchObject({ status: 404, body: { code: 'procedure-not-found' } })
  })

  test.each(['/procedures', `/procedures/${ONLINE}`, `/procedures/${ONLINE}/schema`, '/openapi.json'])('%s is not sent again to who holds it', async (path) => {
    const { headers } = await call('GET', at(path))
    expect(await call('GET', at(path), { headers: { 'if-none-match': headers['etag'] ?? '' } })).toMatchObject({ status: 304, body: {} })
  })
})

describe('validate', () => {
  const validate = (body: unknown, headers = {}) => call('POST', at(`/procedures/${ONLINE}/validate`), { body, headers })

  test('says what is wrong in the asked language, and which papers the answers ask for', async () => {
    expect((await validate({ answers: ANSWERS })).body).toEqual({ valid: true, issues: [], papers: [] })
    const wrong = { answers: { applicant: { hasHelper: true }, pledge: { true: true } } }
    const vi = await validate(wrong)
    const en = await validate(wrong, { 'accept-language': 'en' })
    expect(vi.body).toMatchObject({ valid: false, papers: [{ component: 'uy-quyen', required: true }] })
    expect(vi.body.issues?.map(({ pointer }) => pointer).sort()).toEqual(['/applicant/fullName', '/applicant/helperName'])
    expect(vi.body.issues?.[0]?.message).toMatch(/[ạ-ỹ]/i)
    expect(en.body.issues?.[0]?.message).toMatch(/^[\x20-\x7e]+$/)
  })

  test.each([
    ['no answers', {}, 400, 'bad-request'], ['a list of answers', { answers: [] }, 400, 'bad-request'], ['broken JSON', '{"answers":', 400, 'bad-json'],
    ['a prototype', '{"answers":{"__proto__":{}}}', 400, 'bad-json'],
  ])('%s is refused', async (_what, body, status, code) => {
    expect(await validate(body)).toMatchObject({ status, headers: { 'content-type': 'application/problem+json; charset=utf-8' }, body: { code, status } })
  })

  test('another type of content is refused', async () => {
    expect(await validate('answers=1', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  })
})

describe('a dossier in one call', () => {
  test('is made once for its key: the same body gives the same receipt, another body is refused', async () => {
    const headers = key()
    const created = await call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers })
    expect(created).toMatchObject({ status: 201, body: { status: 'submitted', procedure: { code: ONLINE, version: 1 } }, headers: { location: expect.stringMatching(/^\/api\/v1\/dossiers\/H26-/) } })
    expect(await call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers })).toMatchObject({ status: 200, body: created.body })
    const other = { answers: { ...ANSWERS, applicant: { ...ANSWERS.applicant, fullName: 'Lê Văn Ba' } } }
    expect(await call('POST', DOSSIERS, { body: other, headers })).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } })
  })

  test('retries that overtake each other meet in one dossier', async () => {
    const headers = key()
    const all = await Promise.all(Array.from({ length: 6 }, () => call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers })))
    expect(new Set(all.map(({ body }) => body.code)).size).toBe(1)
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('is refused without a key, and with every issue when it is not valid', async () => {
    expect(await call('POST', DOSSIERS, { body: { answers: ANSWERS } })).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } })
    expect(await call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers: { 'idempotency-key': 'short' } })).toMatchObject({ status: 422, body: { code: 'value-wrong', detail: expect.stringContaining('Idempotency-Key') } })
    const invalid = await call('POST', DOSSIERS, { body: { answers: { applicant: { hasHelper: false } } }, headers: key() })
    expect(invalid).toMatchObject({ status: 422, body: { code: 'dossier-invalid' } })
    expect(invalid.body.issues?.map(({ pointer }) => pointer)).toContain('/applicant/fullName')
  })

  test('is tracked by its code; without the key the degree of completion alone, with it the rest, never the answers', async () => {
    const { body } = await call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers: key() })
    const path = at(`/dossiers/${String(body.code)}`)
    expect((await call('GET', path)).body).toEqual({ code: body.code, percent: 10 })
    for (const headers of [{ 'x-tracking-key': String(body['trackingKey']) }, { authorization: `Bearer ${String(body['trackingKey'])}` }]) {
      const full = await call('GET', path, { headers })
      expect(full.body).toMatchObject({ status: 'submitted', dueAt: body['dueAt'], timeline: [{ type: 'dossier.submitted' }] })
      expect(JSON.stringify(full.body)).not.toContain('Ánh')
    }
    expect(await call('GET', path, { headers: { 'x-tracking-key': 'AAAAAAAA' } })).toMatchObject({ status: 403, body: { code: 'tracking-wrong' } })
    expect(await call('GET', at('/dossiers/H26-260101-9999'))).toMatchObject({ status: 404, body: { code: 'dossier-not-found' } })
  })
})

test('a dossier that has not changed is not told again', async () => {
  const { body } = await call('POST', DOSSIERS, { body: { answers: ANSWERS }, headers: key() })
  const [path, tracking] = [at(`/dossiers/${String(body.code)}`), { 'x-tracking-key': String(body['trackingKey']) }]
  const [full, brief] = [await call('GET', path, { headers: tracking }), await call('GET', path)]
  expect(await call('GET', path, { headers: { ...tracking, 'if-none-match': full.headers['etag'] ?? '' } })).toMatchObject({ status: 304, body: {} })
  // What is held without the key says nothing of what the key opens.
  expect((await call('GET', path, { headers: { ...tracking, 'if-none-match': brief.headers['etag'] ?? '' } })).status).toBe(200)
})

describe('a draft by its client', () => {
  const PDF = new TextEncoder().encode('%PDF-1.7 by the API')
  const helped = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: true, helperName: 'Trần Văn Bình' }, pledge: { true: true } }
  const mint = () => {
    const id = randomUUID()
    return { id, path: at(`/drafts/${id}`), token: { 'x-draft-token': `token-${randomUUID()}` } }
  }
  const create = ({ path, token }: ReturnType<typeof mint>, answers: object = ANSWERS) =>
    call('PUT', path, { body: { procedure: ONLINE, answers }, headers: { ...token, 'if-none-match': '*' } })

  test('is created once, then written against its revision', async () => {
    const draft = mint()
    const created = await create(draft, { applicant: { fullName: '  Nguyễn   Thị Ánh '.normalize('NFD') } })
    expect(created).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { revision: 1, status: 'draft', answers: { applicant: { fullName: 'Nguyễn Thị Ánh' } } } })
    expect(await create(draft)).toMatchObject({ status: 412 })
    const put = (ifMatch: string | undefined, headers: Record<string, string> = draft.token) => call('PUT', draft.path, { body: { answers: ANSWERS }, headers: { ...headers, ...(ifMatch !== undefined && { 'if-match': ifMatch }) } })
    expect(await put(undefined)).toMatchObject({ status: 428, body: { code: 'precondition-required' } })
    expect(await put('"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(await put('"1"')).toMatchObject({ status: 412, body: { code: 'precondition-failed' } })
    expect(await put('nonsense')).toMatchObject({ status: 412 })
    expect(await put('"2"', { 'x-draft-token': 'somebody-else-entirely' })).toMatchObject({ status: 404, body: { code: 'draft-not-found' } })
  })

  test('an id or a token that could be guessed is refused', async () => {
    const { path, token } = mint()
    const body = { procedure: ONLINE, answers: ANSWERS }
    expect(await call('PUT', path, { body, headers: { 'x-draft-token': 'short', 'if-none-match': '*' } })).toMatchObject({ status: 400 })
    expect(await call('PUT', at('/drafts/my-draft'), { body, headers: { ...token, 'if-none-match': '*' } })).toMatchObject({ status: 400 })
  })

  test('takes a file straight to the store, is scanned, submitted once, and has one receipt', async () => {
    const draft = mint()
    await create(draft, helped)
    const early = await call('POST', `${draft.path}/submit`, { headers: draft.token })
    expect(early).toMatchObject({ status: 422, body: { code: 'dossier-invalid' } })
    const claim = { component: 'uy-quyen', fileName: 'giấy.pdf', type: 'application/pdf', bytes: PDF.byteLength, sha256: createHash('sha256').update(PDF).digest('base64') }
    const ticket = await call('POST', `${draft.path}/attachments`, { body: claim, headers: draft.token })
    expect(ticket.status).toBe(201)
    const { attachment, upload } = ticket.body as unknown as { attachment: { id: string }; upload: { url: string; fields: Record<string, string> } }
    const complete = () => call('POST', `${draft.path}/attachments/${attachment.id}/complete`, { headers: draft.token })
    expect(await complete()).toMatchObject({ status: 409, body: { code: 'file-not-arrived' } })
    const form = new FormData()
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
    form.append('file', new File([PDF], 'giấy.pdf', { type: 'application/pdf' }))
    expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBeLessThan(300)
    expect(await complete()).toMatchObject({ status: 200, body: { attachment: { state: 'scanning' } } })
    await portal.scan('NO_THREATS_FOUND')
    expect(await complete()).toMatchObject({ status: 200, body: { attachment: { state: 'clean' } } })
    const submit = () => call('POST', `${draft.path}/submit`, { headers: draft.token })
    const [a, b] = await Promise.all([submit(), submit()])
    expect(a).toMatchObject({ status: 200, body: { status: 'submitted' } })
    expect(b?.body).toEqual(a?.body)
  })

  test.each([
    ['a paper that is not asked for', { component: 'khac' }, 404], ['a file of nothing', { bytes: 0 }, 422], ['a file over the limit', { bytes: 2_000_001 }, 413],
    ['a kind that is not taken', { type: 'image/gif', fileName: 'a.gif' }, 415], ['a checksum that is none', { sha256: 'x' }, 400], ['a size in words', { bytes: 'many' }, 400],
  ])('%s is refused', async (_what, wrong, status) => {
    const draft = mint()
    await create(draft, helped)
    const claim = { component: 'uy-quyen', fileName: 'a.pdf', type: 'application/pdf', bytes: 10, sha256: createHash('sha256').update('x').digest('base64'), ...wrong }
    expect(await call('POST', `${draft.path}/attachments`, { body: claim, headers: draft.token })).toMatchObject({ status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } })
  })

  test('keeps the version it was begun on when a newer one is published', async () => {
    const draft = mint()
    await create(draft)
    expect(await publishProcedure(onlineSource('Đăng ký thử nghiệm, bản mới'), portal.deps)).toMatchObject({ kind: 'published', version: 2 })
    expect(await call('POST', `${draft.path}/submit`, { headers: draft.token })).toMatchObject({ status: 200, body: { procedure: { code: ONLINE, version: 1 } } })
    expect((await call('GET', at(`/procedures/${ONLINE}`))).body).toMatchObject({ version: 2 })
  })
})

test('a store that is out of reach is a 503 that says when to come back', async () => {
  const away = async (): Promise<never> => { throw new Unavailable('away') }
  const broken = openClient(portal.over({ dossiers: { ...portal.deps.dossiers, find: away } }).api)
  expect(await broken('POST', DOSSIERS, { body: { answers: ANSWERS }, headers: key() })).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 'unavailable' } })
})

test('a bug is a 500 that says nothing of itself, and no answer reaches the log', async () => {
  const buggy = openClient(portal.over({ dossiers: { ...portal.deps.dossiers, find: async () => { throw new TypeError('Canaria-5823') } } }).api)
  const result = await buggy('POST', DOSSIERS, { body: { answers: { ...ANSWERS, applicant: { fullName: 'Canaria-5823' } } }, headers: key() })
  expect(result).toMatchObject({ status: 500, body: { code: 'internal', requestId: 'request-1' } })
  await call('POST', DOSSIERS, { body: '{"answers": Canaria-5823', headers: key() })
  expect(JSON.stringify(result.body) + portal.log()).not.toContain('Canaria')
})

test('an address that is none of the API is a 404 problem', async () => {
  const result = await call('GET', at('/nothing'))
  expect(result).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

describe('bad input gets a clear answer', () => {
  const validate = (body: string) => call('POST', at(`/procedures/${ONLINE}/validate`), { body })

  test.each([
    ['a number that the table cannot hold', '{"answers":{"applicant":{"fullName":1e308}}}', 'bad-json'],
    ['a number that no double says exactly', '{"answers":{"applicant":{"fullName":9007199254740993}}}', 'bad-json'],
    ['more values than any form has', `{"answers":{"members":{"list":[${'0,'.repeat(10_000)}0]}}}`, 'bad-json'],
    ['half of a surrogate pair', String.raw`{"answers":{"applicant":{"fullName":"\ud800"}}}`, 'bad-encoding'],
    ['what a gateway leaves of bytes that are not UTF-8', '{"answers":{"applicant":{"fullName":"Nguy\uFFFDn"}}}', 'bad-encoding'],
    ['a character that no page may hold', String.raw`{"answers":{"applicant":{"fullName":"a\u0000b"}}}`, 'bad-encoding'],
    ['a prototype under another spelling', String.raw`{"answers":{"\u005f_proto__":{"a":1}}}`, 'bad-json'],
  ])('%s', async (_what, body, code) => {
    expect(await validate(body)).toMatchObject({ status: 400, body: { code } })
  })

  test('a code that no procedure can have is not there', async () => {
    const put = { body: { procedure: 'x'.repeat(5000), answers: {} }, headers: { 'x-draft-token': 'a'.repeat(22), 'if-none-match': '*' } }
    expect(await call('PUT', at(`/drafts/${randomUUID()}`), put)).toMatchObject({ status: 404, body: { code: 'procedure-not-found' } })
  })

  test('attachments sent where no files are taken are refused, not dropped', async () => {
    const body = { answers: ANSWERS, attachments: ['some-id'] }
    const refused = await call('POST', at(`/procedures/${ONLINE}/dossiers`), { body, headers: { 'idempotency-key': 'with-attachments' } })
    expect(refused).toMatchObject({ status: 400, body: { code: 'unknown-field', detail: expect.stringContaining('attachments') } })
  })

  test('of a key that comes twice the last one counts, in the receipt as in its repetition', async () => {
    const twice = `{"answers":{},"answers":${JSON.stringify(ANSWERS)}}`
    const send = () => call('POST', at(`/procedures/${ONLINE}/dossiers`), { body: twice, headers: { 'idempotency-key': 'twice-the-same-key' } })
    const first = await send()
    expect(first.status).toBe(201)
    expect(await send()).toMatchObject({ status: 200, body: { code: first.body.code } })
  })

  test('answers of any shape are refused or taken, never a fault', async () => {
    const shapes = [null, 0, 'x', [], {}, [[]], [null], { a: 1 }, true]
    for (const shape of shapes) {
      for (const answers of [{ applicant: shape }, { members: { list: shape } }, { members: { list: [shape] } }, { applicant: { fullName: shape, hasHelper: shape } }, { pledge: shape }]) {
        const id = randomUUID()
        const token = { 'x-draft-token': `token-${id}` }
        const put = await call('PUT', at(`/drafts/${id}`), { body: { procedure: ONLINE, answers }, headers: { ...token, 'if-none-match': '*' } })
        expect(put.status).toBe(201)
        expect((await call('POST', at(`/drafts/${id}/submit`), { headers: token })).status).toBe(422)
      }
    }
  })
})
