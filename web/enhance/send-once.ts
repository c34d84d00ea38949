import type { Page } from './form-page.ts'

const ALLOW_AGAIN = 8000

/**
 * A second press while the first is on its way does nothing and says so. Buttons are not disabled, because a disabled one
 * would not post its own name; and after a while, on return by the back button, or where it could not be sent ('unsent'),
 * pressing works again.
 */
export const sendOnce = ({ root, ended }: Page): void => {
  const on = { signal: ended }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
    const sending = form.dataset['sending']
    let sent = false
    let restore = (): void => undefined
    form.addEventListener('submit', (event) => {
      if (sent) return event.preventDefault()
      if (event.defaultPrevented) return
      sent = true
      const button = event.submitter
      const text = button?.textContent ?? ''
      if (button && sending && !button.matches('.visually-hidden')) button.textContent = sending
      button?.setAttribute('aria-disabled', 'true')
      restore = () => {
        sent = false
        button?.removeAttribute('aria-disabled')
        if (button) button.textContent = text
      }
      window.setTimeout(() => restore(), ALLOW_AGAIN)
    }, on)
    form.addEventListener('unsent', () => restore(), on)
    window.addEventListener('pageshow', () => restore(), on)
  }
}
