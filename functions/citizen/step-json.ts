import type { FormModel, Issue, Lang } from '../../forms/index.ts'
import { fieldsByPointer } from '../../forms/engine/all-fields.ts'
import { generalPointer } from '../../forms/engine/pointer.ts'
import { wrongInputs } from '../../forms/fields/wrong-inputs.ts'
import { nameOfPointer } from '../../forms/view/parts/pointers.ts'
import { issueSentence } from '../http/tell-issue.ts'

/** What the browser's inline errors need: the field, the names of the inputs that are at fault (none: all of it), and the sentence in the page's language. */
export type ShownIssue = { readonly name: string; readonly pointer: string; readonly inputs: readonly string[]; readonly severity?: 'warning'; readonly message: string }

/** Issues with their sentences. */
export const showIssues = (issues: readonly Issue[], form: FormModel, lang: Lang): readonly ShownIssue[] =>
  issues.map((issue) => {
    const [field, name] = [fieldsByPointer(form).get(generalPointer(issue.pointer)), nameOfPointer(issue.pointer)]
    const inputs = field ? wrongInputs(field, issue.params).map((suffix) => `${name}.${suffix}`) : []
    return { name, pointer: issue.pointer, inputs, ...(issue.severity && { severity: issue.severity }), message: issueSentence(issue, form, lang) }
  })
