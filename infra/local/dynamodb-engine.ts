import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Agent, createServer, request, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** A DynamoDB API in this process or behind it; `handle` answers one request whose body has been read. */
export type Engine = {
  readonly name: string
  readonly handle: (incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) => void
  readonly stop: () => Promise<void>
}

type Dynalite = (options: { readonly path: string; readonly createTableMs: number; readonly deleteTableMs: number; readonly updateTableMs: number }) => import('node:http').Server

const require = createRequire(import.meta.url)

/** The request again, with its body to be read once more. */
const replay = (incoming: IncomingMessage, body: Buffer): IncomingMessage => {
  const readable: unknown = Object.assign(Readable.from([body], { objectMode: false }), {
    method: incoming.method, url: incoming.url, headers: incoming.headers, httpVersion: incoming.httpVersion, socket: incoming.socket,
  })
  return readable as IncomingMessage
}

/** Pure JavaScript on LevelDB files. It has no transactions, streams or expiry: the design needs none. */
const startDynalite = (folder: string): Engine => {
  const path = join(folder, 'dynalite')
  mkdirSync(path, { recursive: true })
  const dynalite: Dynalite = require('dynalite')
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const [answer] = server.listeners('request') as RequestListener[]
  return {
    name: 'dynalite',
    handle: (incoming, body, outgoing) => { void answer?.(replay(incoming, body) as never, outgoing as never) },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

/** A port that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createSocketServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const listening = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await new Promise<boolean>((done) => request({ host: '127.0.0.1', port, method: 'GET' }, (answer) => { answer.resume(); done(true) }).on('error', () => done(false)).end())
    if (up) return
    await new Promise((wait) => setTimeout(wait, 25))
  }
  throw new Error('dynoxide does not answer')
}

/** The shell's input is a pipe from us: it ends with us however we end, even killed, and then the engine is ended too. */
const WITH_US = '"$@" & read -r _; kill $!; wait'

/** A native engine on SQLite with the whole API, where its optional package is installed. */
const startDynoxide = async (folder: string): Promise<Engine> => {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const binary = require.resolve('@dynoxide/linux-x64/dynoxide')
  const child = spawn('sh', ['-c', WITH_US, 'sh', binary, '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'dynoxide.sqlite')], { stdio: ['pipe', 'ignore', 'ignore'] })
  await listening(port)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    name: 'dynoxide',
    handle: (incoming, body, outgoing) => {
      const forwarded = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers, agent }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      })
      forwarded.on('error', () => outgoing.writeHead(500).end())
      forwarded.end(body)
    },
    stop: () => new Promise((done) => {
      agent.destroy()
      child.once('exit', () => done())
      child.stdin.end()
    }),
  }
}

/** Starts the engine named (DDB_ENGINE): 'dynalite' by default, 'dynoxide' on request. */
export const startEngine = (name: string, folder: string): Promise<Engine> =>
  name === 'dynoxide' ? startDynoxide(folder) : Promise.resolve(startDynalite(folder))

/** A loopback server on a free port. */
export const serveLocally = (listener: RequestListener, port = 0): Promise<{ readonly port: number; readonly close: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 60_000 }, listener)
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections() }),
      })
    })
  })
