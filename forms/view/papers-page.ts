import type { Issue } from '../engine/issue.ts'
import { issueText } from '../fields/issue-text.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { formatBytes, inLang } from './parts/format.ts'
import { renderDefaultButton, renderHidden } from './parts/hidden-fields.ts'
import { isError, summarySentence } from './parts/issues.ts'
import { renderJourney, renderNotice } from './parts/journey.ts'
import { localPath } from './parts/links.ts'
import { renderPaper } from './parts/paper.ts'
import type { Paper, PapersPageProps } from './props.ts'

const renderAtDesk = (ctx: ViewContext, papers: readonly Paper[]): Html => papers.length === 0 ? html`` : html`
<section class="at-desk" aria-labelledby="at-desk"><h2 id="at-desk">${translate('page.papers.desk', ctx.lang)}</h2><p>${translate('page.papers.desk-text', ctx.lang)}</p>
<ul class="bullets">${papers.map(({ component }) => html`<li><strong>${inLang(component.title, ctx.lang)}</strong> (${translate(`page.papers.desk-${component.duty}`, ctx.lang)})${component.help ? html`<span class="row-help">${inLang(component.help, ctx.lang)}</span>` : ''}</li>`)}</ul></section>`

const SCRIPT_TEXTS = ['progress', 'cancel', 'cancelled', 'failed', 'retry', 'give-up', 'too-big', 'wrong-type', 'checking', 'added'] as const

const renderForm = (ctx: ViewContext, props: PapersPageProps): Html => html`
<form method="post" enctype="multipart/form-data" action="${localPath(ctx, props.action)}" data-papers data-draft="${props.draft.id}"${attribute('data-token', props.draft.token)}${SCRIPT_TEXTS.map((name) => attribute(`data-${name}`, translate(`page.upload.${name}`, ctx.lang)))}>
${renderDefaultButton()}${renderHidden(props.hidden)}
<p class="no-script-note">${translate('page.papers.through', ctx.lang, { size: formatBytes(props.maxBytesThroughForm, ctx.lang) })}</p>
${props.papers.filter(({ component }) => component.upload).map((paper) => renderPaper(ctx, paper, props.issues))}
${renderAtDesk(ctx, props.papers.filter(({ component }) => !component.upload && !component.isForm))}
<p id="upload-status" class="visually-hidden" role="status"></p>
<div class="buttons"><button class="button" type="submit" name="_intent" value="next">${translate('page.form.next', ctx.lang)}</button>
<button class="button button--quiet" type="submit" name="_intent" value="save">${translate('page.form.save', ctx.lang)}</button></div></form>`

/** Attachments: one section a component, its files and their states, a picker that says its limits. */
export const renderPapersPage = (ctx: ViewContext, props: PapersPageProps): Html => {
  const { record, pages, issues, papers, draft } = props
  const errors = issues.filter(isError)
  const titleOf = (issue: Issue): string => {
    const paper = papers.find(({ component }) => issue.pointer === `/papers/${component.id}`)
    return paper ? inLang(paper.component.title, ctx.lang) : ''
  }
  const summary = errors.map((issue) => ({ text: summarySentence(issueText(issue, ctx.lang, titleOf(issue)), titleOf(issue)), href: `#f-papers-${issue.pointer.split('/')[2] ?? ''}` }))
  const heading = translate('page.papers.title', ctx.lang)
  return renderLayout(ctx, {
    title: `${heading} – ${inLang(record.title, ctx.lang)}`, wrong: errors.length > 0, script: true, personal: true, bodyClass: 'in-journey',
    main: renderJourney(ctx, {
      record, pages, draft, current: 'giay-to', heading, help: translate('page.papers.help', ctx.lang),
      messages: html`${renderNotice(ctx, props.notice)}${renderErrorSummary(summary, ctx.lang)}`,
      body: renderForm(ctx, props),
    }),
  })
}
