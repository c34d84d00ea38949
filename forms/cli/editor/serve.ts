import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EXIT, Problem } from '../command.ts'
import type { Asked, Reply, Room } from './acts.ts'
import { answer } from './answer.ts'
import { bare } from './frame.ts'
import { EDITOR_STYLE } from './style.ts'
import { WORDS } from './words.ts'

const HOST = '127.0.0.1'
const MOST_BYTES = 1_000_000

/** Without a referrer browsers post from 'null', which is no origin of ours. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
}

/** A browser's own viewer of PDF needs what the policy for pages forbids. */
const { 'content-security-policy': _ofPages, ...FILE_HEADERS } = HEADERS

/** Another site may send a browser here, under this address or under a name of its own that leads here: neither is answered. */
const isOwn = ({ headers, method }: IncomingMessage, port: number): boolean => {
  const own = [`${HOST}:${port}`, `localhost:${port}`]
  const site = headers['sec-fetch-site']
  if (!own.includes(headers.host ?? '')) return false
  if (method === 'GET') return true
  return (headers.origin === undefined || own.some((host) => headers.origin === `http://${host}`)) && (site === undefined || site === 'same-origin' || site === 'none')
}

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(chunks).toString('utf8')
}

const send = (response: ServerResponse, reply: Reply): void => {
  if ('to' in reply) response.writeHead(303, { ...HEADERS, location: reply.to }).end()
  else if ('file' in reply) response.writeHead(reply.status, { ...FILE_HEADERS, 'content-type': reply.type }).end(reply.file)
  else response.writeHead(reply.status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(reply.page)
}

const askedBy = (request: IncomingMessage, body: string): Asked => {
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`)
  return { method: request.method === 'POST' ? 'POST' : 'GET', path: pathname, query: searchParams, body: new URLSearchParams(body) }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const handlerFor = (room: Room, portOf: () => number): Handler => async (request, response) => {
  if (!isOwn(request, portOf())) return void response.writeHead(403, HEADERS).end()
  if (request.url === '/style.css') return void response.writeHead(200, { ...HEADERS, 'content-type': 'text/css; charset=utf-8' }).end(EDITOR_STYLE)
  if (request.method !== 'GET' && request.method !== 'POST') return void response.writeHead(405, { ...HEADERS, allow: 'GET, POST' }).end()
  const body = request.method === 'POST' ? await readBody(request) : ''
  if (body === undefined) return void response.writeHead(413, HEADERS).end()
  send(response, await answer(room, askedBy(request, body)))
}

/** One request after another: each reads the folder, changes it and writes it. */
const inTurn = (handle: Handler): Handler => {
  let last: Promise<void> = Promise.resolve()
  return (request, response) => { last = last.then(() => handle(request, response), () => handle(request, response)); return last }
}

const busy = (port: number): Problem => new Problem(EXIT.environment, {
  vi: `Không mở được cổng mạng ${port}: chương trình khác đang dùng. Chọn số khác bằng --port.`, en: `Port ${port} cannot be opened: another program has it. Choose another with --port.`,
})

const listen = (server: Server, port: number): Promise<number> => new Promise((resolve, reject) => {
  server.once('error', () => reject(busy(port)))
  server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port))
})

const closedBySignal = (server: Server): Promise<void> => new Promise((resolve) => {
  const stop = (): void => { server.close(() => resolve()); server.closeAllConnections() }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
})

/** The editor's pages on this machine alone, until Ctrl+C. `port` 0: any that is free. */
export const serveEditor = async (room: Room, port: number): Promise<{ readonly url: string; readonly until: Promise<void> }> => {
  let own = port
  const handle = inTurn(handlerFor(room, () => own))
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => { send(response, { status: 500, page: bare(room.lang, WORDS.fault[room.lang], error instanceof Error ? (error.stack ?? error.message) : String(error)) }) })
  })
  own = await listen(server, port)
  return { url: `http://localhost:${own}`, until: closedBySignal(server) }
}
