import type { Deps } from './deps.ts'
import type { Dossier, DossierEvent } from './dossier.ts'
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

/**
 * Moves waiting events into immutable items, each dossier's oldest first, then takes them out of the outbox. Feed and
 * webhooks come first: an event that has its own item has reached both. At least once: a crash anywhere leaves the
 * outbox as it was, the same event written again is the same bytes, and the feed knows its newest entries again.
 */
export const relayTogether = async (ids: readonly string[], deps: Needs): Promise<readonly DossierEvent[]> => {
  const dossiers = (await deps.dossiers.findAll(ids)).filter(({ outbox }) => outbox.length > 0)
  for (const group of byListeners(dossiers)) await tellOf(group, deps)
  for (const dossier of dossiers) {
    for (const event of dossier.outbox) await deps.dossiers.appendEvent(event)
    await deps.dossiers.clearOutbox(dossier)
  }
  return dossiers.flatMap(({ outbox }) => outbox)
}

export type Relayed = { readonly events: number; readonly failed: readonly { readonly id: string; readonly error: unknown }[] }

/** All together, since what they share is then read once; one by one where that failed, so that one bad dossier does not hold up the rest. */
export const relayAll = async (ids: readonly string[], deps: Needs): Promise<Relayed> => {
  try {
    return { events: (await relayTogether(ids, deps)).length, failed: [] }
  } catch (error) {
    if (ids.length === 1) return { events: 0, failed: ids.map((id) => ({ id, error })) }
    const each: Relayed[] = []
    for (const id of ids) each.push(await relayAll([id], deps))
    return { events: each.reduce((sum, { events }) => sum + events, 0), failed: each.flatMap(({ failed }) => failed) }
  }
}

/** The guarantee behind the stream's doorbell: whatever still waits, oldest first. */
export const sweepOutbox = async (limit: number, deps: Needs): Promise<Relayed> => relayAll(await deps.dossiers.withOutbox(limit), deps)
