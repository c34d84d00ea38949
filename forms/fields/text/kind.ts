import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { viewText } from './view.ts'

/** One line of text. */
export const textKind: FieldKind = {
  ...textBox,
  id: 'text',
  matches: (schema) => schema['type'] === 'string',
  schema: () => ({ type: 'string', minLength: 1, maxLength: 500 }),
  explain: ({ value }) => (value === '' ? { code: 'required', params: {} } : undefined),
  view: viewText,
}
