import { textInputView } from '../text-input.ts'

export const viewPhone = textInputView(() => ({ type: 'tel', inputMode: 'tel', width: 'code' }))
