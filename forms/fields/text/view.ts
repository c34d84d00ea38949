import type { Field } from '../../engine/form-model.ts'
import { textInputView } from '../text-input.ts'

// A pattern of digits alone brings up the number keys on a phone; the text stays text (leading zeros).
const takesDigits = (field: Field): boolean => {
  const pattern = field.schema['pattern']
  return typeof pattern === 'string' && /^\^?(\\d|\[0-9\]|0)/.test(pattern) && !/[A-Za-z]/.test(pattern.replaceAll('\\d', ''))
}

export const viewText = textInputView((field) => (takesDigits(field) ? { inputMode: 'numeric' } : {}))
