import type { ProcedureRecord } from '../engine/procedure.ts'
import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { formatBytes, inLang } from './parts/format.ts'
import { renderLevels, renderLevelTag } from './parts/level.ts'
import { localPath } from './parts/links.ts'
import { renderChannels } from './parts/posting-channels.ts'
import { renderComponents } from './parts/posting-components.ts'
import type { PostingProps } from './props.ts'

type Part = { readonly id: string; readonly title: MessageKey; readonly body: Html }

const renderFacts = (ctx: ViewContext, record: ProcedureRecord): Html => {
  const facts: readonly (readonly [MessageKey, Html | string])[] = [
    ['page.posting.code', record.code],
    ['page.posting.decision', record.decision || translate('page.posting.unknown', ctx.lang)],
    ['page.posting.tier', translate(`page.tier.${record.agency.tier}`, ctx.lang)],
    ['page.posting.field', inLang(record.field.title, ctx.lang)],
    ['page.posting.audience', record.audience.map((who) => inLang(who, ctx.lang)).join('; ')],
    ['page.posting.agency', inLang(record.agency.title, ctx.lang)],
    ['page.posting.level', renderLevels(record.levels, ctx.lang)],
  ]
  return html`<dl class="facts">${facts.map(([key, value]) => html`<div><dt>${translate(key, ctx.lang)}</dt><dd>${value}</dd></div>`)}</dl>`
}

const list = (ctx: ViewContext, texts: readonly string[], ordered = false): Html => {
  if (texts.length === 0) return html`<p class="quiet">${translate('page.posting.unknown', ctx.lang)}</p>`
  const items = texts.map((text) => html`<li>${text}</li>`)
  return ordered ? html`<ol class="steps">${items}</ol>` : html`<ul class="bullets">${items}</ul>`
}

/** A score of documents that most people never open: folded, so that what they need to do is not pages further down. */
const renderLegalBasis = (ctx: ViewContext, { legalBasis }: ProcedureRecord): Html => html`
<details class="laws-fold"><summary>${translate('page.posting.legal-count', ctx.lang, { n: legalBasis.length })}</summary><div class="table-wrap"><table class="cards laws"><caption class="visually-hidden">${translate('page.posting.legal', ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.posting.legal-number', ctx.lang)}</th><th scope="col">${translate('page.posting.legal-title', ctx.lang)}</th></tr></thead>
<tbody>${legalBasis.map((law) => html`<tr><th scope="row">${law.number}</th><td>${inLang(law.title, ctx.lang)}</td></tr>`)}</tbody></table></div></details>`

/** Parts in the order of the national portal (vietnam.md §6.1), which the law's own list of contents follows. */
const partsOf = (ctx: ViewContext, { record, online }: PostingProps): readonly Part[] => [
  { id: 'trinh-tu', title: 'page.posting.steps', body: list(ctx, record.steps.map((step) => inLang(step, ctx.lang)), true) },
  { id: 'cach-thuc', title: 'page.posting.channels', body: renderChannels(ctx, record.channels) },
  { id: 'thanh-phan', title: 'page.posting.components', body: renderComponents(ctx, record.components, online) },
  { id: 'can-cu', title: 'page.posting.legal', body: renderLegalBasis(ctx, record) },
  { id: 'yeu-cau', title: 'page.posting.requirements', body: list(ctx, record.requirements.map((one) => inLang(one, ctx.lang))) },
  { id: 'ket-qua', title: 'page.posting.results', body: list(ctx, record.results.map((one) => (one.code ? `${inLang(one.title, ctx.lang)} (${one.code})` : inLang(one.title, ctx.lang)))) },
]

const renderWordForm = (ctx: ViewContext, wordForm: PostingProps['wordForm']): Html | '' => wordForm
  ? html`<p><a class="download" href="${localPath(ctx, wordForm.href)}" download>${translate('page.posting.word', ctx.lang)}</a> <span class="quiet">(DOCX, ${formatBytes(wordForm.bytes, ctx.lang)})</span></p>`
  : ''

const renderApply = (ctx: ViewContext, { online, applyHref, wordForm }: PostingProps): Html => html`
<div class="apply-box">${online && applyHref
  ? html`<p><a class="button button--large" href="${localPath(ctx, applyHref)}">${translate('page.posting.apply', ctx.lang)}</a></p><p class="quiet">${translate('page.posting.apply-note', ctx.lang)}</p>`
  : html`<p><strong>${translate('page.posting.not-online', ctx.lang)}</strong></p><p>${translate(wordForm ? 'page.posting.not-online-word' : 'page.posting.not-online-text', ctx.lang)}</p>`}
${renderWordForm(ctx, wordForm)}</div>`

/** The public posting (niêm yết công khai) of one procedure. */
export const renderPosting = (ctx: ViewContext, props: PostingProps): Html => {
  const { record } = props
  const parts = partsOf(ctx, props)
  return renderLayout(ctx, {
    title: inLang(record.title, ctx.lang),
    bodyClass: 'posting',
    main: html`<nav class="trail" aria-label="${translate('page.trail', ctx.lang)}"><ol><li><a href="${localPath(ctx, '/')}">${translate('page.nav.home', ctx.lang)}</a></li><li><a href="${localPath(ctx, `/?linh-vuc=${encodeURIComponent(record.field.id)}`)}">${inLang(record.field.title, ctx.lang)}</a></li></ol></nav>
<div class="posting-head"><p class="entry-facts">${renderLevelTag(record.levels, ctx.lang)}<span>${translate('page.code', ctx.lang, { code: record.code })}</span></p><h1>${inLang(record.title, ctx.lang)}</h1><p class="lead">${inLang(record.summary, ctx.lang)}</p></div>
<div class="posting-columns"><div class="posting-side">${renderApply(ctx, props)}
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${translate('page.posting.contents', ctx.lang)}</h2><ul>${parts.map((part) => html`<li><a href="#${part.id}">${translate(part.title, ctx.lang)}</a></li>`)}</ul></nav></div>
<div class="posting-main">${renderFacts(ctx, record)}${parts.map((part) => html`<section id="${part.id}" aria-labelledby="${part.id}-h"><h2 id="${part.id}-h">${translate(part.title, ctx.lang)}</h2>${part.body}</section>`)}
<p class="posting-end"><a href="${localPath(ctx, '/phan-anh')}?ve=procedure&amp;noi-dung=${encodeURIComponent(record.code)}">${translate('page.posting.feedback', ctx.lang)}</a></p></div></div>`,
  })
}
