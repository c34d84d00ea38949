import viField from './vi/field.json' with { type: 'json' }
import viIssue from './vi/issue.json' with { type: 'json' }
import enField from './en/field.json' with { type: 'json' }
import enIssue from './en/issue.json' with { type: 'json' }
import { makeTranslate } from './make-translate.ts'

const vi = { ...viIssue, ...viField }
const en = { ...enIssue, ...enField } satisfies Record<keyof typeof vi, string>

export const FIELD_MESSAGES = { vi, en }
export type FieldMessageKey = keyof typeof vi & string

/** Sentences of fields and their issues alone: what a validator loads has no use for those of pages. */
export const translateField = makeTranslate<FieldMessageKey>(FIELD_MESSAGES)
