import { autosave } from './autosave.ts'
import { dependentCommunes } from './communes.ts'
import { instantConditions } from './conditions.ts'
import type { Page } from './form-page.ts'
import { inlineErrors } from './inline-errors.ts'
import { leaveProtection } from './leave.ts'
import { sendOnce } from './send-once.ts'
import { startingFocus } from './starting-focus.ts'
import { uploads } from './upload.ts'

/** Pages work without any of these; one that fails must not take the others along. */
const ENHANCEMENTS: readonly ((page: Page) => void)[] =
  [startingFocus, dependentCommunes, instantConditions, inlineErrors, autosave, uploads, leaveProtection, sendOnce]

/** Makes one page of the journey easier, wherever it stands. */
export const enhance = (page: Page): void => {
  page.root.classList.add('with-script')
  for (const one of ENHANCEMENTS) {
    try {
      one(page)
    } catch (error) {
      reportError(error)
    }
  }
}
