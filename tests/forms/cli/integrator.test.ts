import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLocalServer, type LocalServer } from '../../local-server.ts'
import { dvc, jsonOf, ROOT, type Ran } from './run-dvc.ts'

const made = (ran: Ran): { readonly key: { readonly id: string }; readonly text: string } => jsonOf(ran) as never

describe('dvc integrator, called wrongly', () => {
  it.each([[['integrator'], 2, 'missing'], [['integrator', 'make', 'a'], 2, 'revoke, webhooks or stop'], [['integrator', 'key'], 2, 'id is missing'], [['integrator', 'list'], 3, 'npm start']] as const)('%j says what to do', async (args, code, words) => {
    expect(await dvc([...args, '--lang', 'en'])).toMatchObject({ code, err: expect.stringContaining(words) })
  })
})

describe('dvc integrator --stack', () => {
  it('asks the operator\'s job of that stack, and leaves no key behind on this machine', async () => {
    const bin = await mkdtemp(join(tmpdir(), 'dvc-aws-'))
    const answer = JSON.stringify({ kind: 'key', key: { id: 'K7M2QPAB', scopes: ['read'] }, text: 'dvc_a.K7M2QPAB.secret' })
    await writeFile(join(bin, 'aws'), `#!/bin/sh\ncase "$1" in cloudformation) echo '[{"OutputKey":"AdministerFunction","OutputValue":"the-job"}]';; lambda) for last; do :; done; echo '${answer}' > "$last"; echo '{"StatusCode":200}';; esac\n`)
    await chmod(join(bin, 'aws'), 0o755)
    const ran = await dvc(['integrator', 'key', 'a', '--scopes', 'read', '--stack', 'x', '--lang', 'en'], { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } })
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('shown this once') })
    expect(ran.out).toContain('dvc_a.K7M2QPAB.secret')
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('dvc-administer-'))).toEqual([])
    await rm(bin, { recursive: true })
  })
})

