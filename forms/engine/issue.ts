import type { Text } from './json.ts'
import type { MessageKey } from '../messages/translate.ts'

/** Codes are the `issue.*` keys of messages/vi.json: a code without a sentence does not compile. */
export type IssueCode = MessageKey extends infer Key ? (Key extends `issue.${infer Code}` ? Code : never) : never

/**
 * One thing that a citizen has to put right. Data, never an exception, never a sentence.
 * `pointer` is an RFC 6901 JSON pointer into the answers (`/members/0/fullName`), or `/papers/<component id>`.
 * `severity: 'warning'` is shown but stops nothing (a rightful exception must be able to pass).
 */
export type Issue = {
  readonly pointer: string
  readonly code: IssueCode
  readonly params: Readonly<Record<string, string | number>>
  readonly severity?: 'warning'
  /** The author's own sentence from `x-jsf-errorMessage`; it replaces the general one. */
  readonly text?: Text
}
