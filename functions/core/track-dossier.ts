import { createHash, timingSafeEqual } from 'node:crypto'
import type { Due, Lang } from '../../forms/index.ts'
import { civilTime } from './civil-time.ts'
import { dueNow, isOverdue, type Submitted } from './clock.ts'
import type { Deps } from './deps.ts'
import type { Dossier, DossierEvent, DossierStatus, Submission } from './dossier.ts'
import { AppError } from './errors.ts'
import { fileGrant, type FileGrant } from './file-grant.ts'
import type { Handling } from './handling.ts'
import { normaliseCode } from './ids.ts'
import { handedIn, RESULT, resultsOf } from './results.ts'

/** Degree of completion that the law lets anybody see (TT 01/2018, art. 16.2.d), in percent. */
export const COMPLETION: Readonly<Record<DossierStatus, number>> = {
  draft: 0, submitted: 10, 'awaiting-supplement': 15, supplemented: 20, received: 25, 'awaiting-payment': 40, 'awaiting-clarification': 40, processing: 60,
  done: 90, returned: 100, refused: 100, withdrawn: 100, stopped: 100,
}

/** What the code alone shows. */
export type TrackedBriefly = { readonly kind: 'brief'; readonly code: string; readonly percent: number }

type TrackedFile = Pick<Dossier['attachments'][number], 'id' | 'component' | 'fileName' | 'bytes' | 'state' | 'reason'>

/** What the code and the tracking key show: status, the way so far, and when it is due and why. Never the answers. */
export type TrackedFully = {
  readonly kind: 'full'
  readonly id: string
  readonly code: string
  readonly percent: number
  readonly status: DossierStatus
  readonly lang: Lang
  readonly procedure: Dossier['procedure']
  readonly submission: Submission
  /** The date that is promised now; differs from the receipt's after a supplement or a new promise. */
  readonly due: Due
  /** That date has passed, and the agency still owes the result. */
  readonly overdue: boolean
  /** What the agency has said, as far as it concerns the citizen. */
  readonly said: Pick<Handling, 'asked' | 'payment' | 'repromised' | 'ended'>
  readonly attachments: readonly TrackedFile[]
  /** Results, each with what opens it for ten minutes. */
  readonly results: readonly (TrackedFile & { readonly grant: FileGrant })[]
  readonly timeline: readonly Pick<DossierEvent, 'seq' | 'type' | 'at' | 'actor' | 'data'>[]
}

/** Dossier of a code; an alias whose head does not carry the code is the trace of a crashed submit, and shows nothing. */
export const dossierOfCode = async (code: string, deps: Pick<Deps, 'dossiers'>): Promise<Dossier & { readonly submission: Submission }> => {
  // What nobody was given as a code is not asked of the table: keys of any length and any letters would be a fault there.
  const id = /^[A-Z\d.-]{1,60}$/.test(code) ? await deps.dossiers.idOfCode(code) : undefined
  const dossier = id === undefined ? undefined : await deps.dossiers.find(id)
  if (!dossier?.submission || dossier.submission.code !== code) throw new AppError('dossier-not-found', { code: code.slice(0, 60) })
  return { ...dossier, submission: dossier.submission }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const sameKey = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** The scan of a result would tell of it before it is given. */
const isCitizens = ({ type, data }: Pick<DossierEvent, 'type' | 'data'>): boolean => type !== 'attachment.scanned' || data['component'] !== RESULT

/** Events already relayed and those still in the outbox, in order; those that are the citizen's business. */
const timeline = async (dossier: Dossier, deps: Pick<Deps, 'dossiers'>): Promise<TrackedFully['timeline']> => {
  const relayed = await deps.dossiers.events(dossier)
  return [...relayed, ...dossier.outbox].filter(isCitizens).map(({ seq, type, at, actor, data }) => ({ seq, type, at, actor, data }))
}

/** As people copy codes: lower case, other hyphens, spaces around them or in their place; hyphens and dots belong to the code. */
export const normaliseDossierCode = (typed: string): string => {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\u2010-\u2015\u2212]/g, '-').trim()
  return code.replace(/\s+/g, code.includes('-') ? '' : '-')
}

/** Who has the receipt: its code and its key. */
export type KeyHolder = { readonly code: string; readonly key: string }

/** The dossier for who has its code and key; a wrong key is refused. */
export const openByKey = async ({ code, key }: KeyHolder, deps: Pick<Deps, 'dossiers'>): Promise<Submitted> => {
  const dossier = await dossierOfCode(normaliseDossierCode(code), deps)
  if (!sameKey(normaliseCode(key), dossier.submission.trackingKey)) throw new AppError('tracking-wrong')
  return dossier
}

const shownFile = ({ id, component, fileName, bytes, state, reason }: TrackedFile): TrackedFile => ({ id, component, fileName, bytes, state, ...(reason === undefined ? {} : { reason }) })

const saidOf = ({ handling, status }: Dossier): TrackedFully['said'] => {
  const { asked, payment, repromised, ended } = handling ?? {}
  return { ...(asked && { asked }), ...(payment && status === 'awaiting-payment' && { payment }), ...(repromised && { repromised }), ...(ended && { ended }) }
}

/** Tracks a dossier. Without a key: code and degree of completion alone. A wrong key is refused, never answered briefly. */
export const trackDossier = async ({ code, key }: { readonly code: string; readonly key?: string }, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<TrackedBriefly | TrackedFully> => {
  if (key === undefined || key.trim() === '') {
    const { submission, status } = await dossierOfCode(normaliseDossierCode(code), deps)
    return { kind: 'brief', code: submission.code, percent: COMPLETION[status] }
  }
  const dossier = await openByKey({ code, key }, deps)
  const { id, status, lang, procedure, submission } = dossier
  const until = civilTime(new Date(deps.clock().getTime() + 600_000))
  return {
    kind: 'full', id, code: submission.code, percent: COMPLETION[status], status, lang, procedure, submission,
    due: dueNow(dossier), overdue: isOverdue(dossier, deps.clock()), said: saidOf(dossier), attachments: handedIn(dossier).map(shownFile),
    results: resultsOf(dossier).map((file) => ({ ...shownFile(file), grant: fileGrant(dossier, file.id, until) })),
    timeline: await timeline(dossier, deps),
  }
}
