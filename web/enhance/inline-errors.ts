import { bodyOf, byId, controlsIn, fieldOf, focusedBeside, sectionForm, type Page } from './form-page.ts'

/** `inputs`: names of those that are at fault; none: all of the field. */
type Told = { readonly name: string; readonly pointer: string; readonly inputs: readonly string[]; readonly severity?: string; readonly message: string }

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

/** Writes, changes or takes away what is said of one field, as the server would have drawn it. */
const write = (field: HTMLElement, kind: 'error' | 'warning', message: string): void => {
  const { holder, described } = holderOf(field)
  const id = `f-${(field.dataset['pointer'] ?? '').slice(1).replaceAll('/', '-')}-${kind}`
  for (const element of described) describe(element, id, message !== '')
  const known = byId({ root: field }, id)
  if (message === '') return known?.remove()
  const text = known ?? document.createElement('p')
  text.className = `field__${kind}`
  text.id = id
  text.textContent = message
  if (!known) (holder.querySelector('.field__help') ?? holder.querySelector('.field__label, .field__legend') ?? holder.firstElementChild)?.after(text)
}

/** Marks the inputs that are at fault, and no others. */
const mark = (field: HTMLElement, error: Told | undefined): void => {
  field.classList.toggle('field--error', error !== undefined)
  for (const control of controlsIn(field)) {
    const wrong = error && control.type !== 'hidden' && (error.inputs.length === 0 || error.inputs.includes(control.name))
    if (wrong) control.setAttribute('aria-invalid', 'true')
    else control.removeAttribute('aria-invalid')
  }
}

const show = (field: HTMLElement, issues: readonly Told[]): void => {
  const [errors, warnings] = [issues.filter(({ severity }) => severity !== 'warning'), issues.filter(({ severity }) => severity === 'warning')]
  mark(field, errors[0])
  write(field, 'error', errors[0]?.message ?? '')
  write(field, 'warning', warnings.map(({ message }) => message).join(' '))
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
      show(field, issues.filter((issue) => issue.pointer === pointer || issue.pointer.startsWith(`${pointer}/`)))
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
