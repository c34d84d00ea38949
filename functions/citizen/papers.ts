import { papersFor } from '../../forms/engine/terms.ts'
import type { ProcedureRecord } from '../../forms/index.ts'
import type { Paper, PaperFile } from '../../forms/view/props.ts'
import type { Attachment, Dossier } from '../core/dossier.ts'
import { handedIn } from '../core/results.ts'

type Shown = Pick<Attachment, 'id' | 'component' | 'fileName' | 'bytes' | 'state' | 'reason'>

/** Files as a page shows them; `access` says what the visitor may do with them. */
export const paperFile = (file: Shown, access: { readonly dossierId?: string; readonly removable: boolean }): PaperFile => ({
  id: file.id,
  fileName: file.fileName,
  bytes: file.bytes,
  state: file.state,
  removable: access.removable,
  ...(file.reason !== undefined && { reason: file.reason }),
  ...(file.state === 'clean' && access.dossierId !== undefined && { href: `/ho-so/${access.dossierId}/tep/${file.id}` }),
})

/**
 * The components that these answers ask for, with their files; then those that are no longer asked for but still hold a
 * file, so that nothing a citizen gave is out of sight. A file that never arrived is shown where it can be removed, because
 * it holds up 'continue'. Where nothing can be removed, what is handed in is shown: no paper that was only laid ready for a supplement.
 */
export const papersOf = (record: ProcedureRecord, dossier: Dossier, removable: boolean): readonly Paper[] => {
  const shown = removable ? dossier.attachments : handedIn(dossier).filter(({ state }) => state !== 'uploading')
  const filesOf = (component: string): readonly PaperFile[] =>
    shown.filter((file) => file.component === component).map((file) => paperFile(file, { dossierId: dossier.id, removable }))
  const asked = papersFor(record, dossier.answers)
  const left = record.components.filter((component) => !asked.includes(component) && filesOf(component.id).length > 0)
  return [...asked, ...left].map((component) => ({ component, files: filesOf(component.id) }))
}
