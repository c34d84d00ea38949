import { textInputView } from '../text-input.ts'

export const viewOrganisation = textInputView(() => ({ width: 'full' }))
