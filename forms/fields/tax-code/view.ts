import { textInputView } from '../text-input.ts'

export const viewTaxCode = textInputView(() => ({ inputMode: 'numeric', autocomplete: 'off', width: 'code', plain: true }))
