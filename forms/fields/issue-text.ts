import type { Issue } from '../engine/issue.ts'
import type { Lang } from '../engine/json.ts'
import { translateField as translate, type FieldMessageKey as MessageKey } from '../messages/field-messages.ts'

// Every code is a key by construction (engine/issue.ts); the compiler cannot see it through the template.
const keyOf = (issue: Pick<Issue, 'code'>): MessageKey => `issue.${issue.code}` as MessageKey

const grouped = (value: string | number, lang: Lang): string | number =>
  typeof value === 'number' && Math.abs(value) >= 10_000 ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'vi' ? '.' : ',') : value

/** The sentence for one issue in the page's language; the author's own words where the form has them. `{field}` is the field's title. */
export const issueText = (issue: Pick<Issue, 'code' | 'params' | 'text'>, lang: Lang, fieldTitle: string): string => {
  if (issue.text !== undefined) return issue.text[lang] || issue.text.vi
  const params: Record<string, string | number> = { field: fieldTitle }
  for (const [name, value] of Object.entries(issue.params)) params[name] = grouped(value, lang)
  return translate(keyOf(issue), lang, params)
}
