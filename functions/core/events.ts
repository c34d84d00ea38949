import { hashOf } from './canonical.ts'
import { civilTime } from './civil-time.ts'
import type { Dossier, DossierEvent } from './dossier.ts'

type Told = Pick<DossierEvent, 'type' | 'actor' | 'data'> & { readonly at: Date }

/** Hash of an event: SHA-256 over its canonical JSON without the hash itself, `prevHash` included. */
export const eventHash = (event: Omit<DossierEvent, 'hash'>): string => hashOf(event)

/** The dossier with one more event in its outbox, chained to the one before. The caller writes it. */
export const tell = (dossier: Dossier, { type, actor, data, at }: Told): Dossier => {
  const seq = dossier.lastEvent.seq + 1
  const bare = { id: `${dossier.id}-${seq}`, dossierId: dossier.id, seq, type, at: civilTime(at), actor, data, prevHash: dossier.lastEvent.hash }
  const event = { ...bare, hash: eventHash(bare) }
  return { ...dossier, outbox: [...dossier.outbox, event], lastEvent: { seq, hash: event.hash } }
}

/** True where the events are numbered from 1 without a gap and each one carries the hash of the one before it. */
export const isChain = (events: readonly DossierEvent[]): boolean => events.every((event, index) => {
  const { hash, ...bare } = event
  return event.seq === index + 1 && event.prevHash === (events[index - 1]?.hash ?? '') && hash === eventHash(bare)
})
