import type { ProcedureRecord } from '../engine/procedure.ts'
import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import type { Text } from '../engine/json.ts'
import { formatBytes, inLang } from './parts/format.ts'
import { renderLevels, renderLevelTag } from './parts/level.ts'
import { localPath } from './parts/links.ts'
import { renderChannels } from './parts/posting-channels.ts'
import { renderComponents } from './parts/posting-components.ts'
import { told } from './parts/told.ts'
import type { PostingProps } from './props.ts'

type Part = { readonly id: string; readonly title: MessageKey; readonly body: Html }

type Fact = readonly [key: MessageKey, value: Html | string]

const unknown = (ctx: ViewContext): Html => html`<span class="quiet">${translate('page.posting.unknown', ctx.lang)}</span>`

/** A text of the record, or that it says nothing there. */
const say = (ctx: ViewContext, text: Text | undefined): Html => (text && text.vi !== '' ? told(text, ctx.lang) : unknown(ctx))

const tiersOf = (ctx: ViewContext, { tier, tiers }: ProcedureRecord['agency']): string => (tiers ?? [tier]).map((one) => translate(`page.tier.${one}`, ctx.lang)).join(', ')

/** What the national portal has besides: from a list, each line stands, known or not; an agency's own record says what it says. */
const furtherFacts = (ctx: ViewContext, { agency, related, listedBy }: ProcedureRecord): readonly Fact[] => {
  const facts: readonly (readonly [MessageKey, Text | undefined])[] = [
    ['page.posting.authority', agency.authority], ['page.posting.address', agency.address], ['page.posting.delegate', agency.delegate], ['page.posting.partners', agency.partners], ['page.posting.related', related],
  ]
  return facts.flatMap(([key, text]): readonly Fact[] => (text || listedBy !== undefined ? [[key, say(ctx, text)]] : []))
}

const renderFacts = (ctx: ViewContext, record: ProcedureRecord): Html => {
  const isListed = record.listedBy !== undefined
  const facts: readonly Fact[] = [
    ['page.posting.code', record.code],
    ['page.posting.decision', record.decision || unknown(ctx)],
    ['page.posting.tier', tiersOf(ctx, record.agency)],
    ...(record.kind || isListed ? [['page.posting.kind', say(ctx, record.kind)] as const] : []),
    ['page.posting.field', told(record.field.title, ctx.lang)],
    ['page.posting.audience', record.audience.length > 0 ? html`${record.audience.map((who, i) => html`${i > 0 ? '; ' : ''}${told(who, ctx.lang)}`)}` : unknown(ctx)],
    ...(isListed ? [] : [['page.posting.agency', told(record.agency.title, ctx.lang)] as const]),
    ...furtherFacts(ctx, record),
    ['page.posting.level', renderLevels(record.levels, ctx.lang)],
  ]
  return html`<dl class="facts">${facts.map(([key, value]) => html`<div><dt>${translate(key, ctx.lang)}</dt><dd>${value}</dd></div>`)}</dl>`
}

const list = (ctx: ViewContext, texts: readonly Html[], ordered = false): Html => {
  if (texts.length === 0) return html`<p class="quiet">${translate('page.posting.unknown', ctx.lang)}</p>`
  const items = texts.map((text) => html`<li>${text}</li>`)
  return ordered ? html`<ol class="steps">${items}</ol>` : html`<ul class="bullets">${items}</ul>`
}

/** A score of documents that most people never open: folded, so that what they need to do is not pages further down. */
const renderLegalBasis = (ctx: ViewContext, { legalBasis }: ProcedureRecord): Html => legalBasis.length === 0 ? list(ctx, []) : html`
<details class="laws-fold"><summary>${translate('page.posting.legal-count', ctx.lang, { n: legalBasis.length })}</summary><div class="table-wrap"><table class="cards laws"><caption class="visually-hidden">${translate('page.posting.legal', ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.posting.legal-number', ctx.lang)}</th><th scope="col">${translate('page.posting.legal-title', ctx.lang)}</th></tr></thead>
<tbody>${legalBasis.map((law) => html`<tr><th scope="row">${law.number || '–'}</th><td>${told(law.title, ctx.lang)}</td></tr>`)}</tbody></table></div></details>`

