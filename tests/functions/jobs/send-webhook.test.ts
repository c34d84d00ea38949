import { createServer, type Server } from 'node:http'
import { createServer as createRawServer, type AddressInfo } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../functions/core/public-address.ts'
import { makeSender } from '../../../functions/jobs/send-webhook.ts'

let server: Server
let port: number
let reached: string[]
/** Ten gigabytes and more: as fast as they are taken, until nobody takes them. */
let streamed: { bytes: number; readonly ended: Promise<void>; readonly done: () => void }
const newStream = (): typeof streamed => { const { promise, resolve } = Promise.withResolvers<void>(); return { bytes: 0, ended: promise, done: resolve } }
function* endless(): Generator<Buffer> {
  for (const part = Buffer.alloc(65_536, 'x'); ; streamed.bytes += part.length) yield part
}

/** What no HTTP server would do: bytes by hand, each time that the socket has taken the last. */
type Raw = { readonly head: string; readonly next: (count: number) => string; readonly pause?: number }
const listenRaw = async ({ head, next, pause = 0 }: Raw): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const raw = createRawServer((socket) => {
    socket.on('error', () => undefined).resume().write(head)
    const more = (count: number): void => { if (!socket.destroyed) socket.write(next(count), () => setTimeout(more, pause, count + 1)) }
    more(0)
  })
  await new Promise<void>((done) => { raw.listen(0, '127.0.0.1', done) })
  return { url: `http://127.0.0.1:${(raw.address() as AddressInfo).port}/`, stop: () => raw.close() }
}

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    reached.push(`${incoming.method} ${incoming.url} ${incoming.headers['webhook-id']}`)
    if (incoming.url === '/hang') return
    if (incoming.url === '/upgrade') return void incoming.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n')
    if (incoming.url === '/early') return void outgoing.writeEarlyHints({ link: '</x>; rel=preload' })
    if (incoming.url === '/cut') return void incoming.socket.destroy()
    if (incoming.url === '/away') return void outgoing.writeHead(302, { location: '/elsewhere' }).end()
    if (incoming.url === '/endless') return void pipeline(Readable.from(endless()), outgoing.writeHead(200), () => streamed.done())
    incoming.resume().on('end', () => outgoing.writeHead(204).end())
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  port = (server.address() as AddressInfo).port
})
beforeEach(() => { reached = []; streamed = newStream() })
afterAll(() => { server.closeAllConnections(); server.close() })

const post = (url: string) => ({ url, headers: { 'webhook-id': 'm1' }, body: '{}' })
const own = makeSender({ loopback: true, timeout: 300 })
const patient = makeSender({ loopback: true })

describe('on a developer\'s own machine', () => {
  it('posts, and the status line is the answer', async () => {
    expect(await own(post(`http://127.0.0.1:${port}/ok`))).toEqual({ status: 204 })
    expect(await own(post(`http://localhost:${port}/ok`))).toEqual({ status: 204 })
    expect(reached).toEqual(['POST /ok m1', 'POST /ok m1'])
  })
  it('does not follow a redirect', async () => {
    expect(await own(post(`http://127.0.0.1:${port}/away`))).toEqual({ status: 302 })
    expect(reached).toEqual(['POST /away m1'])
  })
  it('gives up on a target that hangs', async () => {
    expect(await own(post(`http://127.0.0.1:${port}/hang`))).toEqual({ error: 'timeout' })
  })
  it('hangs up on a target that answers without end: 10 GB are not read', async () => {
    expect(await patient(post(`http://127.0.0.1:${port}/endless`))).toEqual({ status: 200 })
    await streamed.ended
    // What both ends' buffers take, and not more.
    expect(streamed.bytes).toBeLessThan(50_000_000)
  })
  it.each<[string, Raw, string]>([
    ['headers without end', { head: 'HTTP/1.1 200 OK\r\n', next: (count) => `x-${count}: ${'x'.repeat(1000)}\r\n` }, 'HPE_HEADER_OVERFLOW'],
    ['one header without end', { head: 'HTTP/1.1 200 OK\r\nx: ', next: () => 'x'.repeat(1000) }, 'HPE_HEADER_OVERFLOW'],
    ['answers before the answer without end', { head: '', next: () => 'HTTP/1.1 103 Early Hints\r\n\r\n' }, 'timeout'],
    ['a status line that comes letter by letter', { head: 'HTTP/1.1 200 ', next: () => 'O', pause: 20 }, 'timeout'],
  ])('hangs up on %s', async (_what, raw, error) => {
    const target = await listenRaw(raw)
    expect(await (error === 'timeout' ? own : patient)(post(target.url))).toEqual({ error })
    target.stop()
  })
  it.each([['101 Switching Protocols', '/upgrade', { status: 101 }], ['an interim answer and nothing more', '/early', { error: 'timeout' }], ['a connection that is cut', '/cut', { error: 'ECONNRESET' }]])('has an answer for %s', async (_what, path, answer) => {
    expect(await Promise.race([own(post(`http://127.0.0.1:${port}${path}`)), pause(2_000, 'never settled')])).toEqual(answer)
  })
  it('says that nobody listens, and that a name is not known', async () => {
    expect(await own(post('http://127.0.0.1:9/'))).toEqual({ error: 'ECONNREFUSED' })
    expect(await makeSender({ loopback: true, resolve: async () => { throw new Error('no') } })(post('https://nobody.example/'))).toEqual({ error: 'name not found' })
  })
  it('a look-up that hangs is bounded as well', async () => {
    expect(await makeSender({ loopback: true, timeout: 50, resolve: () => new Promise(() => undefined) })(post('https://slow.example/'))).toEqual({ error: 'timeout' })
  })
})

describe('in the cloud', () => {
  const REFUSED = { error: 'address not allowed' }
  const send = (url: string, addresses: readonly string[] = []) => makeSender({ loopback: false, timeout: 300, resolve: async () => addresses })(post(url))
  it.each(['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '10.0.0.1', '[fd00::1]', '[fe80::1]', '0.0.0.0', '[64:ff9b::7f00:1]'])('does not post to https://%s', async (host) => {
    expect(await send(`https://${host}:${port}/`)).toEqual(REFUSED)
    expect(reached).toEqual([])
  })
  it('does not post to a name that leads to a private address, nor where one of several does', async () => {
    expect(await send('https://inside.example/', ['192.168.1.1'])).toEqual(REFUSED)
    expect(await send('https://both.example/', ['93.184.216.34', '127.0.0.1'])).toEqual(REFUSED)
    expect(await send('https://none.example/', [])).toEqual(REFUSED)
  })
  it('does not post without TLS, wherever', async () => {
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual(REFUSED)
    expect(await send('http://open.example/', ['93.184.216.34'])).toEqual(REFUSED)
  })
  it('connects to the address that was checked: the name is looked up once, whatever it says afterwards', async () => {
    let asked = 0
    const answer = await makeSender({ loopback: true, timeout: 300, resolve: async () => { asked += 1; return asked === 1 ? ['127.0.0.1'] : ['127.0.0.9'] } })(post(`http://rebinding.example:${port}/ok`))
    expect({ answer, asked, reached }).toEqual({ answer: { status: 204 }, asked: 1, reached: ['POST /ok m1'] })
  })
})

describe('public addresses', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1', '2a00:1450::1'])('%s is one', (address) => { expect(isPublicAddress(address)).toBe(true) })
  it.each(['172.16.0.1', '172.31.255.255', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '2001::1', '2002:7f00:1::', '2001:db8::1', '::', 'fc00::1', 'ff02::1', 'name', ''])('%s is none', (address) => { expect(isPublicAddress(address)).toBe(false) })
})
