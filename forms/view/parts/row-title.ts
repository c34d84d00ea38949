import type { Field } from '../../engine/form-model.ts'
import type { Lang } from '../../engine/json.ts'
import { presentationInLang } from '../../fields/presentation.ts'
import { translate } from '../../messages/translate.ts'
import { fieldAt } from './find-field.ts'
import { inLang } from './format.ts'

/** `Thành viên 2`: a row of a repeating group, counted from 1. */
export const rowTitle = (field: Field, row: number, lang: Lang): string =>
  translate('page.answer.row', lang, { title: presentationInLang(field, 'rowLabel', lang) ?? inLang(field.title, lang), row })

/** The rows that a pointer is in, outermost first: `Thành viên 2`; '' for none. */
export const rowsAt = (pointer: string, fields: readonly Field[], lang: Lang): string => {
  const parts = pointer.split('/')
  const titles = parts.flatMap((part, i) => {
    const group = /^\d+$/.test(part) ? fieldAt(fields, parts.slice(0, i).join('/')) : undefined
    return group?.kind === 'repeating-group' ? [rowTitle(group, Number(part) + 1, lang)] : []
  })
  return titles.join(' – ')
}
