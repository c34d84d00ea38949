import type { Field, FormModel } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import type { Lang } from '../../engine/json.ts'
import { issueText } from '../../fields/issue-text.ts'
import { wrongInputs } from '../../fields/wrong-inputs.ts'
import { inputIdOf } from './input-id.ts'
import { inLang } from './format.ts'
import { fieldAt } from './find-field.ts'
import { nameOfPointer } from './pointers.ts'
import { rowsAt } from './row-title.ts'

export const isError = (issue: Issue): boolean => issue.severity !== 'warning'

/** Sentence of an issue, with the title of its field. */
export const sentenceOf = (issue: Issue, fields: readonly Field[], lang: Lang): string => issueText(issue, lang, titleAt(issue.pointer, fields, lang))

const LONGEST_TITLE = 90

/** A declaration is its own title, a paragraph long: its first words name it. */
const shortTitle = (title: string): string => (title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE * 0.7).replace(/[\s,;]+\S*$/, '')}…`)

/** The same for the summary at the head of a page, where no label stands beside it: the title comes first. */
export const summarySentence = (sentence: string, title: string): string => {
  if (title === '' || sentence.includes(title)) return sentence
  return /[?!.…]$/.test(shortTitle(title)) ? `${shortTitle(title)} ${sentence}` : `${title}: ${sentence}`
}

/** An issue of an answer as the summary says it: which row, which field, what to do. */
export const summaryOf = (issue: Issue, fields: readonly Field[], lang: Lang): string => {
  const [rows, text] = [rowsAt(issue.pointer, fields, lang), summarySentence(sentenceOf(issue, fields, lang), titleAt(issue.pointer, fields, lang))]
  return rows === '' ? text : `${rows} – ${text}`
}

/** Title of the field that a pointer is in, '' for none. */
export const titleAt = (pointer: string, fields: readonly Field[], lang: Lang): string => {
  const field = fieldAt(fields, pointer)
  return field ? inLang(field.title, lang) : ''
}

const fieldsOf = new WeakMap<FormModel, readonly Field[]>()

/** Top fields of all sections; the same list every time, so that what is found in it by pointer can be kept. */
export const allFields = (form: FormModel): readonly Field[] => {
  const known = fieldsOf.get(form)
  if (known) return known
  const fields = form.sections.flatMap((section) => section.fields)
  fieldsOf.set(form, fields)
  return fields
}

/** Where something is: a field, and with an issue's params the part of it. */
export type Place = Pick<Issue, 'pointer'> & Partial<Pick<Issue, 'params'>>

/** `#id` of the input to put right: of the field that the pointer is in, the first that is at fault. */
export const anchorOf = ({ pointer, params }: Place, fields: readonly Field[]): string => {
  const field = fieldAt(fields, pointer)
  if (!field) return '#main'
  const depth = field.pointer.split('/').length
  return `#${inputIdOf(field, nameOfPointer(pointer.split('/').slice(0, depth).join('/')), params)}`
}

/** What is said of a field, and the suffixes of the inputs that it is about; none: all. */
export type Said = { readonly sentences: readonly string[]; readonly wrong: readonly string[] }

/** What is said, by the concrete pointer of the field that it belongs to. */
export const saidByField = (issues: readonly Issue[], fields: readonly Field[], lang: Lang): ReadonlyMap<string, Said> => {
  const byField = new Map<string, Said>()
  for (const issue of issues) {
    const field = fieldAt(fields, issue.pointer)
    const pointer = issue.pointer.split('/').slice(0, field?.pointer.split('/').length).join('/')
    const { sentences, wrong } = byField.get(pointer) ?? { sentences: [], wrong: [] }
    byField.set(pointer, { sentences: [...sentences, sentenceOf(issue, fields, lang)], wrong: [...wrong, ...(field ? wrongInputs(field, issue.params) : [])] })
  }
  return byField
}
