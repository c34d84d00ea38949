import { isObject } from '../../engine/pointer.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanCode } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { viewPassport } from './view.ts'

/** A passport number as printed: capitals, no spaces or hyphens. */
export const cleanPassport = (text: string): string => cleanCode(text).replace(/[\s-]/g, '').toUpperCase()

/** A passport of any country; `country: 'VN'` in the presentation takes Vietnamese ones alone. */
export const passportKind: FieldKind = {
  ...textBox,
  id: 'passport',
  matches: (schema) => schema['format'] === 'passport' || schema['format'] === 'vn-passport',
  schema: (author) => {
    const presentation = author['x-jsf-presentation']
    return { type: 'string', format: isObject(presentation) && presentation['country'] === 'VN' ? 'vn-passport' : 'passport' }
  },
  defaultHelp: (_field, lang) => translate('field.passport.help', lang),
  normalise: (value) => (typeof value === 'string' ? cleanPassport(value) : value),
  explain: ({ keyword, value }, field) => {
    if (keyword === 'required' || value === '') return { code: 'required', params: {} }
    if (keyword !== 'format') return undefined
    return { code: field.schema['format'] === 'vn-passport' ? 'passport.invalid-vietnamese' : 'passport.invalid', params: {} }
  },
  view: viewPassport,
}
