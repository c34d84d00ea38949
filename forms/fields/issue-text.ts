import type { Issue } from '../engine/issue.ts'
import type { Lang } from '../engine/json.ts'
import { translateField as translate, type FieldMessageKey as MessageKey } from '../messages/field-messages.ts'

// Every code is a key by construction (engine/issue.ts); the compiler cannot see it through the template.
const keyOf = (issue: Pick<Issue, 'code'>): MessageKey => `issue.${issue.code}` as MessageKey

/** The sentence for one issue in the page's language; the author's own words where the form has them. `{field}` is the field's title. */
export const issueText = (issue: Pick<Issue, 'code' | 'params' | 'text'>, lang: Lang, fieldTitle: string): string => {
  if (issue.text !== undefined) return issue.text[lang] || issue.text.vi
  return translate(keyOf(issue), lang, { field: fieldTitle, ...issue.params })
}
