import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

const ROOT = join(import.meta.dirname, '../../..')
const DONE = '::done::'

/** One bash, as in one terminal: what a block sets is there for the next. */
export type Shell = {
  /** Runs a block to its end; gives what it printed, errors included. */
  readonly paste: (script: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const hasTools = (...names: readonly string[]): boolean => names.every((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)

// Blocks come as files by their names on a channel of their own, so that no program reads the next block from its stdin.
const LOOP = `exec 2>&1; while read -r block <&3; do source "$block" < /dev/null; echo; echo "${DONE}"; done`

export const openShell = async (env: Readonly<Record<string, string>>): Promise<Shell> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-shell-'))
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
  const child = spawn('bash', ['--norc', '-c', LOOP], { cwd: ROOT, detached: true, env: { ...process.env, PATH: path, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'pipe'] })
  const gone = new Promise<void>((done) => { child.once('exit', () => done()) })
  const blocks = child.stdio[3] as Writable
  blocks.on('error', () => undefined)
  let [printed, count] = ['', 0]
  let look = (): void => undefined
  child.stdout?.on('data', (chunk: Buffer) => { printed += chunk.toString(); look() })
  return {
    paste: async (script) => {
      const file = join(folder, String(count += 1))
      await writeFile(file, script)
      printed = ''
      const ended = new Promise<void>((done) => { look = () => { if (printed.includes(DONE)) done() } })
      blocks.write(`${file}\n`)
      await Promise.race([ended, gone.then(() => { throw new Error(`bash ended in:\n${script}\n${printed}`) })])
      return printed.slice(0, printed.indexOf(DONE)).trim()
    },
    close: async () => {
      // The whole group: what a block left in the background as well.
      try { process.kill(-(child.pid ?? 0), 'SIGKILL') } catch { /* it has ended */ }
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
