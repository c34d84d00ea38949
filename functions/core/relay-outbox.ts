import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { fanOut } from './fan-out.ts'

type Needs = Pick<Deps, 'dossiers' | 'integrators' | 'webhooks' | 'clock'>

/** Dossiers by agency and procedure: those that the same feed and the same webhooks are told of. A draft has no agency yet. */
const byListeners = (dossiers: readonly Dossier[]): readonly (readonly Dossier[])[] =>
  [...Map.groupBy(dossiers.filter(({ submission }) => submission), ({ submission, procedure }) => `${submission?.agency} ${procedure.code}`).values()]

const tellOf = async (dossiers: readonly Dossier[], deps: Needs): Promise<void> => {
  const [first] = dossiers
  if (!first?.submission) return
  const about = { agency: first.submission.agency, procedure: first.procedure.code }
  const events = dossiers.flatMap(({ outbox }) => outbox)
  await deps.dossiers.appendToFeed(about, events)
  await fanOut(events, about, deps)
}

export type Relayed = { readonly events: number; readonly failed: readonly { readonly id: string; readonly error: unknown }[] }
type Failed = Relayed['failed']

/** All together, since what they share is then read once; one by one where that failed, so that one bad dossier does not hold up the rest. */
const tellTogether = async (dossiers: readonly Dossier[], deps: Needs): Promise<Failed> => {
  try {
    await tellOf(dossiers, deps)
    return []
  } catch (error) {
    if (dossiers.length === 1) return dossiers.map(({ id }) => ({ id, error }))
    const failed: Failed[number][] = []
    for (const one of dossiers) failed.push(...await tellTogether([one], deps))
    return failed
  }
}

const settle = async (dossier: Dossier, deps: Needs): Promise<Failed> => {
  try {
    for (const event of dossier.outbox) await deps.dossiers.appendEvent(event)
    await deps.dossiers.clearOutbox(dossier)
    return []
  } catch (error) {
    return [{ id: dossier.id, error }]
  }
}

/**
 * Moves waiting events into immutable items, each dossier's oldest first, then takes them out of the outbox. Feed and
 * webhooks come first: an event that has its own item has reached both. At least once: a crash anywhere leaves the
 * outbox as it was, and the same event written again is the same bytes. `failed`: dossiers that still wait, and why.
 */
export const relayAll = async (ids: readonly string[], deps: Needs): Promise<Relayed> => {
  const dossiers = (await deps.dossiers.findAll(ids)).filter(({ outbox }) => outbox.length > 0)
  const failed: Failed[number][] = []
  for (const group of byListeners(dossiers)) failed.push(...await tellTogether(group, deps))
  const untold = new Set(failed.map(({ id }) => id))
  for (const dossier of dossiers.filter(({ id }) => !untold.has(id))) failed.push(...await settle(dossier, deps))
  const waiting = new Set(failed.map(({ id }) => id))
  return { events: dossiers.reduce((sum, { id, outbox }) => sum + (waiting.has(id) ? 0 : outbox.length), 0), failed }
}

/** The guarantee behind the stream's doorbell: whatever still waits, oldest first. */
export const sweepOutbox = async (limit: number, deps: Needs): Promise<Relayed> => relayAll(await deps.dossiers.withOutbox(limit), deps)
