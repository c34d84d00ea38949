import { isMessageKey, translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, raw, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { dueText, renderDueExplained } from './parts/due-explained.ts'
import { renderBanner } from './parts/banner.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { renderFileList, renderPapersList } from './parts/files.ts'
import { renderHidden } from './parts/hidden-fields.ts'
import { formatDateTime, formatNumber, inLang } from './parts/format.ts'
import { localPath } from './parts/links.ts'
import { renderPlainInput } from './parts/plain-input.ts'
import type { TimelineEntry, TrackPageProps } from './props.ts'
import { renderAsked } from './supplement-page.ts'

type Result = NonNullable<TrackPageProps['result']>
type Details = NonNullable<Result['details']>
type Holder = Pick<TrackPageProps, 'code' | 'key'>

const statusText = (ctx: ViewContext, status: string): string => {
  const key = `page.status.${status}`
  return isMessageKey(key) ? translate(key, ctx.lang) : status
}

/** Event types are data: one without a sentence yet is shown as a change of the dossier. */
const eventText = (ctx: ViewContext, entry: TimelineEntry): string => {
  const key = `page.event.${entry.type}`
  return translate(isMessageKey(key) ? key : 'page.event.other', ctx.lang, entry.params)
}

const renderTimeline = (ctx: ViewContext, timeline: readonly TimelineEntry[]): Html => html`
<h3>${translate('page.track.timeline', ctx.lang)}</h3><ol class="timeline">${timeline.map((entry) => html`<li><time datetime="${entry.at}">${formatDateTime(entry.at)}</time><span>${eventText(ctx, entry)}</span></li>`)}</ol>`

/** People post code and key: the key is in no history. */
const renderOpen = (ctx: ViewContext, holder: Holder): Html => html`<form method="post" action="${localPath(ctx, '/tra-cuu/bo-sung')}">${renderHidden({ _code: holder.code, _key: holder.key, _intent: 'open' })}
<div class="buttons"><button class="button" type="submit">${translate('page.supplement.open', ctx.lang)}</button></div></form>`

/** What the citizen has to do or to know first. */
const renderSaid = (ctx: ViewContext, { overdue, asked, payment, ended, results }: Details, holder: Holder): Html => html`
${overdue ? renderBanner('warning', translate('page.track.overdue-text', ctx.lang)) : ''}
${asked ? renderAsked(ctx, asked, renderOpen(ctx, holder)) : ''}
${payment ? renderBanner('warning', translate('page.track.payment', ctx.lang, { amount: formatNumber(payment.amount, ctx.lang), reason: payment.reason })) : ''}
${ended === undefined ? '' : renderBanner('info', translate('page.track.ended', ctx.lang, { reason: ended }))}
${results.length > 0 ? html`<h3>${translate('page.track.results', ctx.lang)}</h3>${renderFileList(ctx, results)}` : ''}`

const renderDetails = (ctx: ViewContext, details: Details, holder: Holder): Html => html`${renderSaid(ctx, details, holder)}
<dl class="facts"><div><dt>${translate('page.receipt.about', ctx.lang)}</dt><dd>${inLang(details.title, ctx.lang)}</dd></div>
<div><dt>${translate('page.track.status', ctx.lang)}</dt><dd><span class="status status--${details.status}">${statusText(ctx, details.status)}</span></dd></div>
${details.agency ? html`<div><dt>${translate('page.posting.agency', ctx.lang)}</dt><dd>${details.agency}</dd></div>` : ''}
<div><dt>${translate('page.receipt.at', ctx.lang)}</dt><dd>${formatDateTime(details.submittedAt)}</dd></div>
${details.due ? html`<div class="due-row"><dt>${translate('page.receipt.due', ctx.lang)}</dt><dd><strong>${dueText(details.due)}</strong>${details.overdue ? html` <span class="status status--bad">${translate('page.track.overdue', ctx.lang)}</span>` : ''}${renderDueExplained(ctx, details.due)}</dd></div>` : ''}</dl>
${renderTimeline(ctx, details.timeline)}${details.papers.length > 0 ? html`<h3>${translate('page.receipt.papers', ctx.lang)}</h3>${renderPapersList(ctx, details.papers)}` : ''}`

/** Without the tracking key: code and degree of completion only (TT 01/2018, art. 16.2.d). */
const renderResult = (ctx: ViewContext, result: Result, holder: Holder): Html => html`
<section class="track-result" aria-labelledby="result"><h2 id="result">${translate('page.track.result', ctx.lang, { code: result.code })}</h2>
${result.sent ? renderBanner('success', translate('page.supplement.sent', ctx.lang)) : ''}<p class="percent"><label for="percent">${translate('page.track.percent', ctx.lang)}</label> <progress id="percent" max="100" value="${result.percent}">${result.percent} %</progress> <strong>${result.percent} %</strong></p>
${result.details ? renderDetails(ctx, result.details, holder) : html`<p class="quiet">${translate('page.track.public', ctx.lang)}</p>`}</section>`

/** Tracking by dossier code; the key, which stands on the receipt, opens the details. Inputs are named `code` and `key`. */
export const renderTrackPage = (ctx: ViewContext, { code, key, error, result }: TrackPageProps): Html => {
  const text = error && translate(error.key, ctx.lang, error.params)
  const plain = raw(' autocapitalize="characters" spellcheck="false"')
  return renderLayout(ctx, {
    title: translate('page.track.title', ctx.lang), wrong: error !== undefined, current: 'track', personal: result !== undefined,
    main: html`<div class="narrow">${renderErrorSummary(text ? [{ text, href: '#f-code' }] : [], ctx.lang)}<h1>${translate('page.track.title', ctx.lang)}</h1>
${result ? renderResult(ctx, result, { code, key }) : ''}
<form class="track-form" method="post" action="${localPath(ctx, '/tra-cuu')}" novalidate>${result ? html`<h2>${translate('page.track.again', ctx.lang)}</h2>` : ''}
${renderPlainInput({ name: 'code', label: translate('page.receipt.code', ctx.lang), help: translate('page.track.code-help', ctx.lang), value: code, error: text, width: 'medium', autocomplete: 'off', attributes: plain }, ctx.lang)}
${renderPlainInput({ name: 'key', label: translate('page.receipt.key', ctx.lang), help: translate('page.track.key-help', ctx.lang), value: key, width: 'medium', autocomplete: 'off', optional: true, attributes: plain }, ctx.lang)}
<div class="buttons"><button class="button" type="submit">${translate('page.track.button', ctx.lang)}</button></div></form></div>`,
  })
}
