import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { viewPersonName } from './view.ts'

/** A person's name (họ, chữ đệm, tên); `upperCase` in the presentation writes it IN HOA as some forms ask. */
export const personNameKind: FieldKind = {
  ...textBox,
  id: 'person-name',
  matches: (schema) => schema['format'] === 'person-name',
  schema: () => ({ type: 'string', format: 'person-name', maxLength: 100 }),
  defaultHelp: (_field, lang) => translate('field.person-name.help', lang),
  normalise: (value, field) => {
    if (typeof value !== 'string') return value
    const name = cleanLine(value)
    return field.presentation['upperCase'] === true ? name.toLocaleUpperCase('vi') : name
  },
  explain: ({ keyword, value }) => {
    if (value === '') return { code: 'required', params: {} }
    if (keyword !== 'format') return undefined
    return typeof value === 'string' && value.length === 1 ? { code: 'too-short', params: { limit: 2 } } : { code: 'name.characters', params: {} }
  },
  // Some peoples have names of one word: they must be able to go on.
  check: (value) => (typeof value === 'string' && !value.includes(' ') ? [{ code: 'name.single-word', params: {}, severity: 'warning' }] : []),
  view: viewPersonName,
}
