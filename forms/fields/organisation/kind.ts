import type { FieldKind } from '../field-kind.ts'
import { cleanLine } from '../clean-text.ts'
import { textBox } from '../text-input.ts'
import { viewOrganisation } from './view.ts'

/** Name of an organisation or business; `upperCase` in the presentation writes it IN HOA. */
export const organisationKind: FieldKind = {
  ...textBox,
  id: 'organisation',
  schema: () => ({ type: 'string', minLength: 2, maxLength: 250 }),
  normalise: (value, field) => {
    if (typeof value !== 'string') return value
    const name = cleanLine(value)
    return field.presentation['upperCase'] === true ? name.toLocaleUpperCase('vi') : name
  },
  explain: ({ value }) => (value === '' ? { code: 'required', params: {} } : undefined),
  view: viewOrganisation,
}
