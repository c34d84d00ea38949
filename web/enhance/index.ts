import { autosave } from './autosave.ts'
import { dependentCommunes } from './communes.ts'
import { instantConditions } from './conditions.ts'
import { inlineErrors } from './inline-errors.ts'
import { leaveProtection } from './leave.ts'
import { sendOnce } from './send-once.ts'
import { startingFocus } from './starting-focus.ts'
import { uploads } from './upload.ts'

/** Pages work without any of these; one that fails must not take the others along. */
const ENHANCEMENTS: readonly ((page: Document) => void)[] =
  [startingFocus, dependentCommunes, instantConditions, inlineErrors, autosave, uploads, leaveProtection, sendOnce]

document.documentElement.classList.add('with-script')
for (const enhance of ENHANCEMENTS) {
  try {
    enhance(document)
  } catch (error) {
    reportError(error)
  }
}
