import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLocalServer, type LocalServer } from '../local-server.ts'
import type { Random } from './random.ts'

type Example = { readonly code: string; readonly answers: unknown }
type Receipt = { readonly id: string; readonly code: string; readonly trackingKey: string; readonly submittedAt: string }
type Sent = { readonly key: string; receipt?: Receipt; receipts: number }

export type Killed = {
  readonly submits: number
  readonly kills: number
  /** Requests that the kills cut off or refused. */
  readonly cut: number
  readonly lost: number
  readonly doubled: number
  readonly differingReceipts: number
}

const PROCEDURES = join(import.meta.dirname, '../../forms/procedures')

/** All valid examples of the repository; the first that can be submitted in one call, without papers, is used. */
const examples = async (): Promise<readonly Example[]> => {
  const folders = (await readdir(PROCEDURES, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
  const read = async (code: string): Promise<readonly Example[]> => {
    const text = await readFile(join(PROCEDURES, code, 'examples.json'), 'utf8').catch(() => '{"valid":[]}')
    const { valid } = JSON.parse(text) as { readonly valid: readonly { readonly answers: unknown }[] }
    return valid.map(({ answers }) => ({ code, answers }))
  }
  return (await Promise.all(folders.map(read))).flat()
}

const post = (server: LocalServer, { code, answers }: Example, key: string): Promise<Response> =>
  fetch(`${server.origin}/api/v1/procedures/${code}/dossiers`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify({ answers }), signal: AbortSignal.timeout(20_000),
  })

const usable = async (server: LocalServer): Promise<Example> => {
  const refusals: string[] = []
  for (const example of await examples()) {
    const response = await post(server, example, randomUUID())
    if (response.status === 201) return example
    refusals.push(`${example.code}: ${response.status} ${(await response.text()).slice(0, 200)}`)
  }
  throw new Error(`no example can be submitted in one call:\n${refusals.join('\n')}`)
}

/** One try of one client; a cut connection or a 5xx leaves it without an answer, anything else unexpected is a miss of the proof. */
const tryOnce = async (server: LocalServer, example: Example, sent: Sent): Promise<boolean> => {
  const response = await post(server, example, sent.key).catch(() => undefined)
  const body = response && response.status < 500 ? await response.json().catch(() => undefined) as Receipt | undefined : undefined
  if (!response || !body) return false
  if (response.status !== 200 && response.status !== 201) throw new Error(`unexpected ${response.status}: ${JSON.stringify(body).slice(0, 300)}`)
  if (sent.receipt && JSON.stringify(sent.receipt) !== JSON.stringify(body)) sent.receipts += 1
  sent.receipt ??= body
  sent.receipts ||= 1
  return true
}

const CLIENTS = 8

type Storm = { server: LocalServer; cut: number; kills: number }

/**
 * Sends whatever has no receipt, eight at a time, and kills the server at the given answer: the others are under way then,
 * however fast or slow the machine is.
 */
const storm = async (state: Storm, example: Example, open: readonly Sent[], killAtAnswer: number): Promise<void> => {
  const queue = [...open]
  let answers = 0
  let killing: Promise<void> | undefined
  const client = async (): Promise<void> => {
    for (let sent = queue.shift(); sent && !killing; sent = queue.shift()) {
      if (await tryOnce(state.server, example, sent)) answers += 1
      else state.cut += 1
      if (answers >= killAtAnswer) killing ??= state.server.kill()
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  await (killing ?? state.server.kill())
  state.kills += 1
}

const isThere = async (server: LocalServer, { code, trackingKey, submittedAt }: Receipt): Promise<boolean> => {
  const response = await fetch(`${server.origin}/api/v1/dossiers/${encodeURIComponent(code)}`, { headers: { 'x-tracking-key': trackingKey } })
  const body = await response.json().catch(() => ({})) as Partial<Receipt>
  return response.status === 200 && body.code === code && body.submittedAt === submittedAt
}

const finish = async (state: Storm, example: Example, all: readonly Sent[]): Promise<Killed> => {
  for (const sent of all) for (let tries = 0; !(await tryOnce(state.server, example, sent)); tries += 1) if (tries > 10) throw new Error('the restarted server does not answer')
  let lost = 0
  for (const { receipt } of all) if (!receipt || !(await isThere(state.server, receipt))) lost += 1
  const ids = new Set(all.map(({ receipt }) => receipt?.id))
  const codes = new Set(all.map(({ receipt }) => receipt?.code))
  return {
    submits: all.length, kills: state.kills, cut: state.cut, lost, doubled: all.length - Math.min(ids.size, codes.size),
    differingReceipts: all.filter(({ receipts }) => receipts > 1).length,
  }
}

/**
 * Real `kill -9`, as a power cut: `submits` one-shot submits against the local server, which is killed and started again on
 * the same data `kills` times meanwhile. Clients repeat with the same Idempotency-Key, as clients do.
 */
export const killServer = async (submits: number, kills: number, random: Random): Promise<Killed> => {
  const state: Storm = { server: await startLocalServer(), cut: 0, kills: 0 }
  const { dataFolder } = state.server
  try {
    const example = await usable(state.server)
    const all: readonly Sent[] = Array.from({ length: submits }, () => ({ key: randomUUID(), receipts: 0 }))
    const share = Math.ceil(submits / kills)
    for (let round = 0; round < kills; round += 1) {
      const open = all.slice(0, (round + 1) * share).filter(({ receipt }) => !receipt)
      await storm(state, example, open, 1 + random.below(open.length - CLIENTS))
      state.server = await startLocalServer({ dataFolder })
    }
    return await finish(state, example, all)
  } finally {
    await state.server.remove()
  }
}
