/** What stands where in the page that came, by what a host may style it with: `dvc-form::part(button)`. */
const PARTS: Readonly<Record<string, string>> = {
  heading: 'h1', label: '.field__label, .field__legend', control: '.input, .select, .textarea', button: '.button', primary: '.buttons > .button:first-child',
  field: '.field', error: '.field__error', errors: '.error-summary', notice: '.banner', progress: '.progress', receipt: '.slip',
}

const nameParts = (page: ParentNode): void => {
  for (const [part, selector] of Object.entries(PARTS)) for (const one of page.querySelectorAll(selector)) one.part.add(part)
}

/** A page that stays within the element; every other address of the portal opens a window of its own. */
export const isJourney = (path: string): boolean => /^(\/en)?\/ho-so\/[^/]+\/[^/.]+$/.test(path) || /^(\/en)?\/thu-tuc\/[^/]+\/nop$/.test(path)

/** A copy to print or an uploaded file: fetched with the token, because no link can carry it. */
export const isFile = (path: string): boolean => /^(\/en)?\/ho-so\/[^/]+\/(ban-sao\.html|tep\/[^/]+)$/.test(path)

/** Addresses are the portal's, not the host's. */
export const makeAbsolute = (page: ParentNode, portal: string): void => {
  for (const form of page.querySelectorAll('form')) form.setAttribute('action', new URL(form.getAttribute('action') ?? '', portal).href)
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"], [target])')) {
    const url = new URL(link.getAttribute('href') ?? '', portal)
    link.href = url.href
    if (url.origin === portal && (isJourney(url.pathname) || isFile(url.pathname))) continue
    link.target = '_blank'
    link.rel = 'noopener'
  }
}

/** Two forms in a page have the same landmarks: each is named after what it is about as well. */
const nameLandmarks = (page: ParentNode): void => {
  const about = page.querySelector('.caption')?.textContent
  for (const one of page.querySelectorAll('nav, aside')) if (about) one.setAttribute('aria-label', [one.getAttribute('aria-label'), about].filter(Boolean).join(' – '))
}

/** The page's own element, ready to be put in: its addresses, its parts, nothing that would take the focus by itself. */
export const prepare = (page: HTMLElement, portal: string): HTMLElement => {
  makeAbsolute(page, portal)
  nameParts(page)
  nameLandmarks(page)
  for (const one of page.querySelectorAll('[autofocus]')) one.removeAttribute('autofocus')
  return page
}

/** Moves the focus to an element that need not be focusable by itself. */
export const focusOn = (target: HTMLElement | null): void => {
  if (!target) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus()
}

/** After a step: to what is wrong, else to where a link pointed, else to the heading, so that it is read first. */
export const focusPage = (page: HTMLElement, hash: string): void => {
  const named = hash.length > 1 ? page.querySelector<HTMLElement>(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`) : null
  focusOn(page.querySelector<HTMLElement>('#error-summary') ?? named ?? page.querySelector('h1'))
}
