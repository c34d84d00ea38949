import { emit } from './events.ts'

/** Says to the page's owner, in the console and by an event, what only they can mend. */
export const complain = (element: HTMLElement, code: string, message: string): void => {
  // oxlint-disable-next-line no-console -- the one place where a developer looks when a form does not appear
  console.error(`<${element.localName}>: ${message}`)
  emit(element, 'dvc:error', { procedure: element.getAttribute('procedure') ?? '', code, message })
}
