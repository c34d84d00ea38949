import { translateField as translate } from '../../messages/field-messages.ts'
import { dateBoxesKind, explainDate, isDateError } from '../date/date-boxes.ts'
import { splitDate } from '../date/inputs.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewPartialDate } from './view.ts'

/** A date of which only the year, or month and year, may be known (parents' births in old papers): YYYY, YYYY-MM, YYYY-MM-DD. */
export const partialDateKind: FieldKind = {
  ...dateBoxesKind(true),
  id: 'partial-date',
  matches: (schema) => schema['type'] === 'string' && schema['format'] === 'partial-date',
  schema: () => ({ type: 'string', format: 'partial-date' }),
  defaultHelp: (_field, lang) => translate('field.partial-date.help', lang),
  explain: (error) => {
    if (error.keyword === 'required') return { code: 'partial-date.required', params: {} }
    if (!isDateError(error)) return undefined
    const [day, month, year] = splitDate(asText(error.value))
    const incomplete = (year === '' && /^\d+$/.test(month)) || (day !== '' && month === '' && /^\d{4}$/.test(year))
    return incomplete ? { code: 'partial-date.incomplete', params: {} } : explainDate(error.value)
  },
  view: viewPartialDate,
}
