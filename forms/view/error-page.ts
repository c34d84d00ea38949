import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { localPath } from './parts/links.ts'
import type { ErrorPageProps } from './props.ts'

const TITLES: Readonly<Record<number, MessageKey>> = {
  403: 'page.error.forbidden', 404: 'page.error.not-found', 409: 'page.error.conflict', 413: 'page.error.too-large', 429: 'page.error.too-many', 503: 'page.error.unavailable',
}

/** What was typed is never lost: it stays on the page to be read, and one button sends it again. */
const renderTyped = (ctx: ViewContext, { action, entries }: NonNullable<ErrorPageProps['typed']>): Html => {
  const shown = entries.filter(([name, value]) => !name.startsWith('_') && value !== '')
  return html`<section aria-labelledby="typed"><h2 id="typed">${translate('page.error.typed', ctx.lang)}</h2><p>${translate('page.error.typed-text', ctx.lang)}</p>
<form method="post" action="${localPath(ctx, action)}">${entries.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="buttons"><button class="button" type="submit">${translate('page.error.again', ctx.lang)}</button></div></form>
<ul class="typed">${shown.map(([, value]) => html`<li>${value}</li>`)}</ul></section>`
}

/** A draft that this device does not hold opens with its code: the way there is one press. */
const renderResume = (ctx: ViewContext, status: number): Html | '' => {
  const id = status === 404 || status === 403 ? /^\/ho-so\/([\da-f-]{36})\//.exec(ctx.path)?.[1] : undefined
  return id === undefined ? '' : html`<div class="buttons"><a class="button" href="${localPath(ctx, `/ho-so/${id}/tiep-tuc`)}">${translate('page.error.resume', ctx.lang)}</a></div>`
}

/** A refusal or a fault: what happened, what to do, and a number to quote when asking for help. */
export const renderErrorPage = (ctx: ViewContext, props: ErrorPageProps): Html => {
  const title = translate(TITLES[props.status] ?? (props.status >= 500 ? 'page.error.broken' : 'page.error.refused'), ctx.lang)
  return renderLayout(ctx, {
    title, personal: true,
    main: html`<div class="narrow" data-error="${props.key}"><h1>${title}</h1><p class="lead">${translate(props.key, ctx.lang, props.params)}</p>
${props.retryAfter ? html`<p>${translate('page.error.wait', ctx.lang, { seconds: props.retryAfter })}</p>` : ''}
${props.typed ? renderTyped(ctx, props.typed) : renderResume(ctx, props.status)}
<p><a href="${localPath(ctx, '/')}">${translate('page.error.home', ctx.lang)}</a></p>
<p class="quiet">${translate('page.error.help', ctx.lang, { hotline: ctx.portal.hotline })} <code>${ctx.requestId}</code></p></div>`,
  })
}
