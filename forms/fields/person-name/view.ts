import { textInputView } from '../text-input.ts'

// No autocomplete of its own: most names on a form are somebody else's (the child, the mother).
export const viewPersonName = textInputView(() => ({ width: 'full', plain: true }))
