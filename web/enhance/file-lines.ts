import { textOf } from './form-page.ts'

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = ''): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

const linkButton = (text: string, act: () => void): HTMLButtonElement => {
  const button = element('button', 'button button--link', text)
  button.type = 'button'
  button.addEventListener('click', act)
  return button
}

/** One line of the list while a file is on its way: name, bar with percent, cancel. */
export const progressLine = (form: HTMLElement, section: Element, { file, cancel }: { readonly file: File; readonly cancel: () => void }): { readonly line: HTMLElement; readonly at: (percent: number) => void } => {
  const line = element('li', 'file')
  const [bar, text] = [element('progress', ''), element('p', 'file-advice')]
  line.dataset['uploading'] = ''
  bar.max = 100
  line.append(element('p', 'file-name', file.name), bar, text, linkButton(textOf(form, 'cancel'), cancel))
  section.querySelector('.files')?.append(line)
  const at = (percent: number): void => {
    bar.value = percent
    text.textContent = textOf(form, 'progress', { name: file.name, percent })
  }
  at(0)
  return { line, at }
}

/** The line of a file that did not arrive: why, 'try again', 'leave it out'. Only this page knows the file, so it is not redrawn. */
export const failedLine = (form: HTMLElement, line: HTMLElement, { file, why, wrong, again }: { readonly file: File; readonly why: string; readonly wrong: boolean; readonly again: () => void }): void => {
  delete line.dataset['uploading']
  line.dataset['unsent'] = ''
  const text = element('p', wrong ? 'field__error' : 'file-advice', why)
  text.setAttribute('role', 'alert')
  const row = element('p', 'file-actions')
  const leave = (act: () => void) => (): void => {
    const component = line.closest<HTMLElement>('[data-component]')?.dataset['component'] ?? ''
    line.remove()
    focusPicker(form, component)
    act()
  }
  row.append(linkButton(textOf(form, 'retry'), leave(again)), linkButton(textOf(form, 'giveUp'), leave(() => undefined)))
  line.replaceChildren(element('p', 'file-name', file.name), text, row)
}

/** To the picker of a paper, or to the sentence in its place. */
export const focusPicker = (form: HTMLElement, component: string): void =>
  form.querySelector<HTMLElement>(`#f-papers-${CSS.escape(component)}`)?.focus()

/** A message under the picker that stays until the next file is chosen. */
export const complain = (section: Element, text: string): void => {
  const known = section.querySelector<HTMLElement>('[data-complaint]')
  const message = known ?? element('p', 'field__error')
  message.dataset['complaint'] = ''
  message.setAttribute('role', 'alert')
  message.textContent = known?.textContent ? `${known.textContent} ${text}` : text
  if (!known) section.append(message)
}
