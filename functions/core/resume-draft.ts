import { sha256 } from './canonical.ts'
import { changeDossier } from './change-dossier.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError, type ErrorCode } from './errors.ts'
import { normaliseCode } from './ids.ts'
import { isExpired } from './open-draft.ts'

type Needs = Pick<Deps, 'dossiers' | 'clock' | 'ids' | 'settings'>
type Outcome = { readonly next: Dossier; readonly told: { readonly refused?: ErrorCode } }

const LOCK_MS = 3_600_000
const DEVICES = 5

const triesNow = (dossier: Dossier, now: Date): number => {
  const { count, since } = dossier.resumeTries ?? { count: 0, since: '' }
  return count > 0 && now.getTime() - Date.parse(since) < LOCK_MS ? count : 0
}

const wrong = (dossier: Dossier, count: number, now: Date): Outcome =>
  ({ next: { ...dossier, resumeTries: { count: count + 1, since: count === 0 ? civilTime(now) : (dossier.resumeTries?.since ?? civilTime(now)) } }, told: { refused: 'resume-wrong' } })

const right = (dossier: Dossier, token: string): Outcome => {
  const { resumeTries: _forgotten, ...rest } = dossier
  return { next: { ...rest, deviceHashes: [...(dossier.deviceHashes ?? []), sha256(token)].slice(-DEVICES) }, told: {} }
}

/**
 * Opens a draft (or the receipt that it has become) on another device: link and code give that device a token of its own,
 * and the first device keeps its one. Wrong codes are counted in the head before they are refused: parallel guesses
 * cannot outrun the count. Ten within an hour lock the link until that hour is over.
 */
export const resumeDraft = async ({ id, code }: { readonly id: string; readonly code: string }, deps: Needs): Promise<{ readonly dossier: Dossier; readonly token: string }> => {
  const token = deps.ids.token()
  const result = await changeDossier({
    read: async () => {
      const dossier = await deps.dossiers.find(id)
      // The same words as for a wrong code: a link tells nobody whether there is a draft behind it.
      if (!dossier || isExpired(dossier, deps.clock())) throw new AppError('resume-wrong')
      return dossier
    },
    change: (dossier): Outcome => {
      const now = deps.clock()
      const count = triesNow(dossier, now)
      if (count >= deps.settings.resumeTries) throw new AppError('resume-locked')
      return normaliseCode(code) === dossier.resumeCode ? right(dossier, token) : wrong(dossier, count, now)
    },
  }, deps)
  if (result.refused) throw new AppError(result.refused)
  return { dossier: result.dossier, token }
}
