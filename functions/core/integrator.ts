/**
 * What a key may do. `read`: the facts of events and states: ids, codes, types, dates. `answers`: answers, papers, and what
 * people wrote (reasons, notes, officers' names). `handle`: actions and results. `webhooks`: own endpoints, which are posted
 * the facts of events; dead letters, replay.
 */
export const SCOPES = ['read', 'answers', 'handle', 'webhooks'] as const
export type Scope = (typeof SCOPES)[number]

/** An agency's own system, or whoever works for it. */
export type Integrator = {
  /** Slug that the operator chose; first part of every key. */
  readonly id: string
  readonly name: string
  /** Agencies whose dossiers it sees: the portal's identifier (H26) or a commune ('01/00004'). */
  readonly agencies: readonly string[]
  /** Codes of the procedures that it sees; empty: all. */
  readonly procedures: readonly string[]
  /** Origins of its sites, which may embed the portal's forms. */
  readonly origins?: readonly string[]
  /** Calls that it may make in a minute. */
  readonly perMinute: number
  readonly createdAt: string
}

/** A key as it is kept: the secret is shown once and stored as a hash. */
export type ApiKey = {
  /** Public part, which names the key in lists and logs. */
  readonly id: string
  readonly integrator: string
  /** SHA-256 of the secret part: 256 random bits need no slow hash. */
  readonly hash: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  /** Id of the key that made it; absent where the operator did. It is revoked with that one. */
  readonly madeWith?: string
  /** The end that it was made with: a key made with this one has it too, whatever ended this one sooner. */
  readonly naturalEnd?: string
  /** From here on it opens nothing: its natural end, the end of an overlap, or a revocation. It only ever moves nearer. */
  readonly endsAt?: string
}

/** Is this dossier one of theirs? */
export const covers = ({ agencies, procedures }: Integrator, dossier: { readonly agency: string; readonly procedure: string }): boolean =>
  agencies.includes(dossier.agency) && (procedures.length === 0 || procedures.includes(dossier.procedure))
