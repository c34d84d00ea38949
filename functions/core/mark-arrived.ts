import { findAttachment, withAttachment } from './attachment-rules.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'

/** 'uploading' -> 'scanning', unless the scan's result was faster: then its word stands. `read` checks that the caller may do this. */
export const markArrived = async (read: () => Promise<Dossier>, id: string, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<Attachment> => {
  const { dossier } = await changeDossier({
    read,
    change: (fresh) => {
      const found = findAttachment(fresh, id)
      return found.state === 'uploading' ? { next: withAttachment(fresh, { ...found, state: 'scanning' }), told: {} } : { told: {} }
    },
  }, deps)
  return findAttachment(dossier, id)
}
