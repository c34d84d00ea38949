import { takeStep } from '../../forms/engine/take-step.ts'
import type { Entries, StepResult } from '../../forms/index.ts'
import { areTooLarge, checkAnswersSize } from './answers-size.ts'
import { changeDossier } from './change-dossier.ts'
import { endOfDay } from './civil-time.ts'
import { ruleContext, type Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { loadProcedure, type OnlineProcedure } from './load-procedure.ts'
import { openDraft, type Holder } from './open-draft.ts'
import { withReached } from './reached.ts'
import { baseOf, mergeSection, sectionBase, storedBase } from './section-base.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'lists' | 'settings'>

export type PagePost = Holder & {
  /** Section's name in the form model ('' for top-level scalars). */
  readonly section: string
  readonly entries: Entries
  /** `_base` as the page was rendered (see `pageBase`); absent: the caller does not ask for the check. */
  readonly base?: string
}

/**
 * `conflict`: another tab has changed this section since the page was rendered and nothing was written;
 * `dossier` is as stored, `step.answers` is what was typed here, for the page to show both.
 */
export type PageSaved = { readonly kind: 'saved' | 'checked' | 'conflict'; readonly dossier: Dossier; readonly step: StepResult }

const isStale = (dossier: Dossier, post: PagePost, step: StepResult): boolean => {
  const stored = sectionBase(dossier, post.section)
  if (post.base === undefined || storedBase(post.base) === stored || stored === baseOf(step.answers, post.section)) return false
  return dossier.autosaved?.section !== post.section || dossier.autosaved.base !== post.base
}

type Taken = { readonly procedure: OnlineProcedure; readonly step: StepResult }

const withSection = (dossier: Dossier, post: PagePost, { procedure, step }: Taken, deps: Needs): Dossier => {
  const { autosaved: _done, ...rest } = dossier
  const answers = mergeSection(dossier.answers, step.answers, post.section)
  checkAnswersSize(answers)
  const kept = { ...rest, answers, expiresAt: endOfDay(deps.clock(), deps.settings.draftDays) }
  const saved = step.outcome === 'next' ? withReached(kept, procedure, step.nextSlug) : kept
  return step.intent.kind === 'autosave' && post.base !== undefined ? { ...saved, autosaved: { section: post.section, base: post.base } } : saved
}

/**
 * Takes one posted page: what was typed is kept even where it has issues (a dead battery must not cost an evening);
 * only `check` writes nothing. Sections other than the posted one are never touched, whatever another tab does.
 */
export const savePage = async (post: PagePost, deps: Needs): Promise<PageSaved> => changeDossier({
  read: () => openDraft(post, deps),
  change: async (dossier): Promise<{ readonly next?: Dossier; readonly told: Omit<PageSaved, 'dossier'> }> => {
    const procedure = await loadProcedure(dossier.procedure, deps)
    const { published, form, validate } = procedure
    const step = takeStep({ record: published.record, form, validate, section: post.section, entries: post.entries, answers: dossier.answers, context: ruleContext(deps) })
    // Too large to keep: the page comes back with all that was typed and the issue that names the field.
    if (step.intent.kind === 'check' || (step.issues.length > 0 && areTooLarge(step.answers))) return { told: { kind: 'checked', step } }
    if (isStale(dossier, post, step)) return { told: { kind: 'conflict', step } }
    return { next: withSection(dossier, post, { procedure, step }, deps), told: { kind: 'saved', step } }
  },
}, deps)
