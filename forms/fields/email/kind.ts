import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanCode } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { viewEmail } from './view.ts'

/** Spaces around the @ come from phone keyboards; a domain has no capitals, a local part may. */
const normalise = (text: string): string =>
  cleanCode(text).replace(/\s*@\s*/, '@').replace(/@.*$/, (domain) => domain.toLowerCase())

export const emailKind: FieldKind = {
  ...textBox,
  id: 'email',
  matches: (schema) => schema['format'] === 'email',
  schema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  defaultHelp: (_field, lang) => translate('field.email.help', lang),
  normalise: (value) => (typeof value === 'string' ? normalise(value) : value),
  explain: ({ keyword, value }) => {
    if (keyword === 'required' || value === '') return { code: 'required', params: {} }
    return keyword === 'format' || keyword === 'type' ? { code: 'email.invalid', params: {} } : undefined
  },
  view: viewEmail,
}
