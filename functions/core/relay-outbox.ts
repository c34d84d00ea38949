import type { Deps } from './deps.ts'
import type { Dossier, DossierEvent } from './dossier.ts'
import { fanOut } from './fan-out.ts'

type Needs = Pick<Deps, 'dossiers' | 'integrators' | 'webhooks' | 'clock'>

/** Feed and webhooks come first: an event that has its own item has reached both, so one that has none is told, however often. */
const tellAgency = async ({ id, outbox, submission, procedure }: Dossier, deps: Needs): Promise<void> => {
  if (!submission) return
  const told = (await deps.dossiers.events(id)).at(-1)?.seq ?? 0
  const about = { agency: submission.agency, procedure: procedure.code }
  const fresh = outbox.filter(({ seq }) => seq > told)
  await deps.dossiers.appendToFeed(about, fresh)
  await fanOut(fresh, about, deps)
}

/**
 * Moves a dossier's waiting events into immutable items, oldest first, then takes them out of the outbox.
 * At least once: a crash anywhere leaves the outbox as it was, and the same event written again is the same bytes.
 */
export const relayOutbox = async (id: string, deps: Needs): Promise<readonly DossierEvent[]> => {
  const dossier = await deps.dossiers.find(id)
  if (!dossier || dossier.outbox.length === 0) return []
  await tellAgency(dossier, deps)
  for (const event of dossier.outbox) await deps.dossiers.appendEvent(event)
  await deps.dossiers.clearOutbox(dossier)
  return dossier.outbox
}

export type Swept = { readonly events: number; readonly failed: readonly { readonly id: string; readonly error: unknown }[] }

/** The guarantee behind the stream's doorbell: whatever still waits, oldest first. One bad dossier does not hold up the rest. */
export const sweepOutbox = async (limit: number, deps: Needs): Promise<Swept> => {
  const ids = await deps.dossiers.withOutbox(limit)
  const failed: { readonly id: string; readonly error: unknown }[] = []
  let events = 0
  for (const id of ids) {
    try {
      events += (await relayOutbox(id, deps)).length
    } catch (error) {
      failed.push({ id, error })
    }
  }
  return { events, failed }
}
