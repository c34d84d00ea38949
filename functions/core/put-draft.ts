import type { Answers, Lang } from '../../forms/index.ts'
import { checkAnswersSize } from './answers-size.ts'
import { civilTime, endOfDay } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { isToken, isUuid } from './ids.ts'
import { loadProcedure } from './load-procedure.ts'
import { newDraft } from './new-draft.ts'
import { openDraft, type Holder } from './open-draft.ts'
import { ConditionFailed } from './ports.ts'
import { finalAnswers } from './submission.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'ids' | 'lists' | 'settings'>

/** A draft whose id and token the client minted, on the current version of the procedure. */
export type DraftPut = Holder & { readonly code: string; readonly answers: Answers; readonly lang: Lang }

/** All answers of a draft anew; `expected` is the revision that they replace. */
export type AnswersPut = Holder & { readonly answers: Answers; readonly expected: number }

/** The same answers as a page would store them, bounded. */
const canonical = async (answers: Answers, procedure: { readonly code: string; readonly version?: number }, deps: Needs) => {
  const online = await loadProcedure(procedure, deps)
  const final = finalAnswers(answers, online, deps)
  checkAnswersSize(final)
  return { answers: final, version: online.published.version }
}

/** Whether the id was taken, by ours or another's, or the revision has moved on: which, is nobody's to learn. */
const orOutOfDate = async (write: Promise<void>): Promise<void> => {
  try {
    await write
  } catch (error) {
    throw error instanceof ConditionFailed ? new AppError('precondition-failed') : error
  }
}

/** Creates a draft with answers that may be incomplete or wrong: a draft is a draft, `validate` and `submit` say what is missing. */
export const createDraft = async ({ id, token, code, lang, answers: given }: DraftPut, deps: Needs): Promise<Dossier> => {
  if (!isUuid(id) || !isToken(token)) throw new AppError('bad-request')
  const { answers, version } = await canonical(given, { code }, deps)
  const draft = newDraft({ id, token, procedure: { code, version }, lang, answers }, deps)
  await orOutOfDate(deps.dossiers.create(draft))
  return draft
}

/** Replaces all answers of a draft, only where it still is at the expected revision: another device's words are never undone unseen. */
export const replaceAnswers = async ({ answers: given, expected, ...holder }: AnswersPut, deps: Needs): Promise<Dossier> => {
  const draft = await openDraft(holder, deps)
  if (draft.revision !== expected) throw new AppError('precondition-failed')
  const { answers } = await canonical(given, draft.procedure, deps)
  const now = deps.clock()
  const { autosaved: _typed, ...rest } = draft
  const saved: Dossier = { ...rest, answers, revision: expected + 1, updatedAt: civilTime(now), expiresAt: endOfDay(now, deps.settings.draftDays) }
  await orOutOfDate(deps.dossiers.save(saved, expected))
  return saved
}
