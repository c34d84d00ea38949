import { textInputView } from '../text-input.ts'

export const viewIdentityNumber = textInputView(() => ({ inputMode: 'numeric', autocomplete: 'off', width: 'code', plain: true }))
