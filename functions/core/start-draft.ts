import { takeStep } from '../../forms/engine/take-step.ts'
import type { Entries, Lang, StepResult } from '../../forms/index.ts'
import { checkAnswersSize } from './answers-size.ts'
import { ruleContext, type Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { isToken, isUuid } from './ids.ts'
import { loadProcedure } from './load-procedure.ts'
import { newDraft } from './new-draft.ts'
import { isExpired, isHolder, type Holder } from './open-draft.ts'
import { ConditionFailed } from './ports.ts'
import { savePage } from './save-section.ts'
import { mergeSection } from './section-base.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'ids' | 'lists' | 'settings'>

/** The first page's post. Id and token were minted with the page, and nothing was stored for them. */
export type FirstPost = Holder & { readonly code: string; readonly section: string; readonly lang: Lang; readonly entries: Entries }

/** `shown`: the page is to be shown again (issues, rows, questions that opened) and there is no draft yet. */
export type DraftStarted = { readonly kind: 'started' | 'shown'; readonly dossier?: Dossier; readonly step: StepResult }

/** Id and token for a fresh first page. */
export const mintDraft = (deps: Pick<Deps, 'ids'>): Holder => ({ id: deps.ids.uuid(), token: deps.ids.token() })

const again = async (post: FirstPost, dossier: Dossier, deps: Needs): Promise<DraftStarted> => {
  if (isExpired(dossier, deps.clock()) || !isHolder(dossier, post.token) || dossier.procedure.code !== post.code) throw new AppError('draft-not-found')
  const saved = await savePage(post, deps)
  return { kind: saved.kind === 'checked' ? 'shown' : 'started', dossier: saved.dossier, step: saved.step }
}

/**
 * The first valid post (or one that asks to save) creates the draft; a double click finds it and saves into it.
 * An invalid first post stores nothing: its answers stay on the page it comes back with.
 */
export const startDraft = async (post: FirstPost, deps: Needs): Promise<DraftStarted> => {
  if (!isUuid(post.id) || !isToken(post.token)) throw new AppError('bad-request')
  const { published, form, validate } = await loadProcedure({ code: post.code }, deps)
  const { record, version } = published
  const step = takeStep({ record, form, validate, section: post.section, entries: post.entries, answers: {}, context: ruleContext(deps) })
  const keep = step.outcome !== 'stay' || step.intent.kind === 'autosave'
  if (!keep || step.intent.kind === 'check') return { kind: 'shown', step }
  const answers = mergeSection({}, step.answers, post.section)
  checkAnswersSize(answers)
  const draft = newDraft({ ...post, procedure: { code: record.code, version }, answers }, deps)
  const dossier = step.outcome === 'next' ? { ...draft, reached: step.nextSlug } : draft
  try {
    await deps.dossiers.create(dossier)
    return { kind: 'started', dossier, step }
  } catch (error) {
    const found = error instanceof ConditionFailed ? await deps.dossiers.find(post.id) : undefined
    if (!found) throw error
    return again(post, found, deps)
  }
}
