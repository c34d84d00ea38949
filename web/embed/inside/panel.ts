import { enhance } from '../../enhance/enhance.ts'
import type { Answer } from '../ask.ts'
import { remember } from '../memory.ts'
import type { Start } from '../start.ts'
import { download } from './download.ts'
import { fitList } from './list.ts'
import { focusPage, prepare } from './place.ts'
import { readHtml } from './read-html.ts'
import { reportPage } from './report.ts'

/** The inside of one element and where its person is. */
export type Panel = Start & {
  /** What is shown; undefined before the first page has come. */
  page?: HTMLElement
  /** Where that stands at the portal. */
  at?: string
  token?: string | undefined
  /** Aborted when the shown page goes. */
  ended: AbortController
  busy: boolean
}

/** One way to go on; `again` repeats it with what is typed by then. */
export type Going = { readonly to: string; readonly body?: FormData | URLSearchParams; readonly from?: HTMLElement; readonly again?: () => void }

/** Where a form is come back to after a reload; lists are not. */
export const placeKey = ({ element, portal }: Pick<Start, 'element' | 'portal'>): string => `dvc ${portal} ${element.getAttribute('procedure')}`

/** A draft that is being filled in can be come back to; a receipt, a refusal and an empty first page cannot. */
const keepPlace = (panel: Panel, page: HTMLElement): void => {
  const { at, token } = panel
  const isDraft = at !== undefined && at.includes('/ho-so/') && page.querySelector('.slip, [data-error]') === null
  if (panel.kind === 'form') remember(placeKey(panel), isDraft && token ? { path: at, token } : undefined)
}

/** Conditions, lists, checks, autosave, uploads. */
const enliven = ({ page, ended }: Panel): void => { if (page) enhance({ root: page, ended: ended.signal, parse: readHtml }) }

const put = (panel: Panel, page: HTMLElement): void => {
  panel.ended.abort()
  panel.ended = new AbortController()
  if (panel.page) panel.page.replaceWith(page)
  else panel.box.frame.append(page)
  panel.page = page
  panel.at = page.dataset['path'] ?? ''
  panel.token = page.querySelector<HTMLInputElement>('input[name="_token"]')?.value ?? panel.token
}

/** Who searches a list goes on typing; who fills in a form goes on at its head. */
const focusAfter = ({ kind }: Panel, page: HTMLElement, hash: string): void =>
  kind === 'list' ? page.querySelector<HTMLElement>('input[type="search"]')?.focus() : focusPage(page, hash)

const show = (panel: Panel, html: string, hash: string): void | Promise<void> => {
  const { element, box, portal } = panel
  const came = readHtml(html)
  const page = came.querySelector<HTMLElement>('.fragment')
  if (!page) return panel.complain(element, 'server', 'what came is no page of the portal')
  const [first, refused] = [panel.page === undefined, page.querySelector('[data-error]') !== null]
  if (first && refused && panel.token) return beginAnew(panel)
  if (panel.kind === 'list') fitList(panel, page)
  put(panel, prepare(page, portal))
  keepPlace(panel, page)
  box.showLink(first && refused)
  box.say(came.title)
  if (!first) focusAfter(panel, page, hash)
  if (first && !refused) panel.emit(element, 'dvc:ready', { procedure: element.getAttribute('procedure') ?? '' })
  reportPage(panel, page, came.title)
  enliven(panel)
}

/** What was begun in this tab is gone: a new form rather than an error page. */
const beginAnew = (panel: Panel): Promise<void> => {
  panel.token = undefined
  remember(placeKey(panel), undefined)
  return travel(panel, { to: panel.path })
}

const fail = ({ element, box, complain, textFor }: Panel, { code, message }: Extract<Answer, { kind: 'failed' }>, again: () => void): void => {
  const blocked = code === 'blocked-by-csp'
  box.say('')
  box.warn(textFor(element, blocked ? 'blocked' : 'offline'), blocked ? undefined : again)
  complain(element, code, message)
}

const take = async (panel: Panel, answer: Answer, going: Going): Promise<void> => {
  const url = new URL(going.to, panel.portal)
  if (answer.kind === 'failed') {
    going.from?.dispatchEvent(new Event('unsent'))
    return fail(panel, answer, going.again ?? (() => void go(panel, going)))
  }
  panel.box.warn('')
  if (answer.kind === 'page') return url.pathname.endsWith('.html') ? download(url, new Blob([answer.html], { type: 'text/html' })) : show(panel, answer.html, url.hash)
  const next = new URL(answer.location, panel.portal)
  return next.origin === panel.portal ? travel(panel, { to: next.href }) : download(next)
}

const travel = async (panel: Panel, going: Going): Promise<void> => {
  const { signal } = panel.ended
  const answer = await panel.ask({ url: new URL(going.to, panel.portal), signal, ...(going.body && { body: going.body }), ...(panel.token && { token: panel.token }) })
  if (!signal.aborted) await take(panel, answer, going)
}

/** One thing at a time: a second press while the first is on its way is none. */
const once = async (panel: Panel, text: 'sending' | 'loading', act: () => Promise<void>): Promise<void> => {
  const { element, box } = panel
  if (panel.busy) return
  panel.busy = true
  box.frame.ariaBusy = 'true'
  box.say(panel.textFor(element, text))
  try {
    await act()
  } catch (error) {
    // Trusted Types throw where the page does not name our policy.
    box.warn(panel.textFor(element, 'blocked'))
    panel.complain(element, 'trusted-types', `${error} – the Content-Security-Policy of this page has to name our policy: trusted-types dvc-form`)
  } finally {
    panel.busy = false
    box.frame.ariaBusy = 'false'
  }
}

/** Goes on to a page of the portal. */
export const go = (panel: Panel, going: Going): Promise<void> => once(panel, going.body ? 'sending' : 'loading', () => travel(panel, going))

/** Shows the page that was asked for while this script was loading. */
export const begin = (panel: Panel): Promise<void> =>
  once(panel, 'loading', async () => take(panel, await panel.first, { to: panel.place?.path ?? panel.path }))

/** It is back in the page around: what it showed comes to life again. */
export const resume = (panel: Panel): void => {
  if (!panel.ended.signal.aborted) return
  panel.ended = new AbortController()
  if (panel.page) enliven(panel)
  else void go(panel, { to: panel.path })
}
