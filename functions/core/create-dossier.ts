import type { Answers, Issue, Lang } from '../../forms/index.ts'
import { checkAnswersSize } from './answers-size.ts'
import { hashOf } from './canonical.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { checkedKey } from './idempotency-key.ts'
import { uuidOf } from './ids.ts'
import { loadProcedure } from './load-procedure.ts'
import { newDraft } from './new-draft.ts'
import { ConditionFailed } from './ports.ts'
import { finalAnswers, stoppingIssues, submitted } from './submission.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'ids' | 'lists' | 'settings'>

export type OneShot = { readonly code: string; readonly idempotencyKey: string; readonly answers: Answers; readonly lang: Lang }

/** `repeated`: the same key and body came before; the receipt is the first one's. */
export type OneShotResult =
  | { readonly kind: 'created' | 'repeated'; readonly dossier: Dossier }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }

const known = (dossier: Dossier, requestHash: string): OneShotResult => {
  if (dossier.requestHash !== requestHash) throw new AppError('idempotency-conflict')
  return { kind: 'repeated', dossier }
}

/**
 * A whole dossier in one call. Its id comes from the Idempotency-Key, so a retry after a cut connection meets
 * the first attempt's head: same body, same receipt; another body is refused.
 */
export const createDossier = async (request: OneShot, deps: Needs): Promise<OneShotResult> => {
  if (request.idempotencyKey === '') throw new AppError('idempotency-key-missing')
  const id = uuidOf('one-shot', request.code, checkedKey(request.idempotencyKey))
  const requestHash = hashOf({ code: request.code, answers: request.answers })
  // Asked for at once: nearly every call needs both, and for a repeat it does not matter what became of the procedure.
  const [before, loaded] = await Promise.all([deps.dossiers.find(id), loadProcedure({ code: request.code }, deps).catch((error: unknown) => ({ error }))])
  if (before) return known(before, requestHash)
  if ('error' in loaded) throw loaded.error
  const procedure = loaded
  const answers = finalAnswers(request.answers, procedure, deps)
  checkAnswersSize(answers)
  const pinned = { code: request.code, version: procedure.published.version }
  const draft = { ...newDraft({ id, token: deps.ids.token(), procedure: pinned, lang: request.lang, answers }, deps), requestHash }
  const issues = stoppingIssues(draft, procedure, deps)
  if (issues.length > 0) return { kind: 'invalid', issues }
  const dossier = await submitted(draft, procedure, deps)
  try {
    await deps.dossiers.create(dossier)
    return { kind: 'created', dossier }
  } catch (error) {
    const winner = error instanceof ConditionFailed ? await deps.dossiers.find(id) : undefined
    if (!winner) throw error
    return known(winner, requestHash)
  }
}
