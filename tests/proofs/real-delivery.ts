import { deliverDue, type Send } from '../../functions/core/deliver.ts'
import { fanOut } from '../../functions/core/fan-out.ts'
import { tell } from '../../functions/core/events.ts'
import { randomIds } from '../../functions/core/ids.ts'
import { addEndpoint, replay } from '../../functions/core/manage-webhooks.ts'
import type { IntegratorStore, WebhookStore } from '../../functions/core/ports.ts'
import type { Endpoint } from '../../functions/core/webhook.ts'
import { makeSender } from '../../functions/jobs/send-webhook.ts'
import { dynamoIntegratorStore } from '../../functions/stores/dynamo/integrators.ts'
import { dynamoWebhookStore } from '../../functions/stores/dynamo/webhooks.ts'
import { ENGINES, freshTable } from '../contracts/dynamo-engines.ts'
import { draft } from '../contracts/samples.ts'
import { judgeArrivals, type Verdict } from './arrivals.ts'
import { Crash } from './faults.ts'
import { randomOf, type Random } from './random.ts'
import { makeTarget, type Target } from './run-target.ts'

export type RealDelivery = Verdict & {
  readonly attempts: number
  /** kill -9 of the target, and ends of a sender right after it had sent. */
  readonly kills: number
  readonly deaths: number
  readonly lostReplies: number
  readonly hung: number
  /** Signatures that the library did not accept, but those of posts that reached the target after the sender had given them up. */
  readonly refused: number
  readonly waiting: number
}

type Stores = { readonly webhooks: WebhookStore; readonly integrators: IntegratorStore }
type World = { readonly random: Random; readonly stores: Stores; readonly target: Target; readonly endpoint: Endpoint; readonly targetSecret: string; readonly givenUp: Set<string>; readonly killEvery: number; now: number; attempts: number; kills: number; deaths: number; downFor: number; readonly underWay: Set<Promise<unknown>> }

const ABOUT = { agency: 'H26', procedure: '9.000001' }
const [PER_DOSSIER, AT_ONCE] = [5, 20]
/** A sender ends at each 97th attempt. By count, so that it happens in the shortest run as well. */
const DIE_EVERY = 97
/** Far more than an answer takes here; one that takes longer all the same is one more failure, and no wrong result. */
const TIMEOUT_MS = 400
const EVER = '9999'
const LATE = 'Message timestamp too old'

const addEvents = async (events: number, { stores, now }: { readonly stores: Stores; readonly now: number }): Promise<void> => {
  const addDossier = async (count: number): Promise<void> => {
    let dossier = draft({ id: randomIds.uuid() })
    for (let seq = 0; seq < count; seq += 1) dossier = tell(dossier, { type: 'test.event', actor: 'system', data: { seq, word: 'tiếng Việt' }, at: new Date(now) })
    await fanOut(dossier.outbox, ABOUT, { ...stores, clock: () => new Date(now) })
  }
  const sizes = Array.from({ length: Math.ceil(events / PER_DOSSIER) }, (_, index) => Math.min(PER_DOSSIER, events - index * PER_DOSSIER))
  for (let from = 0; from < sizes.length; from += AT_ONCE) await Promise.all(sizes.slice(from, from + AT_ONCE).map(addDossier))
}

const real = makeSender({ loopback: true, timeout: TIMEOUT_MS })

/** The real sender of a process that may end right after it has sent; every so many attempts the target is killed meanwhile. */
const sendTo = (world: World, life: { over: boolean }): Send => async (request) => {
  if (life.over) throw new Crash('dead')
  world.attempts += 1
  const dies = world.attempts % DIE_EVERY === 0
  const sending = real(request)
  world.underWay.add(sending)
  if (world.attempts % world.killEvery === 0 && world.target.isUp()) {
    world.kills += 1
    world.downFor = world.random.below(4)
    await world.target.kill()
  }
  const answer = await sending.finally(() => world.underWay.delete(sending))
  if (!dies) return answer
  world.deaths += 1
  life.over = true
  throw new Crash('after sending')
}

/** A process that is dead writes nothing more. */
const mortal = (store: WebhookStore, life: { readonly over: boolean }): WebhookStore => {
  const alive = (): void => { if (life.over) throw new Crash('dead') }
  return {
    ...store,
    messagesOf: async (...asked) => { alive(); return store.messagesOf(...asked) },
    due: async (...asked) => { alive(); return store.due(...asked) },
    saveMessage: async (...asked) => { alive(); return store.saveMessage(...asked) },
  }
}

