import type { Issue } from '../engine/issue.ts'
import { issueText } from '../fields/issue-text.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderAnswers, type Beside } from './parts/answers-summary.ts'
import { dueText, renderDueExplained } from './parts/due-explained.ts'
import { renderErrorSummary, type SummaryItem } from './parts/error-summary.ts'
import { renderPapersList } from './parts/files.ts'
import { sectionAt } from './parts/find-field.ts'
import { formatFee, formatLimit, inLang } from './parts/format.ts'
import { renderHidden } from './parts/hidden-fields.ts'
import { allFields, anchorOf, isError, sentenceOf, summaryOf, summarySentence, type Place } from './parts/issues.ts'
import { renderJourney, renderNotice } from './parts/journey.ts'
import { localPath } from './parts/links.ts'
import type { ReviewPageProps } from './props.ts'

const PAPERS = 'giay-to'

/** Where an issue is put right: the page of its section with the input as anchor, or the papers page. */
const placeOf = (ctx: ViewContext, props: ReviewPageProps, place: Place): string => {
  const { pointer } = place
  const section = pointer.startsWith('/papers/') ? undefined : sectionAt(props.form, pointer)
  const page = props.pages.find(({ slug }) => slug === (section ? section.slug : PAPERS))
  const anchor = section ? anchorOf(place, section.fields) : `#f-papers-${pointer.split('/')[2] ?? ''}`
  return page?.href ? localPath(ctx, page.href) + anchor : '#main'
}

const textOf = (ctx: ViewContext, props: ReviewPageProps, issue: Issue): string => {
  const paper = props.papers.find(({ component }) => issue.pointer === `/papers/${component.id}`)
  if (!paper) return summaryOf(issue, allFields(props.form), ctx.lang)
  const title = inLang(paper.component.title, ctx.lang)
  return summarySentence(issueText(issue, ctx.lang, title), title)
}

const itemsOf = (ctx: ViewContext, props: ReviewPageProps, issues: readonly Issue[]): readonly SummaryItem[] =>
  issues.map((issue) => ({ text: textOf(ctx, props, issue), href: placeOf(ctx, props, issue) }))

const renderWarnings = (ctx: ViewContext, props: ReviewPageProps): Html => {
  const items = itemsOf(ctx, props, props.issues.filter((issue) => !isError(issue)))
  return items.length === 0 ? html`` : html`<div class="banner banner--warning"><p class="banner__title">${translate('page.review.warnings', ctx.lang)}</p><p>${translate('page.review.warnings-text', ctx.lang)}</p>
<ul class="bullets">${items.map(({ text, href }) => html`<li>${text} <a href="${href}">${translate('page.review.look', ctx.lang)}</a></li>`)}</ul></div>`
}

const changeLink = (ctx: ViewContext, href: string, what: string): Html =>
  html`<a class="change" href="${href}">${translate('page.review.change', ctx.lang)}<span class="visually-hidden">: ${what}</span></a>`

const renderBeside = (ctx: ViewContext, props: ReviewPageProps): Beside => (pointer, field) => {
  const own = props.issues.filter((issue) => issue.pointer === pointer || issue.pointer.startsWith(`${pointer}/`) && field.children === undefined)
  const notes = own.map((issue) => html`<p class="${isError(issue) ? 'field__error' : 'field__warning'}">${sentenceOf(issue, allFields(props.form), ctx.lang)}</p>`)
  // What the engine computes cannot be changed where it stands.
  return html`${notes}${field.kind === 'computed' ? '' : changeLink(ctx, placeOf(ctx, props, { pointer }), inLang(field.title, ctx.lang))}`
}

const renderPapers = (ctx: ViewContext, props: ReviewPageProps): Html | '' => {
  const page = props.pages.find(({ slug }) => slug === PAPERS)
  if (props.papers.length === 0) return ''
  return html`<section class="summary-section" aria-labelledby="s-papers"><div class="summary-head"><h2 id="s-papers">${translate('page.papers.title', ctx.lang)}</h2>${page?.href ? changeLink(ctx, localPath(ctx, page.href), translate('page.papers.title', ctx.lang)) : ''}</div>${renderPapersList(ctx, props.papers)}</section>`
}

const renderTerms = (ctx: ViewContext, { fee, limit, due, agency }: ReviewPageProps): Html => html`
<section class="terms" aria-labelledby="s-terms"><h2 id="s-terms">${translate('page.review.terms', ctx.lang)}</h2><dl class="facts">
${agency ? html`<div><dt>${translate('page.posting.agency', ctx.lang)}</dt><dd>${agency}</dd></div>` : ''}
<div><dt>${translate('page.posting.limit', ctx.lang)}</dt><dd><strong>${formatLimit(limit, ctx.lang)}</strong>${limit.note ? html` <span class="rule-note">${inLang(limit.note, ctx.lang)}</span>` : ''}</dd></div>
${due ? html`<div><dt>${translate('page.review.due', ctx.lang)}</dt><dd><strong>${dueText(due)}</strong>${renderDueExplained(ctx, due)}</dd></div>` : ''}
<div><dt>${translate('page.posting.fee', ctx.lang)}</dt><dd><strong>${formatFee(fee, ctx.lang)}</strong>${fee.note ? html` <span class="rule-note">${inLang(fee.note, ctx.lang)}</span>` : ''}</dd></div></dl></section>`

const renderSubmit = (ctx: ViewContext, props: ReviewPageProps, ready: boolean): Html => html`
<form method="post" action="${localPath(ctx, props.action)}" data-submit data-sending="${translate('page.review.sending', ctx.lang)}">${renderHidden(props.hidden)}
${ready ? html`<p>${translate('page.review.promise', ctx.lang)}</p>` : html`<p class="field__error">${translate('page.review.not-ready', ctx.lang)}</p>`}
<div class="buttons"><button class="button button--large" type="submit">${translate('page.review.submit', ctx.lang)}</button></div></form>`

/** Check your answers: everything declared, each with a way to change it, what it costs and when it is due, and the submit button. */
export const renderReviewPage = (ctx: ViewContext, props: ReviewPageProps): Html => {
  const { record, pages, form, answers, context, draft } = props
  const errors = props.issues.filter(isError)
  const heading = translate('page.review.title', ctx.lang)
  return renderLayout(ctx, {
    title: `${heading} – ${inLang(record.title, ctx.lang)}`, wrong: errors.length > 0, script: true, personal: true, bodyClass: 'in-journey',
    main: renderJourney(ctx, {
      record, pages, draft, current: 'xem-lai', heading, help: translate('page.review.help', ctx.lang),
      messages: html`${renderNotice(ctx, props.notice)}${renderErrorSummary(itemsOf(ctx, props, errors), ctx.lang)}`,
      body: html`${renderWarnings(ctx, props)}${renderAnswers({ form, answers, context, lang: ctx.lang }, renderBeside(ctx, props))}${renderPapers(ctx, props)}${renderTerms(ctx, props)}${renderSubmit(ctx, props, errors.length === 0)}`,
    }),
  })
}
