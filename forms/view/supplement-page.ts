import { isAtOrBelow } from '../engine/pointer.ts'
import { issueText } from '../fields/issue-text.ts'
import type { Issue } from '../engine/issue.ts'
import type { Section } from '../engine/form-model.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderBanner } from './parts/banner.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { renderFields } from './parts/field-tree.ts'
import { formatBytes, formatDate, inLang } from './parts/format.ts'
import { renderDefaultButton, renderHidden } from './parts/hidden-fields.ts'
import { anchorOf, isError, summaryOf, summarySentence, titleAt } from './parts/issues.ts'
import { localPath } from './parts/links.ts'
import { renderPaper } from './parts/paper.ts'
import type { SupplementAsked, SupplementPageProps } from './props.ts'

/** What the agency asks for and until when, all of it: on the tracking page and above the form. */
export const renderAsked = (ctx: ViewContext, { reason, until, items }: SupplementAsked, button?: Html): Html =>
  renderBanner('warning', translate('page.supplement.asked', ctx.lang), html`<p>${reason}</p>
<ul class="bullets">${items.map((item) => html`<li><strong>${inLang(item.title, ctx.lang)}</strong>: ${item.reason}</li>`)}</ul>
${until === undefined ? '' : html`<p>${translate('page.supplement.until', ctx.lang, { date: formatDate(until) })}</p>`}<p>${translate('page.supplement.clock', ctx.lang)}</p>${button ?? ''}`)

const renderSection = (ctx: ViewContext, props: SupplementPageProps, section: Section): Html => {
  const own = props.reasons.filter(({ pointer }) => section.fields.some((field) => isAtOrBelow(pointer, field.pointer)))
  return html`<section class="supplement-section"><h2>${inLang(section.title, ctx.lang)}</h2>
${own.map(({ pointer, reason }) => html`<p class="field__warning"><strong>${titleAt(pointer, section.fields, ctx.lang)}</strong>: ${reason}</p>`)}
${renderFields({ form: props.form, answers: props.answers, issues: props.issues, context: props.context, lang: ctx.lang }, section.fields)}</section>`
}

const renderForm = (ctx: ViewContext, props: SupplementPageProps): Html => html`
<form class="sections" method="post" enctype="multipart/form-data" action="${localPath(ctx, props.action)}" novalidate data-form
 data-saved="" data-unsaved="" data-sending="${translate('page.form.sending', ctx.lang)}" data-choose="${translate('page.form.choose-commune', ctx.lang)}">
${renderDefaultButton()}${renderHidden(props.hidden)}
${props.sections.map((section) => renderSection(ctx, props, section))}
${props.papers.length > 0 ? html`<p class="no-script-note">${translate('page.papers.through', ctx.lang, { size: formatBytes(props.maxBytesThroughForm, ctx.lang) })}</p>` : ''}
${props.papers.map((paper) => html`<p class="field__warning"><strong>${inLang(paper.component.title, ctx.lang)}</strong>: ${paper.reason}</p>${renderPaper(ctx, paper, props.issues)}`)}
<div class="buttons"><button class="button" type="submit" name="_intent" value="next">${translate('page.supplement.send', ctx.lang)}</button></div></form>`

const itemsOf = (ctx: ViewContext, { issues, sections, papers }: SupplementPageProps): readonly { readonly text: string; readonly href: string }[] => {
  const fields = sections.flatMap((section) => section.fields)
  const ofPaper = (issue: Issue, id: string): { text: string; href: string } => {
    const paper = papers.find(({ component }) => component.id === id)
    const title = paper ? inLang(paper.component.title, ctx.lang) : ''
    return { text: summarySentence(issueText(issue, ctx.lang, title), title), href: `#f-papers-${id}` }
  }
  return issues.filter(isError).map((issue) => {
    const [, first, id = ''] = issue.pointer.split('/')
    if (first === 'papers') return ofPaper(issue, id)
    return { text: summaryOf(issue, fields, ctx.lang), href: anchorOf(issue, fields) }
  })
}

/** The pinned fields and papers on one page. Works without scripts: files travel with the form. */
export const renderSupplementPage = (ctx: ViewContext, props: SupplementPageProps): Html => {
  const summary = itemsOf(ctx, props)
  const heading = translate('page.supplement.title', ctx.lang)
  return renderLayout(ctx, {
    title: `${heading} – ${inLang(props.record.title, ctx.lang)}`, wrong: summary.length > 0, script: true, personal: true,
    main: html`<div class="narrow">${renderErrorSummary(summary, ctx.lang)}${props.opened.length > 0 && summary.length === 0 ? renderBanner('info', translate('page.supplement.opened', ctx.lang)) : ''}
<p class="caption"><a href="${localPath(ctx, `/thu-tuc/${props.record.code}`)}">${inLang(props.record.title, ctx.lang)}</a> · ${props.code}</p><h1>${heading}</h1>
${renderAsked(ctx, props.asked)}<p class="lead">${translate('page.supplement.help', ctx.lang)}</p>${renderForm(ctx, props)}</div>`,
  })
}
