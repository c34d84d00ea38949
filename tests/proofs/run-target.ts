import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../local-server.ts'
import type { Arrival } from './arrivals.ts'

export type Journal = { readonly arrivals: readonly Arrival[]; readonly refused: readonly string[]; readonly faults: Readonly<Record<string, number>> }

/** A target in a process of its own, always on the same port; what it heard outlives its deaths. */
export type Target = {
  readonly url: string
  readonly isUp: () => boolean
  readonly start: (secret: string, seed: number) => Promise<void>
  /** `kill -9`, with whatever is under way. */
  readonly kill: () => Promise<void>
  readonly setClock: (now: number) => Promise<void>
  readonly journal: () => Promise<Journal>
  readonly remove: () => Promise<void>
}

type Line = Partial<Arrival> & { readonly refused?: string; readonly fault?: string }

const readJournal = (text: string): Journal => {
  const lines = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
  const faults: Record<string, number> = {}
  for (const { fault } of lines) if (fault !== undefined) faults[fault] = (faults[fault] ?? 0) + 1
  return {
    arrivals: lines.flatMap(({ id, body }) => (id !== undefined && body !== undefined ? [{ id, body }] : [])),
    refused: lines.flatMap(({ refused }) => (refused === undefined ? [] : [refused])), faults,
  }
}

export const makeTarget = async (): Promise<Target> => {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'dvc-target-'))
  const journal = join(folder, 'journal')
  let child: ChildProcess | undefined
  const kill = async (): Promise<void> => {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    const gone = once(dying, 'exit')
    dying.kill('SIGKILL')
    await gone
  }
  return {
    url: `http://127.0.0.1:${port}/hook`, isUp: () => child !== undefined, kill,
    start: async (secret, seed) => {
      const starting = fork(join(import.meta.dirname, 'flaky-target.ts'), [String(port), journal, secret, String(seed)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      await once(starting, 'message')
      child = starting
    },
    setClock: async (now) => { if (child) { const told = once(child, 'message'); child.send({ now }); await told } },
    journal: async () => readJournal(await readFile(journal, 'utf8').catch(() => '')),
    remove: async () => { await kill(); await rm(folder, { recursive: true, force: true }) },
  }
}
