import { hashOf } from './canonical.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import type { Answers } from '../../forms/index.ts'

/** Names of the top-level answers that a section holds; the section '' holds the form's top-level scalars. */
const part = (answers: Answers, section: string): unknown =>
  section === '' ? Object.fromEntries(Object.entries(answers).filter(([, value]) => value === null || typeof value !== 'object')) : (answers[section] ?? null)

/** Hash of a section as stored. */
export const sectionBase = (dossier: Pick<Dossier, 'answers'>, section: string): string => baseOf(dossier.answers, section)

/**
 * Rendered into a page of a draft as `_base`, so that a post from a stale tab is noticed: the hash of the section as stored, and a
 * mark of this page alone, since two tabs that show the same may both save what is half typed.
 */
export const pageBase = (dossier: Pick<Dossier, 'answers'>, section: string, { ids }: Pick<Deps, 'ids'>): string => `${sectionBase(dossier, section)}.${ids.code(8)}`

/** The hash of the section in such a base. */
export const storedBase = (base: string): string => base.split('.')[0] ?? ''

/** The same of bare answers. */
export const baseOf = (answers: Answers, section: string): string => hashOf(part(answers, section)).slice(0, 16)

/** Stored answers with this one section replaced; other tabs' sections stay as they are. */
export const mergeSection = (stored: Answers, taken: Answers, section: string): Answers => {
  if (section !== '') {
    const { [section]: _old, ...rest } = stored
    const value = taken[section]
    return value === undefined ? rest : { ...rest, [section]: value }
  }
  const objects = Object.entries(stored).filter(([, value]) => value !== null && typeof value === 'object')
  return { ...Object.fromEntries(objects), ...Object.fromEntries(Object.entries(taken).filter(([, value]) => value === null || typeof value !== 'object')) }
}
