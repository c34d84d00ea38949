import { hearPolicy, policyAdvice } from './ask.ts'
import { localPath } from './local-path.ts'
import { built, textFor } from './portal.ts'

/** What an element draws itself; the rest comes from the portal. */
export type Box = {
  /** Where events of the page's parts are heard. */
  readonly tree: ShadowRoot | HTMLElement
  /** The frame around the page: styles begin here, and its attributes choose the look. */
  readonly frame: HTMLElement
  /** Says what goes on to who cannot see it. */
  readonly say: (text: string) => void
  /** A message that stays, with 'try again' where that makes sense; '' takes it away. */
  readonly warn: (text: string, again?: () => void) => void
  /** What stood in the element before it came to life (a link to the form), or a link of our own. */
  readonly showLink: (shown: boolean) => void
}

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = ''): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

const sheets = new Map<string, Promise<CSSStyleSheet>>()

/** The styles as one sheet for all elements of a page: no policy on inline styles stands against it, and nothing of it leaks. */
const sheetFrom = (portal: string): Promise<CSSStyleSheet> => {
  const known = sheets.get(portal)
  if (known) return known
  const made = fetch(portal + built().css, { credentials: 'omit' }).then(async (answer) => new CSSStyleSheet().replace(await answer.text()))
  sheets.set(portal, made)
  // Not kept: the next element asks again.
  made.catch(() => sheets.delete(portal))
  return made
}

/** Puts the styles in; where they cannot come the form is plain, and works. */
export const dress = async ({ tree }: Box, portal: string): Promise<string | undefined> => {
  const home = tree instanceof ShadowRoot ? tree : document
  const policy = hearPolicy(portal)
  try {
    const sheet = await sheetFrom(portal)
    if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet]
    return undefined
  } catch {
    const directive = await policy.directive()
    return directive && policyAdvice(directive, portal)
  } finally {
    policy.stop()
  }
}

/** Children of a light element are hidden by hand: a host's `* { all: unset }` would undo the attribute. */
const hideChildren = (element: HTMLElement, frame: HTMLElement, hidden: boolean): void => {
  for (const child of element.children)
    if (child !== frame && child instanceof HTMLElement) child.style.setProperty('display', hidden ? 'none' : '', 'important')
}

const makeLink = (element: HTMLElement, portal: string): HTMLElement => {
  const line = make('p', 'link')
  const link = make('a', '', textFor(element, 'open'))
  link.href = portal + localPath(element, element.hasAttribute('procedure') ? `/thu-tuc/${element.getAttribute('procedure')}` : '/')
  link.target = '_blank'
  line.append(link)
  return line
}

const makeTrouble = (element: HTMLElement, frame: HTMLElement): Box['warn'] => (text, again) => {
  frame.querySelector('.trouble')?.remove()
  if (text === '') return
  const trouble = make('div', 'trouble')
  trouble.setAttribute('role', 'alert')
  trouble.setAttribute('part', 'trouble')
  trouble.append(make('p', '', text))
  if (again) {
    const button = make('button', 'button', textFor(element, 'retry'))
    button.type = 'button'
    button.addEventListener('click', again)
    trouble.append(button)
  }
  frame.append(trouble)
}

/** The element's inside: a shadow tree, or with the attribute `light` the element itself. */
export const makeBox = (element: HTMLElement, portal: string): Box => {
  const light = element.hasAttribute('light')
  const tree = light ? element : (element.shadowRoot ?? element.attachShadow({ mode: 'open' }))
  const frame = make('div', 'dvc')
  frame.setAttribute('part', 'frame')
  frame.setAttribute('dir', 'ltr')
  const status = make('p', 'visually-hidden')
  status.setAttribute('role', 'status')
  const link = element.childElementCount > 0 && !light ? make('slot', '') : makeLink(element, portal)
  frame.append(status, link)
  tree.append(frame)
  return {
    tree, frame,
    say: (text) => { status.textContent = text },
    warn: makeTrouble(element, frame),
    showLink: (shown) => {
      if (light && element.childElementCount > 1) { hideChildren(element, frame, !shown); link.remove() }
      else if (shown) status.after(link)
      else link.remove()
    },
  }
}
