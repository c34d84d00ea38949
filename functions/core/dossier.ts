import type { Answers, Due, Json, Lang } from '../../forms/index.ts'
import type { Handling } from './handling.ts'

/** The ten national statuses are derived from these (life-cycle.ts `NATIONAL`); a draft has none. */
export type DossierStatus =
  | 'draft' | 'submitted' | 'supplemented' | 'received' | 'refused' | 'processing' | 'awaiting-supplement' | 'awaiting-clarification'
  | 'awaiting-payment' | 'withdrawn' | 'stopped' | 'done' | 'returned'

export type AttachmentState = 'uploading' | 'scanning' | 'clean' | 'infected' | 'unscannable'

export type Attachment = {
  readonly id: string
  readonly component: string
  /** As the citizen named it; shown escaped, never part of a key. */
  readonly fileName: string
  readonly type: string
  readonly bytes: number
  /** Base64 SHA-256, as S3 pins it. */
  readonly sha256: string
  readonly state: AttachmentState
  readonly quarantineKey: string
  /** Key in the clean bucket, once clean. */
  readonly cleanKey?: string
  readonly addedAt: string
  /** Why it cannot be used, as a message key of `attachment.*`: wrong content, password… */
  readonly reason?: string
  /** Number of the supplement that it answers; it is in the agency's hands once that supplement is handed in. */
  readonly supplement?: number
}

/** An event as the world is told of it. Immutable; hash = SHA-256 of its canonical JSON including prevHash. */
export type DossierEvent = {
  readonly id: string
  readonly dossierId: string
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly actor: 'citizen' | 'officer' | 'system'
  readonly data: Readonly<Record<string, Json>>
  readonly prevHash: string
  readonly hash: string
}

/** One DynamoDB item: draft, then dossier. Every change is one conditional write on `revision`. */
export type Dossier = {
  readonly id: string
  readonly revision: number
  readonly status: DossierStatus
  readonly procedure: { readonly code: string; readonly version: number }
  readonly lang: Lang
  readonly answers: Answers
  readonly attachments: readonly Attachment[]
  /** SHA-256 of the token that the browser holds. */
  readonly tokenHash: string
  /** SHA-256 of the tokens of devices that resumed with the code; the newest few. */
  readonly deviceHashes?: readonly string[]
  /** Slug of the furthest page that the way forward has led to: pages before it were seen, even where nothing was typed. */
  readonly reached?: string
  /** What the last autosave was typed over: its own page may still post that base without being a second tab. */
  readonly autosaved?: { readonly section: string; readonly base: string }
  /** Typed with the resume link on another device; wrong tries are counted and lock for an hour. */
  readonly resumeCode: string
  readonly resumeTries?: { readonly count: number; readonly since: string }
  readonly createdAt: string
  readonly updatedAt: string
  /** ISO time after which a draft is gone; absent once submitted. */
  readonly expiresAt?: string
  /** For one-shot API dossiers: SHA-256 of the body that came with the Idempotency-Key. */
  readonly requestHash?: string
  readonly submission?: Submission
  /** What has happened to it in the agency's hands; absent until the first action. */
  readonly handling?: Handling
  /** Numbers in the agency's feed under which its events stand, first to last; those that come after them are in the outbox. */
  readonly relayed: readonly number[]
  readonly outbox: readonly DossierEvent[]
  readonly lastEvent: { readonly seq: number; readonly hash: string }
}

export type Submission = {
  /** Dossier code: H26.12-241014-0001. */
  readonly code: string
  readonly trackingKey: string
  readonly submittedAt: string
  readonly due: Due
  readonly agency: string
  /** SHA-256 of canonical answers and attachment hashes: what was submitted can be proved later. */
  readonly contentHash: string
}
