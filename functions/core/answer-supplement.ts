import { takePinned, type PinnedResult } from '../../forms/engine/pinned.ts'
import { valueAt } from '../../forms/engine/pointer.ts'
import { translate, type Answers, type Entries, type Issue } from '../../forms/index.ts'
import { checkAnswersSize } from './answers-size.ts'
import { heldAttachments, isUnusable } from './attachment-rules.ts'
import { canonicalJson } from './canonical.ts'
import { changeDossier } from './change-dossier.ts'
import type { Submitted } from './clock.ts'
import { ruleContext, type Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { act, asSubmitted } from './handle-dossier.ts'
import { NO_HANDLING, type SupplementRequest } from './handling.ts'
import { loadProcedure, type OnlineProcedure } from './load-procedure.ts'
import { handedIn } from './results.ts'
import { contentHashOf } from './submission.ts'
import { askedOf, laidReady } from './supplement-papers.ts'
import { openByKey, type KeyHolder } from './track-dossier.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'lists'>

/** `stay`: nothing was written; `pinned` is what was typed and what is wrong with it, `papers` what is missing. */
export type SupplementAnswered =
  | { readonly kind: 'sent'; readonly dossier: Dossier }
  | { readonly kind: 'stay'; readonly dossier: Dossier; readonly pinned: PinnedResult; readonly papers: readonly Issue[] }

const wrongPaper = (component: string, key: 'page.supplement.paper-missing' | 'page.supplement.file-bad'): Issue =>
  ({ pointer: `/papers/${component}`, code: 'invalid', params: {}, text: { vi: translate(key, 'vi'), en: translate(key, 'en') } })

/** Every paper asked for has a file, and none that cannot be used or that did not arrive. One that is still being scanned will do, as at submission. */
const paperIssues = ({ papers }: SupplementRequest, ready: readonly Attachment[]): readonly Issue[] => papers.flatMap(({ component }): Issue[] => {
  const files = ready.filter((one) => one.component === component)
  if (files.length === 0) return [wrongPaper(component, 'page.supplement.paper-missing')]
  if (files.some(({ state }) => state === 'uploading')) return [{ pointer: `/papers/${component}`, code: 'paper-uploading', params: {} }]
  return files.some(isUnusable) ? [wrongPaper(component, 'page.supplement.file-bad')] : []
})

const changedIn = (before: Answers, after: Answers, pointers: readonly string[]): readonly string[] =>
  pointers.filter((pointer) => canonicalJson(valueAt(before, pointer)) !== canonicalJson(valueAt(after, pointer)))

const sent = (dossier: Submitted, pinned: PinnedResult, ground: { readonly procedure: OnlineProcedure; readonly now: Date }): Dossier => {
  const [asked, ready] = [askedOf(dossier), laidReady(dossier)]
  const answers = pinned.answers
  checkAnswersSize(answers)
  const contentHash = contentHashOf(answers, [...handedIn(dossier), ...ready])
  const pointers = pinned.sections.flatMap((section) => section.fields).map(({ pointer }) => pointer)
  const changed = changedIn(dossier.answers, answers, [...new Set([...asked.fields.map(({ pointer }) => pointer), ...pointers])])
  const command = { action: 'supplement', changed, papers: ready.map(({ component }) => component), contentHash } as const
  return act({ ...dossier, answers }, { command, actor: 'citizen' }, ground)
}

/** What was posted, and the number of the request that it answers. */
export type SupplementPost = { readonly number: number; readonly entries: Entries }

/**
 * The citizen's answer to a request for supplement: exactly the pinned fields change, exactly the pinned papers come along, in
 * one conditional write with the new status, the new due date and the event. A request that was answered meanwhile, by a second
 * click or by a write whose answer was lost, is `sent`.
 */
export const answerSupplement = async (holder: KeyHolder, { number, entries }: SupplementPost, deps: Needs): Promise<SupplementAnswered> => changeDossier({
  read: () => openByKey(holder, deps),
  change: async (found): Promise<{ readonly next?: Dossier; readonly told: { readonly kind: 'sent' } | { readonly kind: 'stay'; readonly pinned: PinnedResult; readonly papers: readonly Issue[] } }> => {
    // As at submission: an upload that never arrived holds up nothing once its time is over, and goes nowhere.
    const dossier = asSubmitted({ ...found, attachments: heldAttachments(found, deps.clock()) })
    if ((dossier.handling ?? NO_HANDLING).answered >= number) return { told: { kind: 'sent' } }
    const asked = askedOf(dossier)
    const procedure = await loadProcedure(dossier.procedure, deps)
    const pinned = takePinned({ ...procedure, pins: asked.fields.map(({ pointer }) => pointer), entries, answers: dossier.answers, context: ruleContext(deps) })
    const papers = paperIssues(asked, laidReady(dossier))
    if (pinned.stay || papers.length > 0) return { told: { kind: 'stay', pinned, papers } }
    return { next: sent(dossier, pinned, { procedure, now: deps.clock() }), told: { kind: 'sent' } }
  },
}, deps)
