import { bodyOf, byId, controlsIn, fieldOf, focusedBeside, sectionForm, type Page } from './form-page.ts'

type Told = { readonly name: string; readonly pointer: string; readonly message: string }

const PAUSE = 250

/** What the messages of a field stand under, and what refers to them: the fieldset of a group, else its inputs. */
const holderOf = (field: HTMLElement): { readonly holder: HTMLElement; readonly described: readonly HTMLElement[] } => {
  const group = field.querySelector<HTMLElement>(':scope > fieldset')
  return group ? { holder: group, described: [group] } : { holder: field, described: controlsIn(field).filter((control) => control.type !== 'hidden') }
}

const describe = (element: HTMLElement, id: string, on: boolean): void => {
  const others = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  const ids = on ? [...others, id] : others
  if (ids.length > 0) element.setAttribute('aria-describedby', ids.join(' '))
  else element.removeAttribute('aria-describedby')
}

/** Writes, changes or takes away the message of one field, as the server would have drawn it. */
const showMessage = (field: HTMLElement, message: string | undefined): void => {
  const { holder, described } = holderOf(field)
  const id = `f-${(field.dataset['pointer'] ?? '').slice(1).replaceAll('/', '-')}-error`
  field.classList.toggle('field--error', message !== undefined)
  for (const element of described) describe(element, id, message !== undefined)
  for (const control of controlsIn(field)) {
    if (message === undefined) control.removeAttribute('aria-invalid')
    else if (control.type !== 'hidden') control.setAttribute('aria-invalid', 'true')
  }
  const known = byId({ root: field }, id)
  if (message === undefined) return known?.remove()
  const text = known ?? document.createElement('p')
  text.className = 'field__error'
  text.id = id
  text.textContent = message
  if (!known) (holder.querySelector('.field__help') ?? holder.querySelector('.field__label, .field__legend') ?? holder.firstElementChild)?.after(text)
}

/** Is the answer still being given: the focus is in the same field, or nothing was typed? */
const isOpen = (field: HTMLElement): boolean => field.contains(focusedBeside(field))

/**
 * Says what is wrong with a field when it is left, in the server's words: posts the page with `_intent=check`, which
 * stores nothing. Only fields that were touched speak; an empty one waits for 'continue'.
 */
export const inlineErrors = (page: Page): void => {
  const form = sectionForm(page)
  if (!form) return
  const touched = new Set<HTMLElement>()
  let timer = 0
  let running: AbortController | undefined

  const check = async (): Promise<void> => {
    running?.abort()
    running = new AbortController()
    const answer = await fetch(form.action, { method: 'POST', body: bodyOf(form, 'check'), headers: { accept: 'application/json' }, signal: running.signal })
    if (!answer.ok) return
    const { issues } = (await answer.json()) as { readonly issues: readonly Told[] }
    const held = focusedBeside(form)
    const before = held?.getBoundingClientRect().top ?? 0
    for (const field of touched) {
      if (isOpen(field)) continue
      const pointer = field.dataset['pointer'] ?? ''
      showMessage(field, issues.find((issue) => issue.pointer === pointer || issue.pointer.startsWith(`${pointer}/`))?.message)
    }
    // A message above must not push what is being typed in out of sight (WCAG 2.2, 2.4.11).
    window.scrollBy({ top: (held?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' })
  }
  form.addEventListener('change', (event) => {
    const field = fieldOf(event.target)
    if (field && !field.hidden) touched.add(field)
  }, { signal: page.ended })
  form.addEventListener('focusout', () => {
    clearTimeout(timer)
    // A failed check says nothing: 'continue' checks all the same.
    if (touched.size > 0) timer = window.setTimeout(() => void check().catch(() => undefined), PAUSE)
  }, { signal: page.ended })
}