const runOnce = (world: World): Promise<unknown> => {
  const life = { over: false }
  return deliverDue(40, { webhooks: mortal(world.stores.webhooks, life), clock: () => new Date(world.now), send: sendTo(world, life) })
}

/** Two processes at once, as the ring and the clock bring them. The clock moves on when nothing is under way. */
const round = async (world: World, seed: number): Promise<void> => {
  if (!world.target.isUp() && world.downFor > 0) world.downFor -= 1
  else if (!world.target.isUp()) await world.target.start(world.targetSecret, seed)
  await world.target.setClock(world.now)
  const runs = await Promise.allSettled([runOnce(world), runOnce(world)])
  for (const run of runs) if (run.status === 'rejected' && !(run.reason instanceof Crash)) throw run.reason
  await Promise.allSettled(world.underWay)
}

/** What was given up after three days is asked for again, as an integrator would. */
const replayDead = async ({ stores, endpoint, givenUp, now }: World): Promise<void> => {
  const ids = (await stores.webhooks.dead(endpoint.id, 100)).map(({ id }) => id)
  for (const id of ids) givenUp.add(id)
  if (ids.length > 0) await replay(endpoint, ids, { ...stores, clock: () => new Date(now), ids: randomIds })
}

const deliverAll = async (world: World, seed: number, rounds: number): Promise<void> => {
  for (let count = 0; count < rounds; count += 1) {
    await round(world, seed + count)
    await replayDead(world)
    const [first] = await world.stores.webhooks.due(world.endpoint.id, EVER, 1)
    if (!first) return
    world.now = Math.max(world.now + 1_000, Date.parse(first.nextAt))
  }
}

const tellOf = async ({ target, stores, endpoint, givenUp, attempts, kills, deaths }: World): Promise<RealDelivery> => {
  const { arrivals, refused, faults } = await target.journal()
  const waiting = (await stores.webhooks.due(endpoint.id, EVER, 1_000)).length
  return { ...judgeArrivals(arrivals, givenUp), attempts, kills, deaths, lostReplies: faults['reply lost'] ?? 0, hung: faults['hung'] ?? 0, refused: refused.filter((why) => why !== LATE).length, waiting }
}

/** Changes a part, for the tests that see whether the proof would notice. */
export type Spoil = { readonly webhooks?: (store: WebhookStore) => WebhookStore; readonly targetSecret?: string; /** Ends after so many runs, whatever waits. */ readonly rounds?: number }

/**
 * Delivers `events` events on real parts: the use case, the sender and the DynamoDB store of the product, dynalite, and an HTTP server
 * in a process of its own that fails, hangs, loses replies, and is killed and started again. Waits are simulated, faults and bytes are real;
 * the seed chooses the faults, not how processes interleave.
 */
export const deliverOnRealParts = async (events: number, seed: number, spoil: Spoil = {}): Promise<RealDelivery> => {
  const [engine] = ENGINES
  if (!engine) throw new Error('no engine')
  const [running, target] = [await engine.start(), await makeTarget()]
  try {
    const table = await freshTable(running, 'delivery')
    const webhooks = dynamoWebhookStore(table)
    const stores: Stores = { webhooks: spoil.webhooks?.(webhooks) ?? webhooks, integrators: dynamoIntegratorStore(table) }
    const now = Date.UTC(2026, 0, 5, 2)
    await stores.integrators.putIntegrator({ id: 'proof', name: 'Proof', agencies: [ABOUT.agency], procedures: [], perMinute: 600, createdAt: '' })
    const endpoint = await addEndpoint({ integrator: 'proof', id: 'AAAA2222' }, { url: target.url, types: [], active: true }, { deps: { ...stores, clock: () => new Date(now), ids: randomIds }, sandbox: true })
    await addEvents(events, { stores, now })
    const world: World = { random: randomOf(seed), stores, target, endpoint, targetSecret: spoil.targetSecret ?? endpoint.secrets[0]?.text ?? '', givenUp: new Set(), killEvery: Math.max(100, Math.ceil(events / 12)), now, attempts: 0, kills: 0, deaths: 0, downFor: 0, underWay: new Set() }
    await deliverAll(world, seed, spoil.rounds ?? 20_000)
    return await tellOf(world)
  } finally {
    await target.remove()
    await running.stop()
  }
}
