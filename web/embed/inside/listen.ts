import { policyAdvice } from '../ask.ts'
import { focusOn, isFile, isJourney } from './place.ts'
import { go, type Panel } from './panel.ts'

const entriesOf = (form: HTMLFormElement, button: HTMLElement | null): FormData => {
  const data = new FormData(form)
  if (button instanceof HTMLButtonElement && button.name !== '') data.append(button.name, button.value)
  return data
}

const textsOf = (data: FormData): URLSearchParams => {
  const texts = new URLSearchParams()
  for (const [name, value] of data) if (typeof value === 'string') texts.append(name, value)
  return texts
}

/** Posts a form, or asks its question, without leaving the page around. What stops another press has stopped it before. */
const onSubmit = (panel: Panel, event: SubmitEvent): void => {
  const form = event.target
  event.stopPropagation()
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
  event.preventDefault()
  const data = entriesOf(form, event.submitter)
  const again = (): void => form.requestSubmit(event.submitter)
  if (form.method === 'get') return void go(panel, { to: `${form.action}?${textsOf(data)}`, again })
  void go(panel, { to: form.action, from: form, again, body: form.enctype === 'multipart/form-data' ? data : textsOf(data) })
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey || defaultPrevented)

/** Links within the page and within the journey stay in the element; the address bar and the history are the host's. */
const onClick = (panel: Panel, event: MouseEvent): void => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || !isPlain(event)) return
  const target = link.getAttribute('href') ?? ''
  if (target.startsWith('#')) {
    event.preventDefault()
    return focusOn(target === '#main' ? panel.page?.querySelector('h1') ?? null : panel.page?.querySelector<HTMLElement>(`#${CSS.escape(target.slice(1))}`) ?? null)
  }
  const url = new URL(link.href)
  if (url.origin !== panel.portal || !(isJourney(url.pathname) || isFile(url.pathname)) || link.target === '_blank') return
  event.preventDefault()
  void go(panel, { to: link.href })
}

/** Files go to a bucket, another origin than the portal: a policy that does not name it is told to the page's owner. */
const onBlocked = ({ page, element, complain }: Panel, { effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
  const sentTo = page?.querySelector<HTMLElement>('[data-sent-to]')?.dataset['sentTo']
  if (sentTo && blockedURI.startsWith(sentTo)) complain(element, 'blocked-by-csp', policyAdvice(effectiveDirective, sentTo))
}

/** Hears what happens in the element: once, for all pages that it will show. */
export const listen = (panel: Panel): void => {
  const { frame } = panel.box
  frame.addEventListener('submit', (event) => onSubmit(panel, event))
  frame.addEventListener('click', (event) => onClick(panel, event))
  document.addEventListener('securitypolicyviolation', (event) => onBlocked(panel, event))
}
