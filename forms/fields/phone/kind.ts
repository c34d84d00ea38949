import { translateField as translate } from '../../messages/field-messages.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { textBox } from '../text-input.ts'
import { normalisePhone, phoneText } from './number.ts'
import { viewPhone } from './view.ts'

/** A telephone number, Vietnamese without its country code or foreign with it. */
export const phoneKind: FieldKind = {
  ...textBox,
  id: 'phone',
  matches: (schema) => schema['format'] === 'vn-phone',
  schema: () => ({ type: 'string', format: 'vn-phone' }),
  defaultHelp: (_field, lang) => translate('field.phone.help', lang),
  normalise: (value) => (typeof value === 'string' ? normalisePhone(value) : value),
  toText: (value) => phoneText(asText(value)),
  explain: ({ keyword, value }) => {
    if (keyword === 'required' || value === '') return { code: 'required', params: {} }
    return { code: 'phone.invalid', params: {} }
  },
  view: viewPhone,
}