const renderResult = (ctx: ViewContext, { code, title }: ProcedureRecord['results'][number]): Html => html`${told(title, ctx.lang)}${code ? ` (${code})` : ''}`

/** What stands at the end of the national portal's page; an agency's own record says who does it among its facts. */
const listedParts = (ctx: ViewContext, record: ProcedureRecord): Readonly<Record<'agency' | 'end', readonly Part[]>> => {
  if (record.listedBy === undefined) return { agency: [], end: record.description ? [{ id: 'mo-ta', title: 'page.posting.description', body: html`<p class="prose">${told(record.description, ctx.lang)}</p>` }] : [] }
  return {
    agency: [{ id: 'co-quan', title: 'page.posting.agency-does', body: html`<p>${say(ctx, record.agency.title)}</p>` }],
    end: [
      { id: 'tu-khoa', title: 'page.posting.keywords', body: record.keywords.length > 0 ? html`<p lang="vi">${record.keywords.join(', ')}</p>` : list(ctx, []) },
      { id: 'mo-ta', title: 'page.posting.description', body: html`<p class="prose">${say(ctx, record.description)}</p>` },
    ],
  }
}

/** Parts in the order of the national portal (vietnam.md §6.1), which the law's own list of contents follows. */
const partsOf = (ctx: ViewContext, { record, online }: PostingProps): readonly Part[] => {
  const texts = (all: readonly Text[]): readonly Html[] => all.map((one) => told(one, ctx.lang))
  const listed = listedParts(ctx, record)
  return [
    { id: 'trinh-tu', title: 'page.posting.steps', body: list(ctx, texts(record.steps), true) },
    { id: 'cach-thuc', title: 'page.posting.channels', body: renderChannels(ctx, record.channels) },
    { id: 'thanh-phan', title: 'page.posting.components', body: renderComponents(ctx, record.components, online) },
    { id: 'can-cu', title: 'page.posting.legal', body: renderLegalBasis(ctx, record) },
    ...listed.agency,
    { id: 'yeu-cau', title: 'page.posting.requirements', body: list(ctx, texts(record.requirements)) },
    { id: 'ket-qua', title: 'page.posting.results', body: list(ctx, record.results.map((one) => renderResult(ctx, one))) },
    ...listed.end,
  ]
}

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
    main: html`<nav class="trail" aria-label="${translate('page.trail', ctx.lang)}"><ol><li><a href="${localPath(ctx, '/')}">${translate('page.nav.home', ctx.lang)}</a></li><li><a href="${localPath(ctx, `/?linh-vuc=${encodeURIComponent(record.field.id)}`)}">${told(record.field.title, ctx.lang)}</a></li></ol></nav>
<div class="posting-head"><p class="entry-facts">${renderLevelTag(record.levels, ctx.lang)}<span>${translate('page.code', ctx.lang, { code: record.code })}</span></p><h1>${told(record.title, ctx.lang)}</h1>${record.summary.vi ? html`<p class="lead">${told(record.summary, ctx.lang)}</p>` : ''}</div>
<div class="posting-columns"><div class="posting-side">${renderApply(ctx, props)}
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${translate('page.posting.contents', ctx.lang)}</h2><ul>${parts.map((part) => html`<li><a href="#${part.id}">${translate(part.title, ctx.lang)}</a></li>`)}</ul></nav></div>
<div class="posting-main">${renderFacts(ctx, record)}${parts.map((part) => html`<section id="${part.id}" aria-labelledby="${part.id}-h"><h2 id="${part.id}-h">${translate(part.title, ctx.lang)}</h2>${part.body}</section>`)}
${record.listedBy === undefined ? '' : html`<p class="quiet posting-source">${translate('page.posting.listed', ctx.lang, { list: record.listedBy })}</p>`}<p class="posting-end"><a href="${localPath(ctx, '/phan-anh')}?ve=procedure&amp;noi-dung=${encodeURIComponent(record.code)}">${translate('page.posting.feedback', ctx.lang)}</a></p></div></div>`,
  })
}
