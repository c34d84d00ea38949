import type { Answers, Lang } from '../../forms/index.ts'
import { sha256 } from './canonical.ts'
import { civilTime, endOfDay } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'

type Beginning = { readonly id: string; readonly token: string; readonly procedure: Dossier['procedure']; readonly lang: Lang; readonly answers: Answers }

/** A head as it is first written: revision 1, nothing told yet. */
export const newDraft = ({ id, token, procedure, lang, answers }: Beginning, deps: Pick<Deps, 'clock' | 'ids' | 'settings'>): Dossier => {
  const now = deps.clock()
  return {
    id, revision: 1, status: 'draft', procedure, lang, answers, attachments: [],
    tokenHash: sha256(token), resumeCode: deps.ids.code(6), createdAt: civilTime(now), updatedAt: civilTime(now),
    expiresAt: endOfDay(now, deps.settings.draftDays), relayed: [], outbox: [], lastEvent: { seq: 0, hash: '' },
  }
}
