import type { CatalogueIndex, FormModel, ProcedureRecord, Validate } from '../../forms/index.ts'
import type { Attachment, Dossier, DossierEvent } from './dossier.ts'
import type { ApiKey, Integrator } from './integrator.ts'
import type { Endpoint, Message } from './webhook.ts'

/** Thrown by a store when the condition of a write did not hold; the use case decides what it means. */
export class ConditionFailed extends Error { override readonly name = 'ConditionFailed' }

/** Thrown by a store when the service is throttled or out of reach: 503 with Retry-After, nothing lost. */
export class Unavailable extends Error { override readonly name = 'Unavailable' }

export type DossierStore = {
  readonly find: (id: string) => Promise<Dossier | undefined>
  /** Those of these dossiers with something in the outbox, in the order asked for. */
  readonly findWaiting: (ids: readonly string[]) => Promise<readonly Waiting[]>
  /** Only where no dossier has this id: else ConditionFailed. */
  readonly create: (dossier: Dossier) => Promise<void>
  /** Only where the stored revision is `expected`; `dossier.revision` is expected + 1. Else ConditionFailed. */
  readonly save: (dossier: Dossier, expected: number) => Promise<void>
  /** Next number of the agency's day, from 1. Gaps are fine, repeats are not. */
  readonly nextNumber: (agency: string, day: string) => Promise<number>
  /** Only where the code is free: else ConditionFailed. */
  readonly claimCode: (code: string, id: string) => Promise<void>
  readonly idOfCode: (code: string) => Promise<string | undefined>
  /** Ids of dossiers with something in the outbox: all shards, oldest first, at most `limit`. */
  readonly withOutbox: (limit: number) => Promise<readonly string[]>
  /**
   * Adds events of one procedure's dossiers to their agency's feed, under numbers that run on without a gap: who has read up to one number
   * has missed nothing before it. At least once: the same event may stand there twice, under two numbers. An entry never changes.
   */
  readonly appendToFeed: (about: { readonly agency: string; readonly procedure: string }, events: readonly DossierEvent[]) => Promise<FeedNumbers>
  /** Puts the numbers of the events that were in the outbox of the head that was read in the place of those events (does not change `revision`). Repeats are harmless. */
  readonly clearOutbox: (read: Pick<Waiting, 'id' | 'relayed' | 'outbox'>, numbers: FeedNumbers) => Promise<void>
  /** The events of a dossier that stand in its agency's feed, in order; those that wait are in its outbox. */
  readonly events: (dossier: Pick<Dossier, 'submission' | 'relayed'>) => Promise<readonly DossierEvent[]>
  /** Entries of an agency's feed behind this number, in order, at most `limit`; fewer only where there are no more. */
  readonly feedAfter: (agency: string, number: number, limit: number) => Promise<readonly FeedEntry[]>
}

/** What relaying reads of a head: which events wait, where the earlier ones are, and whom they concern. No answer is in it. */
export type Waiting = Pick<Dossier, 'id' | 'procedure' | 'submission' | 'relayed' | 'outbox'>

/** By the event's id. */
export type FeedNumbers = ReadonlyMap<string, number>

export type FeedEntry = { readonly number: number; readonly agency: string; readonly procedure: string; readonly event: DossierEvent }

export type PublishedProcedure = {
  readonly record: ProcedureRecord
  readonly version: number
  readonly publishedAt: string
  /** SHA-256 of the source folder: the same content is never published twice. */
  readonly sourceHash: string
  readonly form?: FormModel
  readonly validatorSha256?: string
  /** The agency's Word form; with `templateSha256` dossiers can be printed on it. */
  readonly wordForm?: { readonly sha256: string; readonly bytes: number; readonly templateSha256?: string }
}

export type CatalogueEntry = Pick<ProcedureRecord, 'code' | 'title' | 'summary' | 'keywords' | 'field' | 'levels'> & {
  readonly agency: ProcedureRecord['agency']['title']
  readonly online: boolean
  readonly version: number
}

/** Which index lists are read from. `revision` counts its moves; `contentHash` is of what it holds. */
export type IndexPointer = { readonly revision: number; readonly id: string; readonly parts: number; readonly contentHash: string }

export type ProcedureStore = {
  readonly current: (code: string) => Promise<PublishedProcedure | undefined>
  readonly version: (code: string, version: number) => Promise<PublishedProcedure | undefined>
  /** The truth of what is published, entry by entry: for publishing. Lists and searches read `index`. */
  readonly catalogue: () => Promise<readonly CatalogueEntry[]>
  /** The catalogue ready to be searched, as of the last `moveIndex`; made of the entries where there has been none. Kept per container until the pointer moves. */
  readonly index: () => Promise<CatalogueIndex<CatalogueEntry>>
  readonly indexPointer: () => Promise<IndexPointer | undefined>
  /** Puts an index in place of `previous` (undefined: none); ConditionFailed where somebody else did meanwhile. */
  readonly moveIndex: (index: CatalogueIndex<CatalogueEntry>, contentHash: string, previous: IndexPointer | undefined) => Promise<void>
  /** Immutable; only where this version does not exist. */
  readonly addVersion: (published: PublishedProcedure) => Promise<void>
  /** Moves CURRENT from `previous` (0: none) to the published version and refreshes the catalogue entry. */
  readonly makeCurrent: (published: PublishedProcedure, previous: number) => Promise<void>
}

