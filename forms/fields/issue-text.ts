import type { Issue } from '../engine/issue.ts'
import type { Lang } from '../engine/json.ts'
import { translate, type MessageKey } from '../messages/translate.ts'

// Every code is a key by construction (engine/issue.ts); the compiler cannot see it through the template.
const keyOf = (issue: Pick<Issue, 'code'>): MessageKey => `issue.${issue.code}` as MessageKey

const grouped = (value: string | number, lang: Lang): string | number =>
  typeof value === 'number' && Math.abs(value) >= 10_000 ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'vi' ? '.' : ',') : value

/** The sentence for one issue in the page's language; the author's own words where the form has them. `{field}` is the field's title. */
export const issueText = (issue: Pick<Issue, 'code' | 'params' | 'text'>, lang: Lang, fieldTitle: string): string => {
  if (issue.text !== undefined) return issue.text[lang] || issue.text.vi
  const params = Object.fromEntries(Object.entries(issue.params).map(([name, value]) => [name, grouped(value, lang)]))
  return translate(keyOf(issue), lang, { field: fieldTitle, ...params })
}
