import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answers } from '../../forms/index.ts'
import { readExamples } from '../journeys/examples.ts'
import { startLocalServer } from '../local-server.ts'
import { sendLoad, type Load, type Shot } from './load.ts'
import { percent, whole, type Row } from './table.ts'

const ENGINE = process.env['DDB_ENGINE'] ?? 'dynalite'
const CODE = '1.001612'
/** Each of a function's instances is a thread that warms up by itself. */
const WARM_UP = 8000
const SHOTS = 2000

const startBare = async (): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-bare-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), ENGINE, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => { const found = /port (\d+)/.exec(chunk.toString())?.[1]; if (found !== undefined) resolve(found) })
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)))
  })
  return { origin: `http://127.0.0.1:${port}`, stop: async () => { child.kill(); await rm(folder, { recursive: true, force: true }) } }
}

const oneShot = (answers: Answers) => (): Shot =>
  ({ path: `/api/v1/procedures/${CODE}/dossiers`, body: JSON.stringify({ answers }), headers: { 'idempotency-key': randomUUID() } })
const bareShot = (answers: Answers, path = '/') => (): Shot => ({ path, body: JSON.stringify({ answers }), headers: {} })

const loaded = async (origin: string, shot: () => Shot): Promise<Load> => {
  await sendLoad(origin, WARM_UP, shot)
  const load = await sendLoad(origin, SHOTS, shot)
  if (load.refused > 0) throw new Error(`${load.refused} of ${SHOTS} were refused, first: ${load.firstRefusal ?? ''}`)
  return load
}

/** The first valid example that the one-shot call takes: papers cannot travel with it. */
const answersWithoutPapers = async (origin: string): Promise<Answers> => {
  for (const { answers } of readExamples(CODE).valid) {
    const { refused } = await sendLoad(origin, 1, oneShot(answers))
    if (refused === 0) return answers
  }
  throw new Error(`no valid example of ${CODE} can be submitted without papers`)
}

/** Whole submits through the local stack against bare servers on the same engine, 32 connections each, one after the other. */
export const benchSubmit = async (): Promise<readonly Row[]> => {
  const server = await startLocalServer({ env: { DDB_ENGINE: ENGINE } })
  const bare = await startBare()
  try {
    const answers = await answersWithoutPapers(server.origin)
    const floor = await loaded(bare.origin, bareShot(answers))
    const fewest = await loaded(bare.origin, bareShot(answers, '/fewest'))
    const sameCalls = await loaded(bare.origin, bareShot(answers, '/dossier'))
    const ours = await loaded(server.origin, oneShot(answers))
    const rate = ({ perSecond }: Load): string => whole(perSecond)
    const ratio = ours.perSecond / floor.perSecond
    return [
      { section: 'submit', what: `submit through the whole local stack against bare HTTP + one PutItem (${ENGINE})`, target: '>= 30 %', measured: `${percent(ratio)} (${rate(ours)} of ${rate(floor)} a second; 95 % within ${ours.p95.toFixed(0)} ms)`, ok: ratio >= 0.3 },
      { section: 'submit', what: 'the most that the fewest calls of these budgets (three writes and one for the event, no read) leave of it: the same bare server with those', target: 'none set', measured: `${percent(fewest.perSecond / floor.perSecond)} (${rate(fewest)} a second)` },
      { section: 'submit', what: 'the most that the design\'s own seven calls (two reads, three writes, the event and its way out of the outbox) leave of it: the same bare server with those', target: 'none set', measured: `${percent(sameCalls.perSecond / floor.perSecond)} (${rate(sameCalls)} a second; ours is ${percent(ours.perSecond / sameCalls.perSecond)} of that)` },
    ]
  } finally { await Promise.all([server.remove(), bare.stop()]) }
}
