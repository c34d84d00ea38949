import { sha256 } from './canonical.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'

/** Id from the address and token from the browser that holds it. */
export type Holder = { readonly id: string; readonly token: string }

export const isExpired = (dossier: Dossier, now: Date): boolean =>
  dossier.expiresAt !== undefined && Date.parse(dossier.expiresAt) <= now.getTime()

/** Hashes are compared, not tokens: a timing difference tells nothing about the token. */
export const isHolder = (dossier: Dossier, token: string): boolean => {
  const hash = sha256(token)
  return dossier.tokenHash === hash || (dossier.deviceHashes ?? []).includes(hash)
}

/** The dossier, draft or submitted, for who holds its token. 'Not yours', 'expired' and 'not there' are one refusal. */
export const openDossier = async ({ id, token }: Holder, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<Dossier> => {
  const dossier = await deps.dossiers.find(id)
  if (!dossier || isExpired(dossier, deps.clock()) || !isHolder(dossier, token)) throw new AppError('draft-not-found')
  return dossier
}

/** Only while it is a draft: else 'already-submitted', with the id for the way to the receipt. */
export const openDraft = async (holder: Holder, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<Dossier> => {
  const dossier = await openDossier(holder, deps)
  if (dossier.status !== 'draft') throw new AppError('already-submitted', { id: dossier.id })
  return dossier
}
