import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEEN_WITHIN_MS } from '../../../functions/core/sandbox-clock.ts'
import { startLocalServer, type LocalServer } from '../../local-server.ts'
import { dvc, jsonOf, ROOT } from './run-dvc.ts'

describe('dvc sandbox, called wrongly', () => {
  it.each([
    [['sandbox'], 2, 'missing', 'Thiếu đối số'], [['sandbox', 'stop'], 2, 'use clock or reset', 'dùng clock hoặc reset'], [['sandbox', 'reset'], 2, 'add --yes', 'thêm --yes'], [['sandbox', 'reset', '--all'], 2, 'add --yes', 'thêm --yes'],
    [['sandbox', 'clock', '--to', '2026-12-24', '--by', '3d'], 2, 'one of --to, --by and --reset', 'một trong --to, --by, --reset'], [['sandbox', 'clock', '--to='], 2, 'needs a value', 'cần một giá trị'], [['sandbox', 'clock'], 3, 'npm start', 'npm start'],
  ] as const)('%j says what to do, in both languages', async (args, code, en, vi) => {
    expect(await dvc([...args, '--lang', 'en'])).toMatchObject({ code, err: expect.stringContaining(en) })
    expect(await dvc([...args, '--lang', 'vi'])).toMatchObject({ code, err: expect.stringContaining(vi) })
  })
})

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly at: number }

/** Fails until it is told otherwise. */
const openReceiver = async () => {
  const heard: Heard[] = []
  const answer = { status: 500 }
  const server = createServer((incoming, outgoing) => { void text(incoming).then((body) => { heard.push({ headers: incoming.headers, body, at: Date.now() }); outgoing.writeHead(answer.status).end() }) })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return { heard, answer, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => { server.close(); server.closeAllConnections() } }
}

const exampleOf = async (code: string): Promise<Record<string, { receivingCommune?: { province: string; commune: string } }>> => {
  const { valid: [first] } = JSON.parse(await readFile(join(ROOT, `forms/procedures/${code}/examples.json`), 'utf8')) as { valid: { answers: never }[] }
  return first?.answers ?? {}
}

