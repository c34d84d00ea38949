import { translateField as translate } from '../../messages/field-messages.ts'
import type { FieldKind } from '../field-kind.ts'
import { dateBoxesKind, explainDate, isDateError } from './date-boxes.ts'
import { viewDate } from './view.ts'

/** A day, answered in three boxes or as dd/mm/yyyy in the first; stored as YYYY-MM-DD. Two-digit years are not guessed. */
export const dateKind: FieldKind = {
  ...dateBoxesKind(false),
  id: 'date',
  matches: (schema) => schema['type'] === 'string' && schema['format'] === 'date',
  schema: () => ({ type: 'string', format: 'date' }),
  defaultHelp: (_field, lang) => translate('field.date.help', lang),
  explain: (error) => {
    if (error.keyword === 'required') return { code: 'date.required', params: {} }
    return isDateError(error) ? explainDate(error.value) : undefined
  },
  view: viewDate,
}
