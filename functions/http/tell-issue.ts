import { issueText } from '../../forms/fields/issue-text.ts'
import type { Field, FormModel, Issue, Lang } from '../../forms/index.ts'

/** Sentence of an issue, with the title of its field where the form has one. */
export const issueSentence = (issue: Issue, form: FormModel | undefined, lang: Lang): string =>
  issueText(issue, lang, form === undefined ? '' : titleAt(form, issue.pointer, lang))

/** Title of the field that a pointer means, rows and nested objects included; '' for what is no field. */
const titleAt = (form: FormModel, pointer: string, lang: Lang): string => {
  const pattern = pointer.replace(/\/\d+(?=\/|$)/g, '/*')
  const found = fieldsOf(form.sections.flatMap(({ fields }) => fields)).find((field) => field.pointer === pattern || field.pointer === pointer)
  return found?.title[lang] ?? ''
}

const fieldsOf = (fields: readonly Field[]): readonly Field[] => fields.flatMap((field) => [field, ...fieldsOf(field.children ?? [])])
