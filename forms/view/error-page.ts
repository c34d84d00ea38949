import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { localPath } from './parts/links.ts'
import type { ErrorPageProps } from './props.ts'

const TITLES: Readonly<Record<number, MessageKey>> = {
  403: 'page.error.forbidden', 404: 'page.error.not-found', 409: 'page.error.conflict', 413: 'page.error.too-large', 429: 'page.error.too-many', 503: 'page.error.unavailable',
}

/** Refusals that say something else than their status does. */
const titleOf = ({ status, key }: ErrorPageProps): MessageKey =>
  (key === 'error.not-online' ? 'page.error.refused' : TITLES[status] ?? (status >= 500 ? 'page.error.broken' : 'page.error.refused'))

const renderAgain = (ctx: ViewContext, action: string, entries: NonNullable<ErrorPageProps['typed']>['entries']): Html => html`
<form method="post" action="${localPath(ctx, action)}">${entries.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="buttons"><button class="button" type="submit">${translate('page.error.again', ctx.lang)}</button></div></form>`

/** What was typed is never lost: it stays on the page to be read, and one button sends it again where that can succeed. */
const renderTyped = (ctx: ViewContext, { action, entries }: NonNullable<ErrorPageProps['typed']>): Html | '' => {
  const shown = entries.filter(([name, value]) => !name.startsWith('_') && value !== '')
  if (action === undefined && shown.length === 0) return ''
  return html`<section aria-labelledby="typed"><h2 id="typed">${translate('page.error.typed', ctx.lang)}</h2><p>${translate(action === undefined ? 'page.error.typed-copy' : 'page.error.typed-text', ctx.lang)}</p>
${action === undefined ? '' : renderAgain(ctx, action, entries)}
<ul class="typed">${shown.map(([, value]) => html`<li>${value}</li>`)}</ul></section>`
}

/** A draft that this device does not hold opens with its code: the way there is one press. */
const renderResume = (ctx: ViewContext, status: number): Html | '' => {
  const id = status === 404 || status === 403 ? /^\/ho-so\/([\da-f-]{36})\//.exec(ctx.path)?.[1] : undefined
  return id === undefined ? '' : html`<div class="buttons"><a class="button" href="${localPath(ctx, `/ho-so/${id}/tiep-tuc`)}">${translate('page.error.resume', ctx.lang)}</a></div>`
}

/** Where to go on: the page of the draft whose post was refused (what is stored is on it), or the posting of what is not applied for online. */
const renderBack = (ctx: ViewContext, { status, key }: ErrorPageProps): Html | '' => {
  const page = [400, 413, 415].includes(status) ? /^\/ho-so\/[\da-f-]{36}\/[a-z-]+$/.exec(ctx.path)?.[0] : undefined
  const posting = key === 'error.not-online' ? /^\/thu-tuc\/[\w.-]+(?=\/nop$)/.exec(ctx.path)?.[0] : undefined
  const text = translate(posting ? 'page.error.posting' : 'page.error.reopen', ctx.lang)
  const href = page ?? posting
  return href === undefined ? '' : html`<div class="buttons"><a class="button" href="${localPath(ctx, href)}">${text}</a></div>`
}

/** A refusal or a fault: what happened, what to do, and a number to quote when asking for help. */
export const renderErrorPage = (ctx: ViewContext, props: ErrorPageProps): Html => {
  const title = translate(titleOf(props), ctx.lang)
  return renderLayout(ctx, {
    title, personal: true,
    main: html`<div class="narrow" data-error="${props.key}"><h1>${title}</h1><p class="lead">${translate(props.key, ctx.lang, props.params)}</p>
${props.retryAfter ? html`<p>${translate('page.error.wait', ctx.lang, { seconds: props.retryAfter })}</p>` : ''}
${renderBack(ctx, props)}${renderResume(ctx, props.status)}${props.typed ? renderTyped(ctx, props.typed) : ''}
<p><a href="${localPath(ctx, '/')}">${translate('page.error.home', ctx.lang)}</a></p>
<p class="quiet">${translate('page.error.help', ctx.lang, { hotline: ctx.portal.hotline })} <code>${ctx.requestId}</code></p></div>`,
  })
}
