import type { Attachment, Dossier } from '../core/dossier.ts'
import { AppError } from '../core/errors.ts'

/** A file of a draft as the API tells it: no storage key leaves the house. */
export const tellAttachment = ({ id, component, fileName, type, bytes, sha256, state, addedAt, reason }: Attachment) =>
  ({ id, component, fileName, type, bytes, sha256, state, addedAt, ...(reason !== undefined && { reason }) })

/** A draft with what a client needs to go on: its revision (the ETag) and the code that opens it on another device. */
export const tellDraft = ({ id, revision, status, procedure, answers, attachments, resumeCode, updatedAt, expiresAt }: Dossier) =>
  ({ id, revision, status, procedure, answers, attachments: attachments.map(tellAttachment), resumeCode, updatedAt, ...(expiresAt !== undefined && { expiresAt }) })

/** The receipt. Its tracking key is a secret of who submitted. */
export const tellReceipt = ({ id, status, procedure, submission }: Dossier) => {
  if (submission === undefined) throw new AppError('dossier-not-found')
  const { due, ...rest } = submission
  return { id, status, procedure, ...rest, dueAt: due.dueAt, due }
}

/** Entity tag of a revision (RFC 9110 §8.8.3). */
export const revisionTag = ({ revision }: Pick<Dossier, 'revision'>): string => `"${revision}"`
