import { replay } from '../../functions/core/manage-webhooks.ts'
import { deliverDue, type Send } from '../../functions/core/deliver.ts'
import { messageFor } from '../../functions/core/fan-out.ts'
import { tell } from '../../functions/core/events.ts'
import { randomIds } from '../../functions/core/ids.ts'
import type { WebhookStore } from '../../functions/core/ports.ts'
import type { Endpoint } from '../../functions/core/webhook.ts'
import { memoryWebhooks } from '../contracts/memory-webhooks.ts'
import { draft } from '../contracts/samples.ts'
import { judgeArrivals, type Arrival, type Verdict } from './arrivals.ts'
import { Crash } from './faults.ts'
import { randomOf, type Random } from './random.ts'
import { slowTime, type Pace } from './slow-time.ts'

export type Delivered = Verdict & Pace & { readonly attempts: number; readonly failures: number; readonly deaths: number; readonly waiting: number }

type World = { readonly random: Random; readonly store: WebhookStore; readonly arrivals: Arrival[]; readonly givenUp: Set<string>; now: number; attempts: number; failures: number; deaths: number; downUntil: number }

const ENDPOINT: Endpoint = { id: 'PROOF', integrator: 'proof', url: 'https://target.example/', types: [], active: true, texts: false, secrets: [{ text: 'whsec_AAAA' }], createdAt: '2026-01-05T09:00:00+07:00', key: 'PROOF222', version: 1 }
const ABOUT = { agency: 'H26', procedure: '9.000001' }
const PER_DOSSIER = 5

const wait = async (random: Random): Promise<void> => { for (let turns = random.below(6); turns > 0; turns -= 1) await undefined }

/** A target that is down, fails, loses its reply after it has heard, or answers; and a process that may die right after. */
const sendTo = (world: World): Send => async ({ headers, body }) => {
  const { random } = world
  world.attempts += 1
  await wait(random)
  if (random.chance(0.0005)) world.downUntil = world.now + random.below(8) * 3_600_000
  if (world.now < world.downUntil || random.chance(0.15)) { world.failures += 1; return random.chance(0.5) ? { status: 503 } : { error: 'ECONNREFUSED' } }
  world.arrivals.push({ id: headers['webhook-id'] ?? '', body })
  if (random.chance(0.03)) { world.deaths += 1; throw new Crash('after sending') }
  if (random.chance(0.1)) { world.failures += 1; return { error: 'timeout' } }
  return { status: 204 }
}

const addMessages = async (world: World, events: number): Promise<void> => {
  for (let made = 0; made < events; made += PER_DOSSIER) {
    let dossier = draft({ id: randomIds.uuid() })
    for (let seq = 0; seq < PER_DOSSIER; seq += 1) dossier = tell(dossier, { type: 'test.event', actor: 'system', data: { seq }, at: new Date(world.now) })
    for (const event of dossier.outbox.slice(0, events - made)) await world.store.addMessage(messageFor(ENDPOINT, event, ABOUT, new Date(world.now)))
  }
}

/** Two processes at once, as the ring and the clock bring them; one that dies leaves its messages to the next minute. */
const minute = async (world: World, pace: Pace): Promise<void> => {
  const time = slowTime(world, pace)
  const deps = { webhooks: world.store, clock: () => new Date(world.now), send: time.slowed(sendTo(world)) }
  const runs = await time.pass([() => deliverDue(40, deps), () => deliverDue(40, deps)])
  for (const run of runs) if (run.status === 'rejected' && !(run.reason instanceof Crash)) throw run.reason
}

const waitingAt = async (world: World): Promise<number> => (await world.store.due(ENDPOINT.id, '9999', 1_000_000)).length

/** Delivers `events` events through the real use case until nothing waits, replaying what was given up. Time is simulated. */
export const simulateDelivery = async (events: number, seed: number, store = memoryWebhooks()): Promise<Delivered> => {
  const world: World = { random: randomOf(seed), store, now: Date.UTC(2026, 0, 5, 2), arrivals: [], givenUp: new Set(), attempts: 0, failures: 0, deaths: 0, downUntil: 0 }
  await store.addEndpoint(ENDPOINT)
  await addMessages(world, events)
  const pace: Pace = { longest: 0, atOnce: 0 }
  for (let round = 0; round < 20_000 && (await waitingAt(world)) > 0; round += 1) {
    const next = world.now + (round < 200 ? 61_000 : 600_000)
    await minute(world, pace)
    world.now = Math.max(world.now, next)
    const dead = await store.dead(ENDPOINT.id, 100)
    for (const { id } of dead) world.givenUp.add(id)
    if (dead.length > 0) await replay(ENDPOINT, dead.map(({ id }) => id), { webhooks: store, clock: () => new Date(world.now), ids: randomIds })
  }
  const { attempts, failures, deaths } = world
  return { ...pace, ...judgeArrivals(world.arrivals, world.givenUp), attempts, failures, deaths, waiting: await waitingAt(world) }
}