/** Procedures that authors hand in to be published, packed. The publish job reads them; whoever operates the portal may write. */
export const DRAFTS = 'drafts'

/** What the publish job makes: compiled validators, the agencies' Word forms, and what filling those needs to know. */
export type ArtefactKind = 'validators' | 'word-forms' | 'word-templates'

/** Published artefacts by their SHA-256. Only the publish job may write. */
export type ArtefactStore = {
  readonly put: (kind: ArtefactKind, sha256: string, body: Uint8Array, contentType: string) => Promise<void>
  /** Throws where the content does not hash to the name. */
  readonly get: (kind: ArtefactKind | typeof DRAFTS, sha256: string) => Promise<Uint8Array>
}

export type UploadTicket = { readonly url: string; readonly fields: Readonly<Record<string, string>>; readonly expiresAt: string }

export type AttachmentStore = {
  /** Presigned POST: key, exact length, type and SHA-256 pinned, valid for ten minutes. */
  readonly ticket: (attachment: Attachment) => Promise<UploadTicket>
  /** For posts without JavaScript: through the function, into the same quarantine. */
  readonly putQuarantined: (attachment: Attachment, body: Uint8Array) => Promise<void>
  /** Size and first bytes of what arrived, or undefined where nothing has. */
  readonly inspect: (attachment: Attachment) => Promise<{ readonly bytes: number; readonly head: Uint8Array } | undefined>
  /** Copies to the clean bucket under a new key and deletes the quarantined object. Repeats are harmless. */
  readonly release: (attachment: Attachment, cleanKey: string) => Promise<void>
  readonly discard: (attachment: Attachment) => Promise<void>
  /** Short-lived address of a clean file, as a download under its own name. */
  readonly downloadUrl: (attachment: Attachment) => Promise<string>
}

/** Only where none with this id came on the same day: else ConditionFailed. */
export type FeedbackStore = { readonly add: (feedback: Feedback) => Promise<void> }
export type Feedback = {
  readonly id: string; readonly at: string; readonly about: 'procedure' | 'agency' | 'dossier' | 'portal'; readonly subject: string
  readonly text: string; readonly name: string; readonly contact: string; readonly lang: 'vi' | 'en'
}

export type IntegratorStore = {
  readonly integrator: (id: string) => Promise<Integrator | undefined>
  readonly integrators: () => Promise<readonly Integrator[]>
  /** New, or in the place of the one with this id. */
  readonly putIntegrator: (integrator: Integrator) => Promise<void>
  readonly key: (integrator: string, id: string) => Promise<ApiKey | undefined>
  readonly keysOf: (integrator: string) => Promise<readonly ApiKey[]>
  /** Only where this id is free: else ConditionFailed. */
  readonly addKey: (key: ApiKey) => Promise<void>
  /** The key ends at this time, unless it ends before. Repeats are harmless. */
  readonly endKey: (key: Pick<ApiKey, 'integrator' | 'id'>, at: string) => Promise<void>
  /** Calls of this integrator in this minute (`2026-07-14T01:00`, UTC), with this one. */
  readonly countCall: (integrator: string, minute: string) => Promise<number>
}

/** Where a page of dead letters ended: the last one's end and event. */
export type DeadPosition = Pick<Message, 'nextAt' | 'dossierId' | 'seq'>

export type WebhookStore = {
  readonly endpoints: () => Promise<readonly Endpoint[]>
  readonly endpoint: (integrator: string, id: string) => Promise<Endpoint | undefined>
  /** Only where this id is free: else ConditionFailed. */
  readonly addEndpoint: (endpoint: Endpoint) => Promise<void>
  /** Only where the stored version is `expected`; `endpoint.version` is expected + 1. Else ConditionFailed. */
  readonly saveEndpoint: (endpoint: Endpoint, expected: number) => Promise<void>
  /** From now on there is no such endpoint. Repeats are harmless. */
  readonly removeEndpoint: (endpoint: Pick<Endpoint, 'integrator' | 'id'>, at: string) => Promise<void>
  /** Only where this endpoint has no message of this event; else nothing happens. */
  readonly addMessage: (message: Message) => Promise<void>
  readonly message: (endpoint: string, dossierId: string, seq: number) => Promise<Message | undefined>
  /** Messages of one dossier to one endpoint, in the order of its events, whatever their state. */
  readonly messagesOf: (endpoint: string, dossierId: string) => Promise<readonly Message[]>
  /** Messages that wait and whose time has come, longest due first, at most `limit`; may be a moment behind. */
  readonly due: (endpoint: string, until: string, limit: number) => Promise<readonly Message[]>
  /** Dead letters, oldest first, at most `limit`, from behind `after` on; may be a moment behind. */
  readonly dead: (endpoint: string, limit: number, after?: DeadPosition) => Promise<readonly Message[]>
  /** Only where the stored version is `expected`; `message.version` is expected + 1. Else ConditionFailed. */
  readonly saveMessage: (message: Message, expected: number) => Promise<void>
}

/** Compiled validators by version, cached per container. */
export type Validators = (published: PublishedProcedure) => Promise<Validate>

export type Clock = () => Date
/** Random ids and secrets, injected so that proofs can seed them. */
export type Ids = {
  readonly uuid: () => string
  /** 128 random bits, base64url. */
  readonly token: () => string
  /** `length` characters of an alphabet without look-alikes (no 0 O 1 I L). */
  readonly code: (length: number) => string
}
