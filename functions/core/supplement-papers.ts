import { attachmentFor, checkRoom, heldAttachments } from './attachment-rules.ts'
import { sha256Base64 } from './canonical.ts'
import { changeDossier } from './change-dossier.ts'
import type { Submitted } from './clock.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { contentMatches, HEAD_BYTES } from './file-types.ts'
import type { SupplementRequest } from './handling.ts'
import { findProcedure } from './load-procedure.ts'
import { markArrived } from './mark-arrived.ts'
import { openByKey, type KeyHolder } from './track-dossier.ts'
import type { FormFile } from './attach-file.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'attachments' | 'clock' | 'ids'>

/** What the agency waits for, or the refusal that it waits for nothing. */
export const askedOf = (dossier: Pick<Dossier, 'handling' | 'status'>): SupplementRequest => {
  const asked = dossier.handling?.asked
  if (!asked || !dossier.status.startsWith('awaiting-')) throw new AppError('nothing-asked')
  return asked
}

/** Files that were laid ready for the request that waits, arrived or not; they are handed in with the answer and not before. */
export const laidReady = ({ attachments, handling }: Pick<Dossier, 'attachments' | 'handling'>): readonly Attachment[] =>
  attachments.filter(({ supplement }) => supplement !== undefined && supplement === handling?.asked?.number)

const newFile = async (dossier: Submitted, file: FormFile, deps: Needs): Promise<Attachment> => {
  const asked = askedOf(dossier)
  if (!asked.papers.some(({ component }) => component === file.component)) throw new AppError('paper-unknown', { component: file.component.slice(0, 80) })
  const { record } = await findProcedure(dossier.procedure, deps)
  const attachment = attachmentFor({ ...file, bytes: file.body.byteLength, sha256: sha256Base64(file.body) }, dossier, record, deps)
  if (!contentMatches(attachment.type, file.body.subarray(0, HEAD_BYTES))) throw new AppError('file-content')
  return { ...attachment, supplement: asked.number }
}

/** The head knows of the file before the store does, so that a scan that is faster than we are finds whom to tell. */
const announce = (read: () => Promise<Dossier>, attachment: Attachment, deps: Needs): Promise<unknown> => changeDossier({
  read,
  change: async (fresh) => {
    if (fresh.attachments.some(({ id }) => id === attachment.id)) return { told: {} }
    if (askedOf(fresh).number !== attachment.supplement) throw new AppError('nothing-asked')
    checkRoom(fresh, (await findProcedure(fresh.procedure, deps)).record, attachment)
    return { next: { ...fresh, attachments: [...heldAttachments(fresh, deps.clock()), attachment] }, told: {} }
  },
}, deps)

/** Lays a file ready for exactly the papers that the agency asked for; it goes through the same quarantine and scan. */
export const addSupplementPaper = async (holder: KeyHolder, file: FormFile, deps: Needs): Promise<Attachment> => {
  const read = (): Promise<Submitted> => openByKey(holder, deps)
  const attachment = await newFile(await read(), file, deps)
  await announce(read, attachment, deps)
  await deps.attachments.putQuarantined(attachment, file.body)
  return markArrived(read, attachment.id, deps)
}

/** Takes back a file that was laid ready; what is in the agency's hands stays there. */
export const removeSupplementPaper = async (holder: KeyHolder, id: string, deps: Needs): Promise<void> => {
  const { gone } = await changeDossier({
    read: () => openByKey(holder, deps),
    change: (fresh): { readonly next?: Dossier; readonly told: { readonly gone?: Attachment } } => {
      const found = laidReady(fresh).find((one) => one.id === id)
      return found ? { next: { ...fresh, attachments: fresh.attachments.filter((one) => one.id !== id) }, told: { gone: found } } : { told: {} }
    },
  }, deps)
  if (gone) await deps.attachments.discard(gone)
}
