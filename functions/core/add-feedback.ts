import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import type { Feedback } from './ports.ts'

/** Longest text of a petition in characters; the page says so. */
export const FEEDBACK_LIMIT = 5_000

export type NewFeedback = Omit<Feedback, 'id' | 'at'>

const tidy = (text: string): string => text.normalize('NFC').trim()

/** Takes in a petition (NĐ 20/2008): its text is required, name and contact are the citizen's choice. */
export const addFeedback = async (given: NewFeedback, deps: Pick<Deps, 'feedback' | 'clock' | 'ids'>): Promise<Feedback> => {
  const text = tidy(given.text)
  const short = [given.subject, given.name, given.contact].every((line) => line.length <= 300)
  if (text === '' || text.length > FEEDBACK_LIMIT || !short) throw new AppError('feedback-invalid')
  const feedback = { ...given, text, name: tidy(given.name), contact: tidy(given.contact), subject: tidy(given.subject), id: deps.ids.uuid(), at: civilTime(deps.clock()) }
  await deps.feedback.add(feedback)
  return feedback
}
