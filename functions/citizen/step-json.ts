import type { FormModel, Issue, Lang } from '../../forms/index.ts'
import { nameOfPointer } from '../../forms/view/parts/pointers.ts'
import { issueSentence } from '../http/tell-issue.ts'

/** What the browser's inline errors need: the input's name and the sentence, in the page's language. */
export type ShownIssue = { readonly name: string; readonly pointer: string; readonly message: string }

/** Issues with their sentences. */
export const showIssues = (issues: readonly Issue[], form: FormModel, lang: Lang): readonly ShownIssue[] =>
  issues.map((issue) => ({ name: nameOfPointer(issue.pointer), pointer: issue.pointer, message: issueSentence(issue, form, lang) }))
