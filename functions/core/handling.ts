import type { Due } from '../../forms/index.ts'

/** What an agency asks a citizen to put right, all in one request. `reason` is told to the citizen as it is. */
export type SupplementRequest = {
  /** 1, or 2: there is no third (rules-of-law.ts). */
  readonly number: number
  /** Fields that open for the citizen, by pointer into the answers. */
  readonly fields: readonly { readonly pointer: string; readonly reason: string }[]
  /** Papers to add, by component id. */
  readonly papers: readonly { readonly component: string; readonly reason: string }[]
  readonly reason: string
  readonly askedAt: string
  /** Civil date until which the agency waits; absent: no end was named. */
  readonly until?: string
}

/** A stretch of waiting for the citizen; ISO times. */
export type Wait = { readonly from: string; readonly to: string }

/** Sub-states of 'being handled' that agencies tell each other; the outward status stays 4. */
export const STEPS = ['assessment', 'consultation', 'inter-agency', 'awaiting-signature'] as const
export type Step = (typeof STEPS)[number]

/** What a dossier gathers after it was submitted: part of its head, changed with its status in one write. */
export type Handling = {
  readonly receivedAt?: string
  /** The date that is promised now, where it is no longer the one on the receipt. */
  readonly due?: Due
  readonly step?: Step
  readonly department?: string
  /** Supplements asked for so far. */
  readonly supplements: number
  /** Number of the last supplement that was handed in: its files are the agency's, later ones are still the citizen's. */
  readonly answered: number
  /** The request that waits for the citizen. */
  readonly asked?: SupplementRequest
  readonly waits: readonly Wait[]
  /** When a supplement last had the limit counted anew; absent: it runs from the submission. */
  readonly restartedAt?: string
  readonly payment?: { readonly amount: number; readonly reason: string; readonly askedAt: string; readonly paidAt?: string }
  /** A later date was promised, with an apology; once (NĐ 61/2018/NĐ-CP, art. 19.9). */
  readonly repromised?: { readonly from: string; readonly dueAt: string; readonly reason: string; readonly apology: string; readonly at: string }
  /** Why it was refused, stopped or withdrawn. */
  readonly ended?: { readonly reason: string; readonly at: string }
  /** Ids of attachments that are results. */
  readonly results: readonly string[]
  /** Hash of what is in the agency's hands now, once a supplement has changed it. */
  readonly contentHash?: string
  /** Actions by the hash of who acted and of the Idempotency-Key, the newest few: a repeat is told the same event. */
  readonly told: readonly { readonly key: string; readonly body: string; readonly seq: number }[]
}

export const NO_HANDLING: Handling = { supplements: 0, answered: 0, waits: [], results: [], told: [] }
