import { findAttachment, heldAttachments, isUnusable, newAttachment, withAttachment, type FileClaim } from './attachment-rules.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { nextStatus } from './life-cycle.ts'
import type { UploadTicket } from './ports.ts'
import { isResult, RESULT, resultsOf } from './results.ts'

type Needs = Pick<Deps, 'dossiers' | 'attachments' | 'clock' | 'ids'>

/** Reads the head afresh and checks that the caller may act on it. */
type Read = () => Promise<Dossier>

export type ResultClaim = Omit<FileClaim, 'component'>

/** What agencies hand out, and how much of it: signed PDF mostly. `held` has room for files that could not be used as well. */
export const RESULT_LIMITS = { accept: ['pdf', 'docx', 'png', 'jpg'], maxBytes: 20 * 1_048_576, files: 10, held: 20 } as const

/** While the case can be finished, and there is room. */
const checkOpen = (dossier: Dossier, now: Date): void => {
  if (nextStatus(dossier.status, 'finish', 'officer') === undefined) throw new AppError('not-allowed', { status: dossier.status }, [], { dossierStatus: dossier.status, revision: dossier.revision })
  const results = heldAttachments(dossier, now).filter(isResult)
  if (results.filter((one) => !isUnusable(one)).length >= RESULT_LIMITS.files) throw new AppError('file-too-many', { limit: RESULT_LIMITS.files })
  if (results.length >= RESULT_LIMITS.held) throw new AppError('file-too-many', { limit: RESULT_LIMITS.held })
}

/** First of two steps: the head knows of the result ('uploading'), and the agency's system gets the address to send it to. */
export const requestResult = async (read: Read, claim: ResultClaim, deps: Needs): Promise<{ readonly attachment: Attachment; readonly ticket: UploadTicket }> => {
  const attachment = newAttachment(claim, await read(), { component: RESULT, ...RESULT_LIMITS }, deps)
  await changeDossier({
    read,
    change: (fresh) => {
      if (fresh.attachments.some(({ id }) => id === attachment.id)) return { told: {} }
      checkOpen(fresh, deps.clock())
      return { next: { ...fresh, attachments: [...heldAttachments(fresh, deps.clock()), attachment] }, told: {} }
    },
  }, deps)
  return { attachment, ticket: await deps.attachments.ticket(attachment) }
}

const resultIn = (dossier: Dossier, id: string): Attachment => {
  const found = findAttachment(dossier, id)
  if (!isResult(found)) throw new AppError('file-not-found')
  return found
}

/** Second step: it was sent, and the store confirms it; from here on it is being scanned. Repeated, it tells the state. */
export const completeResult = async (read: Read, id: string, deps: Needs): Promise<Attachment> => {
  const found = resultIn(await read(), id)
  if (found.state !== 'uploading') return found
  const there = await deps.attachments.inspect(found)
  const { dossier } = await changeDossier({
    read,
    change: (fresh): { readonly next?: Dossier; readonly told: Record<string, never> } => {
      const now = resultIn(fresh, id)
      // The scan may have been faster and moved it out of quarantine: then its word stands.
      if (now.state !== 'uploading') return { told: {} }
      if (there?.bytes !== now.bytes) throw new AppError('file-not-arrived')
      return { next: withAttachment(fresh, { ...now, state: 'scanning' }), told: {} }
    },
  }, deps)
  return resultIn(dossier, id)
}

/** Takes back a result that was not given yet. Repeats are harmless. */
export const removeResult = async (read: Read, id: string, deps: Needs): Promise<void> => {
  const { gone } = await changeDossier({
    read,
    change: (fresh): { readonly next?: Dossier; readonly told: { readonly gone?: Attachment } } => {
      const found = fresh.attachments.find((one) => one.id === id && isResult(one))
      if (!found) return { told: {} }
      if (resultsOf(fresh).includes(found)) throw new AppError('file-given')
      return { next: { ...fresh, attachments: fresh.attachments.filter((one) => one !== found) }, told: { gone: found } }
    },
  }, deps)
  if (gone) await deps.attachments.discard(gone)
}
