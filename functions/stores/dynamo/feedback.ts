import type { FeedbackStore } from '../../core/ports.ts'
import { feedbackKey } from './keys.ts'
import { putNew, type Table } from './table.ts'

/** Petitions by month and day of arrival; ConditionFailed where one with this id came on the same day. */
export const dynamoFeedbackStore = (at: Table): FeedbackStore => ({
  add: (feedback) => putNew(at, { ...feedback, ...feedbackKey(feedback.at.slice(0, 10), feedback.id) }),
})
