import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanDigits } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { textBox } from '../text-input.ts'
import { taxCodeFault } from './number.ts'
import { viewTaxCode } from './view.ts'

const normalise = (text: string): string => {
  const digits = cleanDigits(text)
  return /^\d{13}$/.test(digits) ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits
}

/** Mã số thuế, with its check digit. */
export const taxCodeKind: FieldKind = {
  ...textBox,
  id: 'tax-code',
  matches: (schema) => schema['format'] === 'vn-tax-code',
  schema: () => ({ type: 'string', format: 'vn-tax-code' }),
  defaultHelp: (_field, lang) => translate('field.tax-code.help', lang),
  normalise: (value) => (typeof value === 'string' ? normalise(value) : value),
  explain: ({ keyword, value }) => {
    const text = asText(value)
    if (keyword === 'required' || text === '') return { code: 'required', params: {} }
    const fault = taxCodeFault(text)
    if (fault === undefined) return undefined
    return { code: `tax-code.${fault}`, params: fault === 'length' ? { length: text.replace(/\D/g, '').length } : {} }
  },
  view: viewTaxCode,
}
