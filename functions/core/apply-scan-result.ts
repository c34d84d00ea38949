import { cleanKeyOf, readQuarantineKey, withAttachment } from './attachment-rules.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { tell } from './events.ts'
import { contentMatches } from './file-types.ts'

type Needs = Pick<Deps, 'dossiers' | 'attachments' | 'clock'>

/** GuardDuty's words for the outcome of a scan. */
export type ScanStatus = 'NO_THREATS_FOUND' | 'THREATS_FOUND' | 'UNSUPPORTED' | 'ACCESS_DENIED' | 'FAILED'

/** What came of it; 'ignored' for keys and attachments that no head knows (removed meanwhile, or never ours). */
export type ScanApplied = Attachment['state'] | 'ignored'

const isDone = ({ state }: Attachment): boolean => state === 'clean' || state === 'infected' || state === 'unscannable'

const verdict = async (attachment: Attachment, status: ScanStatus, dossierId: string, deps: Needs): Promise<Attachment> => {
  if (status === 'THREATS_FOUND') return { ...attachment, state: 'infected', reason: 'attachment.infected' }
  if (status !== 'NO_THREATS_FOUND') return { ...attachment, state: 'unscannable', reason: status === 'UNSUPPORTED' ? 'attachment.locked' : 'attachment.scan-failed' }
  const cleanKey = cleanKeyOf(attachment, dossierId)
  const there = await deps.attachments.inspect(attachment)
  // Not in quarantine: an earlier run of this very event has released it, and crashed before it could say so.
  if (there && !contentMatches(attachment.type, there.head)) return { ...attachment, state: 'unscannable', reason: 'attachment.wrong-content' }
  await deps.attachments.release(attachment, cleanKey)
  return { ...attachment, state: 'clean', cleanKey }
}

/** A draft changes silently; of a dossier in the agency's hands the world is told, under the code that the agency knows it by. */
const recorded = (dossier: Dossier, judged: Attachment, deps: Needs): Dossier => {
  const next = withAttachment(dossier, judged)
  const code = dossier.submission?.code
  if (code === undefined) return next
  return tell(next, { type: 'attachment.scanned', actor: 'system', data: { code, attachment: judged.id, component: judged.component, state: judged.state }, at: deps.clock() })
}

/**
 * The scan's result moves a file on: clean files are copied out of quarantine first and named clean second, so that
 * a crash in between is repaired by the event's repetition. Events may come twice, late, or before `completeUpload`.
 */
export const applyScanResult = async ({ key, status }: { readonly key: string; readonly status: ScanStatus }, deps: Needs): Promise<ScanApplied> => {
  const ids = readQuarantineKey(key)
  const dossier = ids && await deps.dossiers.find(ids.dossier)
  const attachment = dossier?.attachments.find(({ id }) => id === ids?.attachment)
  if (!ids || !dossier || !attachment) return 'ignored'
  if (isDone(attachment)) return attachment.state
  const judged = await verdict(attachment, status, dossier.id, deps)
  const { state } = await changeDossier({
    read: async () => (await deps.dossiers.find(dossier.id)) ?? dossier,
    change: (fresh): { readonly next?: Dossier; readonly told: { readonly state: ScanApplied } } => {
      const now = fresh.attachments.find(({ id }) => id === attachment.id)
      if (!now) return { told: { state: 'ignored' } }
      return isDone(now) ? { told: { state: now.state } } : { next: recorded(fresh, judged, deps), told: { state: judged.state } }
    },
  }, deps)
  if (state === 'ignored') await deps.attachments.discard(judged)
  return state
}
