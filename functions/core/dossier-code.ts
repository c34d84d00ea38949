import type { Deps } from './deps.ts'
import { civilDate } from './civil-time.ts'

/** Dossier code after QĐ 20/2020/QĐ-TTg: agency identifier, civil date, number of the day with four digits or more. */
export const dossierCode = (agency: string, day: string, number: number): string => `${agency}-${day}-${String(number).padStart(4, '0')}`

/**
 * Takes the next free code for a dossier. A crash after either write costs a gap in the numbers, never a dossier:
 * the alias counts only once the head carries the code too.
 */
export const takeCode = async (id: string, deps: Pick<Deps, 'dossiers' | 'clock' | 'settings'>): Promise<string> => {
  const day = civilDate(deps.clock()).slice(2).replace(/-/g, '')
  const code = dossierCode(deps.settings.agencyId, day, await deps.dossiers.nextNumber(deps.settings.agencyId, day))
  await deps.dossiers.claimCode(code, id)
  return code
}
