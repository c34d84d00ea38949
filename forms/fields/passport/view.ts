import { textInputView } from '../text-input.ts'

export const viewPassport = textInputView(() => ({ autocomplete: 'off', width: 'code', plain: true }))
