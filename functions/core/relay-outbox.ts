import type { Deps } from './deps.ts'
import { fanOut, type About } from './fan-out.ts'
import type { Waiting } from './ports.ts'

type Needs = Pick<Deps, 'dossiers' | 'integrators' | 'webhooks' | 'clock'>

/** Dossiers that the same feed and the same webhooks are told of. */
type Group = { readonly about: About; readonly dossiers: readonly Waiting[] }

/** By agency and procedure. A draft has no agency yet, and no events. */
const byListeners = (dossiers: readonly Waiting[]): readonly Group[] => {
  const groups = new Map<string, { readonly about: About; readonly dossiers: Waiting[] }>()
  for (const dossier of dossiers) {
    if (!dossier.submission) continue
    const about = { agency: dossier.submission.agency, procedure: dossier.procedure.code }
    const key = `${about.agency} ${about.procedure}`
    const group = groups.get(key) ?? { about, dossiers: [] }
    group.dossiers.push(dossier)
    groups.set(key, group)
  }
  return [...groups.values()]
}

export type Relayed = { readonly events: number; readonly failed: readonly { readonly id: string; readonly error: unknown }[] }
type Failed = Relayed['failed']

/** One after the other; who fails is named, and does not hold up the rest. */
const oneByOne = async (dossiers: readonly Waiting[], work: (dossier: Waiting) => Promise<void>): Promise<Failed> => {
  const failed: Failed[number][] = []
  for (const dossier of dossiers) await work(dossier).catch((error: unknown) => { failed.push({ id: dossier.id, error }) })
  return failed
}

/**
 * All together, since what they share is then read once; one by one where that failed, so that one bad dossier does not
 * hold up the rest. Feed first: what stands there is the immutable event, and webhooks are told of nothing else.
 */
const relayGroup = async ({ about, dossiers }: Group, deps: Needs): Promise<Failed> => {
  const events = dossiers.flatMap(({ outbox }) => outbox)
  const numbers = await deps.dossiers.appendToFeed(about, events).catch(() => undefined)
  const told = numbers !== undefined && await fanOut(events, about, deps).then(() => true, () => false)
  return oneByOne(dossiers, async (dossier) => {
    const own = numbers ?? await deps.dossiers.appendToFeed(about, dossier.outbox)
    if (!told) await fanOut(dossier.outbox, about, deps)
    await deps.dossiers.clearOutbox(dossier, own)
  })
}

/**
 * Moves waiting events into their agency's feed, each dossier's oldest first, and to whom they concern, then takes them
 * out of the outbox: the head keeps their numbers. At least once: a crash anywhere leaves the outbox as it was. `failed`:
 * dossiers that still wait, and why.
 */
export const relayAll = async (ids: readonly string[], deps: Needs): Promise<Relayed> => {
  const dossiers = await deps.dossiers.findWaiting(ids)
  const failed: Failed[number][] = []
  for (const group of byListeners(dossiers)) failed.push(...await relayGroup(group, deps))
  const waiting = new Set(failed.map(({ id }) => id))
  return { events: dossiers.reduce((sum, { id, outbox }) => sum + (waiting.has(id) ? 0 : outbox.length), 0), failed }
}

/** The guarantee behind the stream's doorbell: whatever still waits, oldest first. */
export const sweepOutbox = async (limit: number, deps: Needs): Promise<Relayed> => relayAll(await deps.dossiers.withOutbox(limit), deps)
