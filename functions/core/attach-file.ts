import { sha256Base64 } from './canonical.ts'
import { attachmentFor, checkRoom, heldAttachments, type FileClaim } from './attachment-rules.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { openGranted, type FileGrant } from './file-grant.ts'
import { contentMatches, HEAD_BYTES } from './file-types.ts'
import { findProcedure } from './load-procedure.ts'
import { markArrived } from './mark-arrived.ts'
import { openDossier, openDraft, type Holder } from './open-draft.ts'
import type { UploadTicket } from './ports.ts'
import { heldByCitizen, resultsOf } from './results.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'attachments' | 'clock' | 'ids'>

const add = async (holder: Holder, made: { readonly dossier: Dossier; readonly attachment: Attachment }, deps: Needs): Promise<Dossier> => {
  const { record } = await findProcedure(made.dossier.procedure, deps)
  const { attachment } = made
  const { dossier } = await changeDossier({
    read: () => openDraft(holder, deps),
    change: (fresh) => {
      if (fresh.attachments.some(({ id }) => id === attachment.id)) return { told: {} }
      checkRoom(fresh, record, attachment)
      return { next: { ...fresh, attachments: [...heldAttachments(fresh, deps.clock()), attachment] }, told: {} }
    },
  }, deps)
  return dossier
}

const claimed = async (post: Holder & FileClaim, deps: Needs): Promise<{ readonly dossier: Dossier; readonly attachment: Attachment }> => {
  const dossier = await openDraft(post, deps)
  const { record } = await findProcedure(dossier.procedure, deps)
  const attachment = attachmentFor(post, dossier, record, deps)
  checkRoom(dossier, record, attachment)
  return { dossier, attachment }
}

/** First of three steps: the head knows of the file ('uploading'), and the browser gets the address to send it to. */
export const requestUpload = async (post: Holder & FileClaim, deps: Needs): Promise<{ readonly attachment: Attachment; readonly ticket: UploadTicket }> => {
  const made = await claimed(post, deps)
  await add(post, made, deps)
  return { attachment: made.attachment, ticket: await deps.attachments.ticket(made.attachment) }
}

type Named = Holder & { readonly attachment: string }

const openFile = async (named: Named, deps: Needs): Promise<Attachment> => {
  const found = heldByCitizen(await openDossier(named, deps)).find(({ id }) => id === named.attachment)
  if (!found) throw new AppError('file-not-found')
  return found
}

/** Second step: the browser says that it has sent the file, and the store confirms it. Repeats are harmless. */
export const completeUpload = async (named: Named, deps: Needs): Promise<Attachment> => {
  const found = await openFile(named, deps)
  if (found.state !== 'uploading') return found
  const there = await deps.attachments.inspect(found)
  // The scan may have moved it out of quarantine in between: the head then says so.
  if (!there) return afterAll(named, deps)
  if (there.bytes !== found.bytes) throw new AppError('file-not-arrived')
  return markArrived(() => openDossier(named, deps), named.attachment, deps)
}

const afterAll = async (named: Named, deps: Needs): Promise<Attachment> => {
  const found = await openFile(named, deps)
  if (found.state === 'uploading') throw new AppError('file-not-arrived')
  return found
}

export type FormFile = { readonly component: string; readonly fileName: string; readonly type: string; readonly body: Uint8Array }

/** Without JavaScript: the file comes through the function, into the same quarantine and the same scan. */
export const uploadThroughForm = async (post: Holder & FormFile, deps: Needs): Promise<Attachment> => {
  const { body, ...rest } = post
  const made = await claimed({ ...rest, bytes: body.byteLength, sha256: sha256Base64(body) }, deps)
  if (!contentMatches(made.attachment.type, body.subarray(0, HEAD_BYTES))) throw new AppError('file-content')
  await add(post, made, deps)
  await deps.attachments.putQuarantined(made.attachment, body)
  return markArrived(() => openDossier(post, deps), made.attachment.id, deps)
}

/** Takes a file out of a draft. The head forgets it first: a file without a head entry is only litter, the reverse would be a lie. */
export const removeAttachment = async (named: Named, deps: Needs): Promise<Dossier> => {
  const result = await changeDossier({
    read: () => openDraft(named, deps),
    change: (fresh): { readonly next?: Dossier; readonly told: { readonly gone?: Attachment } } => {
      const gone = fresh.attachments.find(({ id }) => id === named.attachment)
      return gone ? { next: { ...fresh, attachments: fresh.attachments.filter(({ id }) => id !== gone.id) }, told: { gone } } : { told: {} }
    },
  }, deps)
  if (result.gone) await deps.attachments.discard(result.gone)
  return result.dossier
}

/** Short-lived address of a clean file, for who holds the dossier; what the agency has not given yet is not there. */
export const downloadAttachment = async (named: Named, deps: Needs): Promise<string> => {
  const found = await openFile(named, deps)
  if (found.state !== 'clean') throw new AppError('file-not-clean')
  return deps.attachments.downloadUrl(found)
}

/** Short-lived address of a result, for who was shown the grant on the tracking page. */
export const downloadResult = async ({ id, attachment, grant }: { readonly id: string; readonly attachment: string; readonly grant: FileGrant }, deps: Needs): Promise<string> => {
  const found = resultsOf(await openGranted({ id, file: attachment, grant }, deps)).find((one) => one.id === attachment)
  if (!found) throw new AppError('file-not-found')
  return deps.attachments.downloadUrl(found)
}
