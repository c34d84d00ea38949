import type { FeedbackStore } from '../../core/ports.ts'
import { feedbackKey } from './keys.ts'
import { putNew, type Table } from './table.ts'

/** Petitions by month of arrival. */
export const dynamoFeedbackStore = (at: Table): FeedbackStore => ({
  add: (feedback) => putNew(at, { ...feedback, ...feedbackKey(feedback.at.slice(0, 7), feedback.at, feedback.id) }),
})
