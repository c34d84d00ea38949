import { civilTime } from './civil-time.ts'
import { canonicalJson } from './canonical.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import { isToken, uuidOf } from './ids.ts'
import { ConditionFailed, type Feedback } from './ports.ts'

/** Longest text of a petition in characters; the page says so. */
export const FEEDBACK_LIMIT = 5_000

type Words = Omit<Feedback, 'id' | 'at'>

/** `form`: the token of the page that it was typed on; '' where it came from none. */
export type NewFeedback = Words & { readonly form: string }

const tidy = (text: string): string => text.normalize('NFC').trim()

/** The same words from the same page are the same petition: a double click, or a reload of the post. */
const idOf = (words: Words, form: string, { ids }: Pick<Deps, 'ids'>): string => (isToken(form) ? uuidOf('feedback', form, canonicalJson(words)) : ids.uuid())

/** Takes in a petition (NĐ 20/2008): its text is required, name and contact are the citizen's choice. */
export const addFeedback = async ({ form, ...given }: NewFeedback, deps: Pick<Deps, 'feedback' | 'clock' | 'ids'>): Promise<Feedback> => {
  const text = tidy(given.text)
  const short = [given.subject, given.name, given.contact].every((line) => line.length <= 300)
  if (text === '' || text.length > FEEDBACK_LIMIT || !short) throw new AppError('feedback-invalid')
  const words = { ...given, text, name: tidy(given.name), contact: tidy(given.contact), subject: tidy(given.subject) }
  const feedback = { ...words, id: idOf(words, form, deps), at: civilTime(deps.clock()) }
  await deps.feedback.add(feedback).catch((error: unknown) => { if (!(error instanceof ConditionFailed)) throw error })
  return feedback
}
