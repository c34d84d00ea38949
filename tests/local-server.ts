import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
// A loaded machine builds three bundles and synthesizes the app first.
const READY_WITHIN_MS = 300_000
const STOP_WITHIN_MS = 10_000

/** A running `npm start`, on its own port and its own data. */
export type LocalServer = {
  readonly origin: string
  readonly dataFolder: string
  /** From the start of the process to the printed address, in milliseconds. */
  readonly readyAfter: number
  /** All that it has printed so far. */
  readonly output: () => string
  /** SIGTERM, as a person's Ctrl-C; resolves to the exit code. */
  readonly stop: () => Promise<number | null>
  /** SIGKILL to the whole process group: what a power cut leaves. */
  readonly kill: () => Promise<void>
  /** Stops (if it still runs) and removes the data folder. */
  readonly remove: () => Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', resolve))

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  // The group, so that engines running in processes of their own go down with the host.
  try { process.kill(-child.pid, name) } catch { /* it went by itself between the check and the call */ }
}

const stopGently = async (child: ChildProcess): Promise<number | null> => {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  const late = setTimeout(() => signal(child, 'SIGKILL'), STOP_WITHIN_MS)
  const code = await exitOf(child)
  clearTimeout(late)
  return code
}

const untilReady = (child: ChildProcess, port: number, output: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`the local server ${why}\n${output().slice(-4000)}`))
    const late = setTimeout(() => { signal(child, 'SIGKILL'); fail(`was not ready within ${READY_WITHIN_MS / 1000} s`) }, READY_WITHIN_MS)
    const look = (): void => {
      if (!output().includes(`http://localhost:${port}`)) return
      clearTimeout(late)
      resolve()
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => { clearTimeout(late); fail(`ended with code ${code}`) })
  })

export type StartOptions = { readonly dataFolder?: string; readonly env?: Readonly<Record<string, string>>; readonly args?: readonly string[] }

/** Starts `infra/local/start.ts` as `npm start` does and waits for its address. A new data folder unless one is given. */
export const startLocalServer = async (options: StartOptions = {}): Promise<LocalServer> => {
  const port = await freePort()
  const dataFolder = options.dataFolder ?? await mkdtemp(join(tmpdir(), 'dvc-data-'))
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'infra/local/start.ts'), ...(options.args ?? [])], {
    cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env, PORT: String(port), DVC_DATA: dataFolder },
  })
  let printed = ''
  const keep = (chunk: Buffer): void => { printed += chunk.toString() }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const endWithUs = (): void => signal(child, 'SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.removeListener('exit', endWithUs))
  await untilReady(child, port, () => printed)
  const stop = (): Promise<number | null> => stopGently(child)
  return {
    origin: `http://localhost:${port}`, dataFolder, readyAfter: performance.now() - began,
    output: () => printed, stop,
    kill: async () => { signal(child, 'SIGKILL'); await exitOf(child) },
    remove: async () => { await stop(); await rm(dataFolder, { recursive: true, force: true }) },
  }
}

/** What a test needs of a server that others may be using too. */
export type SharedServer = Pick<LocalServer, 'origin' | 'output' | 'remove'>

/** Names the server that tests/run.ts started for all files of a step. */
export const SHARED_ORIGIN = 'DVC_TEST_ORIGIN'

/** The server that all files of this run share, else (one file run by hand) a new one. */
export const openServer = async (): Promise<SharedServer> => {
  const origin = process.env[SHARED_ORIGIN]
  return origin === undefined ? startLocalServer() : { origin, output: () => '', remove: () => Promise.resolve() }
}
