import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderBanner } from './parts/banner.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { renderHidden } from './parts/hidden-fields.ts'
import { summarySentence } from './parts/issues.ts'
import { localPath } from './parts/links.ts'
import { renderPlainInput } from './parts/plain-input.ts'
import type { FeedbackAbout, FeedbackPageProps } from './props.ts'

const ABOUT: readonly FeedbackAbout[] = ['procedure', 'agency', 'dossier', 'portal']
type InputName = keyof FeedbackPageProps['values']

const renderAbout = (ctx: ViewContext, chosen: string, error: string | undefined): Html => html`
<div class="field${error ? ' field--error' : ''}"><fieldset class="field__group"${attribute('aria-describedby', error && 'f-about-error')}><legend class="field__legend">${translate('page.feedback.about', ctx.lang)}</legend>
${error ? html`<p class="field__error" id="f-about-error">${error}</p>` : ''}
<div class="choices">${ABOUT.map((about, i) => html`<div class="choice"><input class="choice__input" type="radio" id="${i === 0 ? 'f-about' : `f-about-${about}`}" name="about" value="${about}"${attribute('checked', about === chosen)}><label class="choice__label" for="${i === 0 ? 'f-about' : `f-about-${about}`}">${translate(`page.feedback.about-${about}`, ctx.lang)}</label></div>`)}</div></fieldset></div>`

const renderForm = (ctx: ViewContext, props: FeedbackPageProps, errorOf: (name: InputName) => string | undefined): Html => {
  const input = (name: Exclude<InputName, 'about'>, more: { optional?: boolean; rows?: number; autocomplete?: string } = {}): Html =>
    renderPlainInput({ name, label: translate(`page.feedback.${name}`, ctx.lang), help: translate(`page.feedback.${name}-help`, ctx.lang), value: props.values[name], error: errorOf(name), ...more }, ctx.lang)
  return html`<form method="post" action="${localPath(ctx, '/phan-anh')}" novalidate>${renderHidden(props.hidden ?? {})}
${renderAbout(ctx, props.values.about, errorOf('about'))}${input('subject', { optional: true })}${input('text', { rows: 8 })}${input('name', { optional: true, autocomplete: 'name' })}${input('contact', { optional: true, autocomplete: 'email' })}
<div class="buttons"><button class="button" type="submit">${translate('page.feedback.send', ctx.lang)}</button></div></form>`
}

/** Feedback and petitions (phản ánh, kiến nghị) about a procedure, an agency, a dossier or the portal. */
export const renderFeedbackPage = (ctx: ViewContext, props: FeedbackPageProps): Html => {
  const sentences = props.issues.map(({ name, key, params }) => ({ name, text: translate(key, ctx.lang, params) }))
  const summary = sentences.map(({ name, text }) => ({ text: summarySentence(text, translate(`page.feedback.${name}`, ctx.lang)), href: `#f-${name}` }))
  const heading = translate('page.feedback.title', ctx.lang)
  return renderLayout(ctx, {
    title: props.sent ? translate('page.feedback.sent', ctx.lang) : heading, wrong: sentences.length > 0, current: 'feedback',
    main: html`<div class="narrow">${renderErrorSummary(summary, ctx.lang)}<h1>${heading}</h1>
${props.sent ? html`${renderBanner('success', translate('page.feedback.sent', ctx.lang), translate('page.feedback.sent-text', ctx.lang, { id: props.sent.id }))}<p><a href="${localPath(ctx, '/')}">${translate('page.error.home', ctx.lang)}</a></p>`
  : html`<p class="lead">${translate('page.feedback.help', ctx.lang)}</p>${renderForm(ctx, props, (name) => sentences.find((one) => one.name === name)?.text)}`}</div>`,
  })
}
