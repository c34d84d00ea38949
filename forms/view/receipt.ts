import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderAnswers } from './parts/answers-summary.ts'
import { renderBanner } from './parts/banner.ts'
import { dueText, renderDueExplained } from './parts/due-explained.ts'
import { renderPapersList } from './parts/files.ts'
import { formatDateTime, formatFee, formatLimit, inLang } from './parts/format.ts'
import { absolute, localPath } from './parts/links.ts'
import { renderMotto } from './parts/motto.ts'
import { renderQr } from './parts/qr.ts'
import type { ReceiptProps } from './props.ts'

const renderKeys = (ctx: ViewContext, { code, trackingKey, trackHref }: ReceiptProps): Html => html`
<div class="receipt-keys"><dl><div><dt>${translate('page.receipt.code', ctx.lang)}</dt><dd class="code">${code}</dd></div>
<div><dt>${translate('page.receipt.key', ctx.lang)}</dt><dd class="code">${trackingKey}</dd></div></dl>
<figure>${renderQr(absolute(ctx, trackHref), translate('page.receipt.qr', ctx.lang, { code }))}<figcaption>${translate('page.receipt.qr-text', ctx.lang)}</figcaption></figure></div>`

const renderFacts = (ctx: ViewContext, { record, submittedAt, due, fee }: ReceiptProps): Html => html`
<dl class="facts"><div><dt>${translate('page.receipt.about', ctx.lang)}</dt><dd>${inLang(record.title, ctx.lang)} (${record.code})</dd></div>
<div><dt>${translate('page.receipt.at', ctx.lang)}</dt><dd>${formatDateTime(submittedAt)}</dd></div>
<div><dt>${translate('page.receipt.limit', ctx.lang)}</dt><dd>${formatLimit(due.limit, ctx.lang)}</dd></div>
<div class="due-row"><dt>${translate('page.receipt.due', ctx.lang)}</dt><dd><strong>${dueText(due)}</strong>${renderDueExplained(ctx, due)}</dd></div>
${fee ? html`<div><dt>${translate('page.posting.fee', ctx.lang)}</dt><dd>${formatFee(fee, ctx.lang)}${fee.note ? html` <span class="rule-note">${inLang(fee.note, ctx.lang)}</span>` : ''}</dd></div>` : ''}</dl>`

const renderSlip = (ctx: ViewContext, props: ReceiptProps): Html => html`
<article class="slip" aria-labelledby="slip-title" data-code="${props.code}" data-submitted-at="${props.submittedAt}" data-due-at="${props.due.dueAt}"><header class="slip-head"><p class="slip-agency">${props.agency}</p>${renderMotto(ctx)}</header>
<h2 id="slip-title">${translate('page.receipt.slip', ctx.lang)}</h2>${renderKeys(ctx, props)}${renderFacts(ctx, props)}
<h3>${translate('page.receipt.papers', ctx.lang)}</h3>${renderPapersList(ctx, props.papers)}
<p class="slip-note">${translate('page.receipt.note', ctx.lang)}</p>
<p class="slip-hash"><span>${translate('page.receipt.hash', ctx.lang)}</span> <code>${props.contentHash}</code></p></article>`

/** Name of a site as people see it in the address bar. */
const hostOf = (address: string): string => address.replace(/^https?:\/\//, '').replace(/[/?#].*$/, '')

/** The agency's own form, filled: to print, and to edit. */
const renderPaper = (ctx: ViewContext, href: string): Html => html`
<section class="after" aria-labelledby="paper"><h2 id="paper">${translate('page.receipt.paper', ctx.lang)}</h2><p>${translate('page.receipt.paper-text', ctx.lang)}</p>
<div class="buttons"><a class="button button--quiet" href="${localPath(ctx, `${href}.pdf`)}">${translate('page.receipt.paper-pdf', ctx.lang)}</a><a class="button button--quiet" href="${localPath(ctx, `${href}.docx`)}">${translate('page.receipt.paper-word', ctx.lang)}</a></div></section>`

const renderNext = (ctx: ViewContext, { trackHref, copyHref, returnHref }: ReceiptProps): Html => html`
<section class="after" aria-labelledby="after"><h2 id="after">${translate('page.receipt.after', ctx.lang)}</h2><ol class="steps"><li>${translate('page.receipt.after-check', ctx.lang)}</li><li>${translate('page.receipt.after-notice', ctx.lang)}</li><li>${translate('page.receipt.after-result', ctx.lang)}</li></ol>
<div class="buttons"><a class="button" href="${localPath(ctx, trackHref)}">${translate('page.receipt.track', ctx.lang)}</a>${copyHref ? html`<a class="button button--quiet" href="${localPath(ctx, copyHref)}">${translate('page.receipt.copy', ctx.lang)}</a>` : ''}${returnHref ? html`<a class="button button--quiet" href="${returnHref}">${translate('page.receipt.return', ctx.lang, { site: hostOf(returnHref) })}</a>` : ''}</div><p class="quiet">${translate('page.receipt.print', ctx.lang)}</p></section>`

const renderDeclared = (ctx: ViewContext, { form, answers, context }: ReceiptProps): Html | '' => form && answers && context
  ? html`<details class="declared"><summary>${translate('page.receipt.declared', ctx.lang)}</summary>${renderAnswers({ form, answers, context, lang: ctx.lang })}</details>`
  : ''

/** The receipt: that it arrived, code and key with QR, when it is due and why, what was handed in. Prints on A4. */
export const renderReceipt = (ctx: ViewContext, props: ReceiptProps): Html => renderLayout(ctx, {
  title: translate('page.receipt.page-title', ctx.lang, { code: props.code }), personal: true, bodyClass: 'receipt',
  main: html`<div class="narrow"><h1>${translate('page.receipt.title', ctx.lang)}</h1>
${renderBanner('success', translate('page.receipt.keep', ctx.lang), translate('page.receipt.keep-text', ctx.lang))}
${renderSlip(ctx, props)}${props.paperHref ? renderPaper(ctx, props.paperHref) : ''}${renderNext(ctx, props)}${renderDeclared(ctx, props)}</div>`,
})
