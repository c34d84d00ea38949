import type { Issue } from '../../forms/index.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { loadProcedure } from './load-procedure.ts'
import { openDossier, type Holder } from './open-draft.ts'
import { finalAnswers, stoppingIssues, submitted } from './submission.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'ids' | 'lists' | 'settings'>

/**
 * `submitted`: `dossier.submission` is the receipt; `repeated` when it had been submitted before.
 * `invalid`: nothing was written. `newerVersion`: the procedure has been published anew since the draft began;
 * the draft stays valid on its own version.
 */
export type SubmitResult =
  | { readonly kind: 'submitted'; readonly dossier: Dossier; readonly repeated: boolean; readonly newerVersion?: number }
  | { readonly kind: 'invalid'; readonly dossier: Dossier; readonly issues: readonly Issue[]; readonly newerVersion?: number }

type Told = { readonly kind: 'submitted'; readonly repeated: boolean } | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }

const newer = async ({ procedure }: Dossier, deps: Needs): Promise<{ readonly newerVersion?: number }> => {
  const current = await deps.procedures.current(procedure.code)
  return current && current.version > procedure.version ? { newerVersion: current.version } : {}
}

/**
 * One conditional write is the commit: status, receipt and event go into the head together.
 * Double click, reload, retry, second tab: whoever loses the write reads the winner's receipt, and it is the same one.
 */
export const submitDossier = async (holder: Holder, deps: Needs): Promise<SubmitResult> => {
  const result = await changeDossier({
    read: () => openDossier(holder, deps),
    change: async (dossier): Promise<{ readonly next?: Dossier; readonly told: Told }> => {
      if (dossier.status !== 'draft') return { told: { kind: 'submitted', repeated: true } }
      const procedure = await loadProcedure(dossier.procedure, deps)
      const draft = { ...dossier, answers: finalAnswers(dossier.answers, procedure, deps) }
      const issues = stoppingIssues(draft, procedure, deps)
      if (issues.length > 0) return { told: { kind: 'invalid', issues } }
      return { next: await submitted(draft, procedure, deps), told: { kind: 'submitted', repeated: false } }
    },
  }, deps)
  return result.kind === 'invalid' ? { ...result, ...(await newer(result.dossier, deps)) } : result
}
