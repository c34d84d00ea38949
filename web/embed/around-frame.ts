import { policyAdvice } from './ask.ts'
import { complain } from './complain.ts'
import { emit, type DvcEvents } from './events.ts'
import { localPath } from './local-path.ts'
import { portalOf, textFor } from './portal.ts'

type Told = { readonly dvc?: unknown; readonly detail?: unknown; readonly height?: unknown }

const EVENTS: readonly string[] = ['dvc:ready', 'dvc:step', 'dvc:submitted', 'dvc:error'] satisfies readonly (keyof DvcEvents)[]

const isEvent = (name: unknown): name is keyof DvcEvents => typeof name === 'string' && EVENTS.includes(name)

/** The address of the page for a frame; it is told who frames it, so that it speaks to nobody else. */
const addressOf = (element: HTMLElement): string => {
  const query = new URLSearchParams({ cha: location.origin, theme: element.getAttribute('theme') ?? '' })
  return `${portalOf(element)}${localPath(element, `/nhung/${element.getAttribute('procedure')}`)}?${query}`
}

/** A policy that lets no frame of ours in is told to the page's owner; people get the link. */
const hearBlocked = (element: HTMLElement, tree: ShadowRoot): void => {
  const portal = portalOf(element)
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith(portal) || !element.isConnected) return
    tree.replaceChildren(document.createElement('slot'))
    complain(element, 'blocked-by-csp', policyAdvice(effectiveDirective, portal))
  })
}

/** `<dvc-form frame>`: the form in an `<iframe>` that is as high as what it holds, and whose events come out. */
export const makeFrame = (element: HTMLElement): void => {
  const tree = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  const frame = document.createElement('iframe')
  frame.title = element.getAttribute('title') || element.textContent?.trim() || textFor(element, 'open')
  frame.src = addressOf(element)
  for (const [name, value] of [['display', 'block'], ['width', '100%'], ['height', '40rem'], ['border', '0']] as const) frame.style.setProperty(name, value)
  hearBlocked(element, tree)
  tree.replaceChildren(frame)
  const hear = ({ data, source, origin }: MessageEvent<Told | null>): void => {
    if (!frame.isConnected) return window.removeEventListener('message', hear)
    if (source !== frame.contentWindow || origin !== portalOf(element) || typeof data !== 'object' || data === null) return
    if (typeof data.height === 'number') frame.style.height = `${Math.min(Math.ceil(data.height), 100_000)}px`
    if (isEvent(data.dvc)) emit(element, data.dvc, data.detail as DvcEvents[typeof data.dvc])
  }
  window.addEventListener('message', hear)
}

/** Inside of the frame: tells the registered page around it how high the form is, whenever that changes. */
export const tellHeight = (element: HTMLElement): void => {
  const around = element.dataset['parent']
  if (!around || parent === window) return
  new ResizeObserver(() => parent.postMessage({ height: element.getBoundingClientRect().height }, around)).observe(element)
}
