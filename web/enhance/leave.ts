import { sectionForm, type Page } from './form-page.ts'

/** Asks before the page is left while something typed is not stored yet, or a file is on its way or did not arrive. */
export const leaveProtection = (page: Page): void => {
  const form = sectionForm(page) ?? page.root.querySelector<HTMLFormElement>('form[data-papers]')
  if (!form) return
  const on = { signal: page.ended }
  let dirty = false
  form.addEventListener('input', (event) => { dirty = !(event.target instanceof HTMLInputElement && event.target.type === 'file') || dirty }, on)
  form.addEventListener('unsent', () => { dirty = true }, on)
  for (const done of ['saved', 'submit']) form.addEventListener(done, () => { dirty = false }, on)
  window.addEventListener('beforeunload', (event) => {
    if (dirty || form.querySelector('[data-uploading], [data-unsent] .field__error')) event.preventDefault()
  }, on)
}
