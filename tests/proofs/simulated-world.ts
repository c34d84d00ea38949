import { createHash } from 'node:crypto'
import { DEFAULT_SETTINGS, type Deps } from '../../functions/core/deps.ts'
import { AppError, type ErrorCode } from '../../functions/core/errors.ts'
import { CODE_ALPHABET } from '../../functions/core/ids.ts'
import type { DossierStore } from '../../functions/core/ports.ts'
import { relayAll, sweepOutbox, type Relayed } from '../../functions/core/relay-outbox.ts'
import { faulty, isExpected, type Counts, type Fault } from './faults.ts'
import { PROCEDURE } from './sample-procedure.ts'
import type { Random } from './random.ts'

/** What the processes of one simulation share. */
export type SimulatedWorld = {
  readonly random: Random
  readonly store: DossierStore
  readonly now: Date
  /** Each call of each job with how often it was struck, by kind and moment. */
  readonly struck: Map<string, number>
  readonly effort: { attempts: number }
  serial: number
}

export type Attempt = { readonly job: string; readonly fault: Fault | undefined; readonly refusals?: readonly ErrorCode[] }

export const TOKEN = 'the-token-of-the-browser'

const idsOf = (world: SimulatedWorld): Deps['ids'] => ({
  uuid: () => {
    const hex = createHash('md5').update(`${world.now.toISOString()} ${world.serial += 1}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  },
  token: () => TOKEN,
  code: (length) => Array.from({ length }, () => CODE_ALPHABET[world.random.below(CODE_ALPHABET.length)]).join(''),
})

const none = (): Promise<never> => Promise.reject(new Error('not part of this proof'))

/** All that use cases touch, over one process's view of the store. */
export const depsOf = (world: SimulatedWorld, dossiers: DossierStore): Deps => ({
  dossiers, ids: idsOf(world), clock: () => world.now, settings: DEFAULT_SETTINGS,
  procedures: { current: async () => PROCEDURE, version: async () => PROCEDURE, catalogue: none, index: none, indexPointer: none, moveIndex: none, addVersion: none, makeCurrent: none },
  validators: async () => () => [],
  lists: { communes: () => [], formerCommunes: () => [] },
  artefacts: { put: none, get: none }, feedback: { add: none },
  webhooks: { endpoints: async () => [], endpoint: none, addEndpoint: none, saveEndpoint: none, removeEndpoint: none, addMessage: none, message: none, messagesOf: none, due: none, dead: none, saveMessage: none },
  integrators: { integrator: none, integrators: none, putIntegrator: none, key: none, keysOf: none, addKey: none, endKey: none, countCall: none },
  attachments: { ticket: none, putQuarantined: none, inspect: none, release: none, discard: none, downloadUrl: none },
})

/** A misfortune at one of the first calls, mostly. */
export const someFault = (random: Random): Fault | undefined => (random.chance(0.15) ? undefined : {
  step: random.below(6), kind: random.pick(['crash', 'crash', 'unavailable', 'repeat']), moment: random.pick(['before', 'after']),
})

/** `result`, or `refused` where the use case said no; neither where it failed as processes do. */
export type Attempted<Result> = { readonly result?: Result; readonly refused?: string; readonly counts: Counts }

/** One attempt by one process. Refusals that are not among the expected ones are bugs, as any other error is, and end the proof. */
export const attempt = async <Result>(world: SimulatedWorld, { job, fault, refusals = [] }: Attempt, run: (deps: Deps) => Promise<Result>): Promise<Attempted<Result>> => {
  const counts: Counts = { reads: 0, writes: 0 }
  world.effort.attempts += 1
  const deps = depsOf(world, faulty(world.store, fault, { random: world.random, counts, struck: world.struck, job }))
  try {
    return { result: await run(deps), counts }
  } catch (error) {
    if (error instanceof AppError && refusals.includes(error.code)) return { refused: error.code, counts }
    if (!isExpected(error)) throw error
    return { counts }
  }
}

/** What a job only tells of is thrown here, so that a bug ends the proof. */
const orThrow = (relayed: Relayed): Relayed => {
  const [first] = relayed.failed
  if (first) throw first.error
  return relayed
}

/** The doorbell: moves one dossier's events on. */
export const relay = (world: SimulatedWorld, id: string, fault: Fault | undefined): Promise<Attempted<Relayed>> =>
  attempt(world, { job: 'relay', fault }, async (deps) => orThrow(await relayAll([id], deps)))

/** The schedule: first with misfortune, then as often as it takes. What the doorbell missed is found here. */
export const sweep = async (world: SimulatedWorld): Promise<void> => {
  for (let times = 0; times < 20; times += 1) await attempt(world, { job: 'sweep', fault: someFault(world.random) }, async (deps) => orThrow(await sweepOutbox(100, deps)))
  while ((await sweepOutbox(500, depsOf(world, world.store))).events > 0);
}

/** Hashes of each dossier's events in the order in which the agency's feed first names them. */
export const readFeed = async ({ store }: SimulatedWorld): Promise<ReadonlyMap<string, readonly string[]>> => {
  const seen = new Map<string, string[]>()
  for (const { event } of await store.feedAfter(DEFAULT_SETTINGS.agencyId, 0, Number.MAX_SAFE_INTEGER)) {
    const hashes = seen.get(event.dossierId) ?? []
    seen.set(event.dossierId, hashes.includes(event.hash) ? hashes : [...hashes, event.hash])
  }
  return seen
}
