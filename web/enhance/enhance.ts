import { autosave } from './autosave.ts'
import { dependentCommunes } from './communes.ts'
import { instantConditions } from './conditions.ts'
import type { Page } from './form-page.ts'
import { inlineErrors } from './inline-errors.ts'
import { leaveProtection } from './leave.ts'
import { sendOnce } from './send-once.ts'
import { startingFocus } from './starting-focus.ts'

/** File of ./upload.ts beside this one (web/build.ts): one page of a journey needs it, and the first never does. */
declare const UPLOADS: string

const laterUploads = (page: Page): void => {
  if (!page.root.querySelector('form[data-papers]')) return
  void import(UPLOADS).then(({ uploads }: { readonly uploads: (page: Page) => void }) => { if (!page.ended.aborted) uploads(page) })
}

/** Pages work without any of these; one that fails must not take the others along. */
const ENHANCEMENTS: readonly ((page: Page) => void)[] =
  [startingFocus, dependentCommunes, instantConditions, inlineErrors, autosave, laterUploads, leaveProtection, sendOnce]

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
