import type { Field, FormModel } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import type { Lang } from '../../engine/json.ts'
import { issueText } from '../../fields/issue-text.ts'
import { inputIdOf } from './input-id.ts'
import { inLang } from './format.ts'
import { fieldAt } from './find-field.ts'
import { nameOfPointer } from './pointers.ts'

export const isError = (issue: Issue): boolean => issue.severity !== 'warning'

/** Sentence of an issue, with the title of its field. */
export const sentenceOf = (issue: Issue, fields: readonly Field[], lang: Lang): string => issueText(issue, lang, titleAt(issue.pointer, fields, lang))

/** The same for the summary at the head of a page, where no label stands beside it: the title comes first. */
export const summarySentence = (sentence: string, title: string): string => (title === '' || sentence.includes(title) ? sentence : `${title}: ${sentence}`)

/** Title of the field that a pointer is in, '' for none. */
export const titleAt = (pointer: string, fields: readonly Field[], lang: Lang): string => {
  const field = fieldAt(fields, pointer)
  return field ? inLang(field.title, lang) : ''
}

export const allFields = (form: FormModel): readonly Field[] => form.sections.flatMap((section) => section.fields)

/** `#id` of the input to put right: the first input of the field that the pointer is in. */
export const anchorOf = (pointer: string, fields: readonly Field[]): string => {
  const field = fieldAt(fields, pointer)
  if (!field) return '#main'
  const depth = field.pointer.split('/').length
  return `#${inputIdOf(field, nameOfPointer(pointer.split('/').slice(0, depth).join('/')))}`
}

/** Sentences by the concrete pointer of the field that they belong to. */
export const sentencesByField = (issues: readonly Issue[], fields: readonly Field[], lang: Lang): ReadonlyMap<string, readonly string[]> => {
  const byField = new Map<string, string[]>()
  for (const issue of issues) {
    const depth = fieldAt(fields, issue.pointer)?.pointer.split('/').length
    const pointer = issue.pointer.split('/').slice(0, depth).join('/')
    byField.set(pointer, [...(byField.get(pointer) ?? []), sentenceOf(issue, fields, lang)])
  }
  return byField
}
