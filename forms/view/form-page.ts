import { answersElsewhere, browserModel } from '../engine/browser-model.ts'
import type { Field, Section } from '../engine/form-model.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { renderFields } from './parts/field-tree.ts'
import { inLang } from './parts/format.ts'
import { renderDefaultButton, renderHidden } from './parts/hidden-fields.ts'
import { anchorOf, isError, summaryOf } from './parts/issues.ts'
import { renderJourney, renderNotice } from './parts/journey.ts'
import { renderJson } from './parts/json-script.ts'
import { localPath } from './parts/links.ts'
import type { FormPageProps } from './props.ts'

const hasKind = (fields: readonly Field[], kind: string): boolean => fields.some((field) => field.kind === kind || hasKind(field.children ?? [], kind))

/** Conditions of the section and addresses of commune lists: only where the section has use for them. */
const renderData = (ctx: ViewContext, { form, section, answers }: FormPageProps): Html => {
  const model = browserModel(form, section)
  const elsewhere = model === null ? {} : answersElsewhere(form, section, answers)
  const read = Object.keys(elsewhere).length === 0 ? '' : renderJson('form-answers', elsewhere)
  return html`${model === null ? '' : renderJson('form-model', model)}${read}${hasKind(section.fields, 'address') ? renderJson('commune-lists', ctx.assets.communes) : ''}`
}

const renderButtons = (ctx: ViewContext, draft: boolean): Html => html`
<div class="buttons"><button class="button" type="submit" name="_intent" value="next">${translate('page.form.next', ctx.lang)}</button>
<button class="button button--quiet" type="submit" name="_intent" value="save">${translate(draft ? 'page.form.save' : 'page.form.save-first', ctx.lang)}</button></div>`

const renderForm = (ctx: ViewContext, props: FormPageProps): Html => {
  const { section, form, answers, issues, context } = props
  // Errors are read at the summary first; only a new row or an opened question is gone to at once.
  const focus = issues.some(isError) ? undefined : props.focus
  return html`<form class="sections" method="post" action="${localPath(ctx, props.action)}" novalidate data-form${attribute('data-autosave', props.draft !== undefined)}${attribute('data-focus', focus && anchorOf({ pointer: focus }, section.fields).slice(1))}
 data-saved="${translate('page.draft.saved-at', ctx.lang)}" data-unsaved="${translate('page.draft.unsaved', ctx.lang)}" data-sending="${translate('page.form.sending', ctx.lang)}" data-choose="${translate('page.form.choose-commune', ctx.lang)}">
${renderDefaultButton()}${renderHidden(props.hidden)}
${renderFields({ form, answers, issues, context, lang: ctx.lang }, section.fields)}
${renderButtons(ctx, props.draft !== undefined)}</form>`
}

const titleOf = (ctx: ViewContext, section: Section): string => inLang(section.title, ctx.lang)

/** One section of a form: one page. */
export const renderFormPage = (ctx: ViewContext, props: FormPageProps): Html => {
  const { section, issues, record, pages } = props
  const errors = issues.filter(isError)
  const summary = errors.map((issue) => ({ text: summaryOf(issue, section.fields, ctx.lang), href: anchorOf(issue, section.fields) }))
  return renderLayout(ctx, {
    title: `${titleOf(ctx, section)} – ${inLang(record.title, ctx.lang)}`,
    wrong: errors.length > 0, script: true, personal: props.draft !== undefined, bodyClass: 'in-journey',
    main: renderJourney(ctx, {
      record, pages, current: section.slug, draft: props.draft,
      heading: titleOf(ctx, section),
      help: section.help && inLang(section.help, ctx.lang),
      messages: html`${renderNotice(ctx, props.notice ?? (props.opened.length > 0 && errors.length === 0 ? 'opened' : undefined))}${renderErrorSummary(summary, ctx.lang)}`,
      body: html`${renderForm(ctx, props)}${renderData(ctx, props)}`,
    }),
  })
}