describe('dvc sandbox, with the portal of this machine', () => {
  let server: LocalServer
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  let keys: { readonly lasting: string; readonly short: string }
  let receipt: Record<string, string>
  beforeAll(async () => {
    [server, receiver] = [await startLocalServer(), await openReceiver()]
  }, 400_000)
  afterAll(async () => { receiver.close(); await server.remove() })

  const run = (...args: readonly string[]) => dvc([...args, '--lang', 'en'], { env: { DVC_DATA: server.dataFolder } })
  const clock = async (...args: readonly string[]): Promise<{ readonly now: string; readonly aheadMs: number }> => jsonOf(await run('sandbox', 'clock', ...args, '--json')) as never
  const api = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly mark: string | null; readonly body: Record<string, never> }> => {
    const answer = await fetch(`${server.origin}/api/v1${path}`, { method, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: answer.status, mark: answer.headers.get('dvc-sandbox'), body: await answer.json() as never }
  }
  const office = (key: string, method: string, path: string, body?: unknown) => api(method, `/office${path}`, body, { authorization: `Bearer ${key}` })
  const page = async (path: string): Promise<string> => (await fetch(`${server.origin}${path}`)).text()
  const tracked = (): Promise<string> => page(`/tra-cuu?ma=${receipt['code']}&khoa=${receipt['trackingKey']}`)
  const makeKey = async (...args: readonly string[]): Promise<string> => String(jsonOf(await run('integrator', 'key', 'phuong', '--json', ...args))['text'])

  it('begins at the real time: a dossier is submitted, its webhook fails', async () => {
    expect(await clock()).toMatchObject({ aheadMs: 0 })
    const answers = await exampleOf('1.000894')
    const { province, commune } = answers['filing']?.receivingCommune ?? { province: '', commune: '' }
    await run('integrator', 'set', 'phuong', '--agencies', `${province}/${commune}`)
    keys = { lasting: await makeKey('--scopes', 'read,webhooks'), short: await makeKey('--scopes', 'read', '--days', '1') }
    await office(keys.lasting, 'POST', '/webhooks', { url: receiver.url })
    const made = await api('POST', '/procedures/1.000894/dossiers', { answers }, { 'idempotency-key': 'sandbox-story' })
    expect(made).toMatchObject({ status: 201, mark: 'clock=real' })
    receipt = made.body
    await expect.poll(() => receiver.heard.length, { timeout: 20_000 }).toBe(1)
    expect(await tracked()).not.toMatch(/Quá hạn|Đồng hồ đang ở/)
    expect((await office(keys.short, 'GET', '/self')).status).toBe(200)
  }, 60_000)

  it('moved on, repeats the webhook that was due in between: the same bytes, signed at the real time', async () => {
    receiver.answer.status = 204
    expect(await run('sandbox', 'clock', '--by', '1h')).toMatchObject({ code: 0, out: expect.stringContaining('within a minute') })
    await expect.poll(() => receiver.heard.length, { timeout: 90_000 }).toBe(2)
    const [first, second] = receiver.heard
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body])
    expect(Math.abs(Number(second?.headers['webhook-timestamp']) - (second?.at ?? 0) / 1000)).toBeLessThan(10)
  }, 120_000)

  it('past the due date, shows the dossier as overdue, ends keys, and marks pages and answers with its time', async () => {
    const due = new Date(Date.parse(receipt['dueAt'] ?? '') + 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 16)
    const { now } = await clock('--to', due)
    expect(now).toBe(`${due}:00+07:00`)
    await expect.poll(tracked, { timeout: 10_000 }).toContain('Quá hạn')
    const shown = `${due.slice(8, 10)}/${due.slice(5, 7)}/${due.slice(0, 4)}`
    for (const path of ['/', '/en', '/tra-cuu', '/thu-tuc/1.000894', '/thu-tuc/1.000894/nop', '/nhung/1.000894', '/khong-co-trang-nay']) await expect.poll(() => page(path), { timeout: 10_000 }).toMatch(new RegExp(`class="sandbox".*${due.slice(11, 15)}\\d, ${shown}`))
    await expect.poll(async () => (await office(keys.short, 'GET', '/self')).status, { timeout: 10_000 }).toBe(401)
    expect(await office(keys.lasting, 'GET', '/self')).toMatchObject({ status: 200, mark: expect.stringContaining(`clock=${due.slice(0, 15)}`), body: { sandbox: { moved: true } } })
  }, 60_000)

  it('takes a file by the real time, which S3 goes by, and has it scanned', async () => {
    const [file, id, token] = [Buffer.from('%PDF-1.7\nsandbox story\n%%EOF'), randomUUID(), { 'x-draft-token': 'a-token-of-the-sandbox-test' }]
    expect((await api('PUT', `/drafts/${id}`, { procedure: '1.001776', answers: await exampleOf('1.001776') }, { ...token, 'if-none-match': '*' })).status).toBe(201)
    const claim = { component: 'can-cuoc', fileName: 'a.pdf', type: 'application/pdf', bytes: file.length, sha256: createHash('sha256').update(file).digest('base64') }
    const { body } = await api('POST', `/drafts/${id}/attachments`, claim, token)
    const { attachment, upload } = body as unknown as { attachment: { id: string }; upload: { url: string; fields: Record<string, string>; expiresAt: string } }
    expect(Math.abs(Date.parse(upload.expiresAt) - Date.now() - 600_000)).toBeLessThan(20_000)
    const form = new FormData()
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
    form.append('file', new Blob([file]))
    expect((await fetch(upload.url, { method: 'POST', body: form })).ok).toBe(true)
    await expect.poll(async () => (await api('POST', `/drafts/${id}/attachments/${attachment.id}/complete`, undefined, token)).body['attachment'], { timeout: 15_000 }).toMatchObject({ state: 'clean' })
  }, 60_000)

  it('refuses what is no time, or is past, and the clock stays', async () => {
    const { now } = await clock()
    for (const [args, words] of [[['--to', '2026-02-30'], "'to'"], [['--by', 'soon'], "'by'"], [['--to', '2020-01-01'], 'only moves forward'], [['--to', '2199-01-01'], "'to'"]] as const)
      expect(await run('sandbox', 'clock', ...args)).toMatchObject({ code: 1, err: expect.stringContaining(words) })
    expect((await clock()).now.slice(0, 15)).toBe(now.slice(0, 15))
  })

  const filesWith = async (words: string): Promise<number> => {
    const entries = await readdir(server.dataFolder, { recursive: true, withFileTypes: true })
    const found = await Promise.all(entries.filter((entry) => entry.isFile() && !/\.(log|ndjson)$/.test(entry.name)).map(async (entry) => (await readFile(join(entry.parentPath, entry.name))).includes(words)))
    return found.filter(Boolean).length
  }

  it('reset, has no dossier, draft, file or event; procedures, integrators, keys and webhooks are there, at the real time', async () => {
    expect(await filesWith('sandbox story\n')).toBe(1)
    expect(jsonOf(await run('sandbox', 'reset', '--yes', '--json'))).toMatchObject({ kind: 'sandbox-reset', removed: { dossiers: 2, files: 1 } })
    // Each instance of a function learns of it by itself; one that has not yet would date the next dossier, and what it rings, in the future.
    await setTimeout(SEEN_WITHIN_MS)
    expect((await office(keys.lasting, 'GET', '/self')).mark).toBe('clock=real')
    expect(await filesWith('sandbox story\n')).toBe(0)
    expect((await api('GET', `/dossiers/${receipt['code']}`)).status).toBe(404)
    expect((await office(keys.lasting, 'GET', '/events')).body['events']).toEqual([])
    expect((await office(keys.lasting, 'GET', '/webhooks')).body['webhooks']).toHaveLength(1)
    expect((await office(keys.short, 'GET', '/self')).status).toBe(200)
    expect(await page('/thu-tuc/1.000894')).toContain('Nộp trực tuyến')
    const again = await api('POST', '/procedures/1.000894/dossiers', { answers: await exampleOf('1.000894') }, { 'idempotency-key': 'sandbox-story' })
    expect(again).toMatchObject({ status: 201, mark: 'clock=real', body: { code: expect.stringMatching(/-0001$/) } })
    await expect.poll(() => receiver.heard.length, { timeout: 20_000 }).toBe(3)
  }, 90_000)

  it('reset with --all, has no integrator either; the clock alone put back says what is left in the future', async () => {
    await clock('--by', '2w')
    expect(await run('sandbox', 'clock', '--reset')).toMatchObject({ code: 0, out: expect.stringContaining('keep their dates') })
    expect(await run('sandbox', 'reset', '--all', '--yes')).toMatchObject({ code: 0, out: expect.stringContaining('1 dossiers') })
    expect((await run('integrator', 'list')).out).toContain('no integrator yet')
    expect((await office(keys.lasting, 'GET', '/self')).status).toBe(401)
    expect(await run('sandbox', 'clock', '--by', '300w')).toMatchObject({ out: expect.stringMatching(/until the end of \d{4} only/) })
  }, 30_000)
})
