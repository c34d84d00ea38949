import { textInputView } from '../text-input.ts'

export const viewEmail = textInputView(() => ({ type: 'email', inputMode: 'email', plain: true }))
