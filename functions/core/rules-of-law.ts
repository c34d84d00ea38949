import type { ProcedureRecord } from '../../forms/index.ts'
import type { Dossier, DossierStatus } from './dossier.ts'
import { NO_HANDLING } from './handling.ts'
import { allowedActions, LIFE_CYCLE, type Action, type Actor } from './life-cycle.ts'

/**
 * What the law counts, as data with its basis. The articles are those of the decrees as first issued; NĐ 118/2025/NĐ-CP
 * carries the same rules on. A procedure's record may be stricter, never laxer.
 */
export const RULES = {
  supplements: { most: 2, basis: 'NĐ 63/2010/NĐ-CP, Đ. 20.4' },
  repromises: { most: 1, basis: 'NĐ 61/2018/NĐ-CP, Đ. 19.9' },
  /** After a supplement the limit is counted anew from the full dossier. */
  clock: { is: 'restart', basis: 'NĐ 61/2018/NĐ-CP, Đ. 19.4' },
} as const

/** Supplements that may be asked for in one case of this procedure. */
export const mostSupplements = ({ supplements }: ProcedureRecord): number => Math.min(RULES.supplements.most, supplements?.most ?? RULES.supplements.most)

/** How the time of waiting counts for this procedure, and by which rule. */
export const clockOf = ({ supplements }: ProcedureRecord): { readonly is: 'restart' | 'pause'; readonly basis: string } =>
  (supplements?.clock === undefined ? RULES.clock : { is: supplements.clock, basis: supplements.basis })

/** How an agency ends a case by itself while it waits for a supplement. */
const ENDS: Readonly<Partial<Record<Action, DossierStatus>>> = { refuse: 'awaiting-supplement', stop: 'awaiting-clarification' }

/** The law's own limit that this action would break, or undefined. */
export const brokenRule = (dossier: Dossier, action: Action, { record, today }: { readonly record: ProcedureRecord; readonly today: string }): { readonly code: 'too-many-supplements' | 'already-repromised' | 'still-waiting'; readonly basis: string } | undefined => {
  const { supplements, repromised, asked } = dossier.handling ?? NO_HANDLING
  if (action === 'request-supplement' && supplements >= mostSupplements(record)) return { code: 'too-many-supplements', basis: RULES.supplements.basis }
  if (action === 'repromise' && repromised) return { code: 'already-repromised', basis: RULES.repromises.basis }
  // A citizen who was given until a day has that day; without one the agency may not end the case by itself.
  const waiting = ENDS[action] === dossier.status && !(asked?.until !== undefined && asked.until < today)
  if (waiting) return { code: 'still-waiting', basis: LIFE_CYCLE['request-supplement'].basis }
  return undefined
}

/** What this actor may do now: the table's answer without what the law's counts forbid. */
export const allowedNow = (dossier: Dossier, actor: Actor, at: { readonly record: ProcedureRecord; readonly today: string }): readonly Action[] =>
  allowedActions(dossier.status, actor).filter((action) => brokenRule(dossier, action, at) === undefined)
