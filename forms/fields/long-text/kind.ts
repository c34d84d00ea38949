import { cleanLines } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { viewLongText } from './view.ts'

const ONE_LINE = 300

/** Several lines of text. */
export const longTextKind: FieldKind = {
  ...textBox,
  id: 'long-text',
  matches: (schema) => schema['type'] === 'string' && typeof schema['maxLength'] === 'number' && schema['maxLength'] > ONE_LINE,
  schema: () => ({ type: 'string', minLength: 1, maxLength: 5000 }),
  normalise: (value) => (typeof value === 'string' ? cleanLines(value) : value),
  explain: ({ value }) => (value === '' ? { code: 'required', params: {} } : undefined),
  view: viewLongText,
}