describe('dvc integrator, with the portal of this machine', () => {
  let server: LocalServer
  beforeAll(async () => { server = await startLocalServer() }, 400_000)
  afterAll(() => server.remove())
  const run = (...args: readonly string[]) => dvc(['integrator', ...args, '--lang', 'en'], { env: { DVC_DATA: server.dataFolder } })
  const self = async (key: string): Promise<number> => (await fetch(`${server.origin}/api/v1/office/self`, { headers: { authorization: `Bearer ${key}` } })).status

  it('registers, makes a key that opens the API, rotates and revokes it; nothing of a key stays in the inbox', async () => {
    expect(await run('set', 'phuong-a', '--name', 'Phường A', '--agencies', 'H26')).toMatchObject({ code: 0, out: expect.stringContaining('phuong-a: Phường A') })
    const { key, text } = made(await run('key', 'phuong-a', '--scopes', 'read,handle', '--json'))
    expect(await self(text)).toBe(200)
    const rotated = made(await run('rotate', 'phuong-a', '--key', key.id, '--hours', '0', '--json'))
    expect([await self(text), await self(rotated.text)]).toEqual([401, 200])
    expect(await run('revoke', 'phuong-a', '--key', rotated.key.id)).toMatchObject({ code: 0 })
    expect(await self(rotated.text)).toBe(401)
    expect((await run('list')).out).toMatch(/phuong-a: Phường A · H26 · 600\/min\n( {4}\S{8} {2}read,handle {2}ends \S+\n?){2}/)
    expect(await readdir(join(server.dataFolder, 'inbox'))).toEqual([])
  })
  it('changes what is named and nothing else, and lists and ends webhooks', async () => {
    await run('set', 'phuong-d', '--name', 'Phường D', '--agencies', 'H26', '--procedures', '1.001193')
    expect((await run('set', 'phuong-d', '--per-minute', '1200')).out).toContain('phuong-d: Phường D · H26 · 1.001193 · 1200/min')
    expect((await run('set', 'phuong-d', '--origins', 'https://phuong-d.example')).out).toContain('https://phuong-d.example')
    await expect.poll(async () => (await fetch(`${server.origin}/api/v1/procedures`, { headers: { origin: 'https://phuong-d.example' } })).headers.get('access-control-allow-origin'), { timeout: 40_000, interval: 1000 }).toBe('https://phuong-d.example')
    expect((await run('set', 'phuong-d', '--origins', 'none')).out).not.toContain('https://phuong-d.example')
    expect(await run('set', 'phuong-d', '--procedures', ',')).toMatchObject({ code: 1, err: expect.stringContaining('procedures') })
    expect((await run('set', 'phuong-d', '--procedures', 'all')).out).toMatch(/Phường D · H26 · 1200\/min/)
    const { text } = made(await run('key', 'phuong-d', '--scopes', 'webhooks', '--json'))
    expect((await run('webhooks', 'phuong-d')).out).toContain('no webhook')
    await fetch(`${server.origin}/api/v1/office/webhooks`, { method: 'POST', headers: { authorization: `Bearer ${text}`, 'content-type': 'application/json' }, body: '{"url":"http://127.0.0.1:9/"}' })
    expect((await run('webhooks', 'phuong-d')).out).toMatch(/^\S{10} {2}http:\/\/127\.0\.0\.1:9\/ {2}made with \S{8}\n?$/)
    expect((await run('stop', 'phuong-d')).out).toMatch(/^Ended:\n {4}\S{8} {2}webhooks {2}ends .*\n {4}\S{10} {2}http/)
    expect([await self(text), (await run('webhooks', 'phuong-d')).out]).toEqual([401, expect.stringContaining('no webhook')])
  })
  it('tells what the portal refuses, and what it should be', async () => {
    expect(await run('set', 'phuong-b', '--agencies', 'nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('agencies') })
    expect(await run('key', 'nobody', '--scopes', 'read')).toMatchObject({ code: 1, err: expect.stringContaining('dvc integrator list') })
  })
  it('has a dossier posted to this machine at once, signed, and its answers fetched; the citizen sees what was done with it', async () => {
    const heard: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
    const receiver = createServer((incoming, outgoing) => { void text(incoming).then((body) => { heard.push({ headers: incoming.headers, body }); outgoing.writeHead(204).end() }) })
    await new Promise<void>((done) => { receiver.listen(0, '127.0.0.1', done) })
    const { valid: [example] } = JSON.parse(await readFile(join(ROOT, 'forms/procedures/1.000894/examples.json'), 'utf8')) as { valid: { answers: { filing: { receivingCommune: { province: string; commune: string } } } }[] }
    const { province, commune } = example?.answers.filing.receivingCommune ?? { province: '', commune: '' }
    await run('set', 'phuong-c', '--name', 'Phường C', '--agencies', `${province}/${commune}`)
    const { text: key } = made(await run('key', 'phuong-c', '--scopes', 'read,answers,handle,webhooks', '--json'))
    const ask = async (method: string, path: string, body?: unknown, headers = {}): Promise<Record<string, never>> =>
      (await fetch(`${server.origin}/api/v1${path}`, { method, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })).json()
    const { secret } = await ask('POST', '/office/webhooks', { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook` })
    const receipt = await ask('POST', '/procedures/1.000894/dossiers', { answers: example?.answers }, { 'idempotency-key': 'webhook-try-1' })
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0)
    const { headers, body } = heard[0] ?? { headers: {}, body: '' }
    expect(new Webhook(String(secret)).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body))
    const { code } = (JSON.parse(body) as { data: { event: { data: { code: string } } } }).data.event.data
    expect(code).toBe(receipt['code'])
    expect(await ask('GET', `/office/dossiers/${code}/answers`)).toMatchObject({ code, answers: expect.objectContaining({ filing: expect.any(Object) }) })
    expect(await ask('POST', `/office/dossiers/${code}/actions`, { action: 'receive' }, { 'if-match': '*' })).toMatchObject({ event: { type: 'dossier.receive' } })
    expect(await ask('GET', `/dossiers/${code}`, undefined, { authorization: '', 'x-tracking-key': String(receipt['trackingKey']) })).toMatchObject({ status: 'received', national: 2 })
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(1)
    receiver.close()
  })
})
