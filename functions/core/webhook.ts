import { randomBytes } from 'node:crypto'
import { canonicalJson } from './canonical.ts'
import type { DossierEvent } from './dossier.ts'
import { withoutTexts } from './facts.ts'

/** Signs from its making until `endsAt`; two at once while a rotation overlaps. */
export type WebhookSecret = { readonly text: string; readonly endsAt?: string }

/** Where an integrator wants to be told. */
export type Endpoint = {
  readonly id: string
  readonly integrator: string
  readonly url: string
  /** Event types; empty: all. */
  readonly types: readonly string[]
  /** False: messages are laid ready and wait. */
  readonly active: boolean
  /** Granted what people wrote, too: fixed when the endpoint is made, so that an event's bytes are the same whenever they are made. */
  readonly texts: boolean
  /** Newest first. They have to be kept as they are: they sign. */
  readonly secrets: readonly WebhookSecret[]
  readonly createdAt: string
  /** Id of the key that made it or changed it last: revoking that key stops it. */
  readonly key: string
  /** Counts writes: whoever writes second looks again. */
  readonly version: number
}

/** One event on its way to one endpoint. `body` is sent as it is, every time. */
export type Message = {
  readonly endpoint: string
  readonly integrator: string
  readonly dossierId: string
  readonly seq: number
  /** The event's id, and the `webhook-id` of every attempt. */
  readonly id: string
  readonly type: string
  readonly body: string
  readonly state: 'waiting' | 'delivered' | 'dead'
  readonly attempts: number
  /** ISO time before which it is not tried, while it waits; of a dead one the time of its end. */
  readonly nextAt: string
  /** Since when it is being tried: retries end three days later. */
  readonly since: string
  readonly lastError?: string
  /** Counts writes: whoever writes second has lost. */
  readonly version: number
}

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** What is sent: made from the immutable event and the endpoint's grant alone, canonical, so that it is the same bytes whenever it is made. */
export const payloadOf = (event: DossierEvent, { agency, procedure }: { readonly agency: string; readonly procedure: string }, { texts }: Pick<Endpoint, 'texts'>): string =>
  canonicalJson({ type: event.type, timestamp: event.at, data: { version: 1, agency, procedure, index: event.seq, event: texts ? event : withoutTexts(event) } })

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** Waits between attempts, in milliseconds: 71.6 hours in all. */
export const RETRY_AFTER = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 20 * HOUR] as const

/** Nothing is tried for longer. */
export const GIVE_UP_MS = 72 * HOUR
