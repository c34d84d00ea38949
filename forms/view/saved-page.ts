import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderBanner } from './parts/banner.ts'
import { formatDate, inLang } from './parts/format.ts'
import { localPath } from './parts/links.ts'
import { renderQr } from './parts/qr.ts'
import type { SavedPageProps } from './props.ts'

/** How to go on later or elsewhere: a link and a code, no account. */
export const renderSavedPage = (ctx: ViewContext, props: SavedPageProps): Html => renderLayout(ctx, {
  title: translate('page.saved.title', ctx.lang), personal: true,
  main: html`<div class="narrow">${props.record ? html`<p class="caption">${inLang(props.record.title, ctx.lang)}</p>` : ''}<h1>${translate('page.saved.title', ctx.lang)}</h1>
${renderBanner('success', translate('page.saved.until', ctx.lang, { date: formatDate(props.expiresAt) }), translate('page.saved.until-text', ctx.lang))}
<p>${translate('page.saved.how', ctx.lang)}</p>
<div class="receipt-keys"><dl><div><dt>${translate('page.saved.link', ctx.lang)}</dt><dd class="address"><a href="${props.resumeUrl}">${props.resumeUrl}</a></dd></div>
<div><dt>${translate('page.saved.code', ctx.lang)}</dt><dd class="code">${props.resumeCode}</dd></div></dl>
<figure>${renderQr(props.resumeUrl, translate('page.saved.qr', ctx.lang))}<figcaption>${translate('page.saved.qr-text', ctx.lang)}</figcaption></figure></div>
<p>${translate('page.saved.care', ctx.lang)}</p>
<div class="buttons"><a class="button" href="${localPath(ctx, props.continueHref)}">${translate('page.saved.continue', ctx.lang)}</a>${props.copyHref ? html`<a class="button button--quiet" href="${localPath(ctx, props.copyHref)}">${translate('page.draft.copy', ctx.lang)}</a>` : ''}</div></div>`,
})
