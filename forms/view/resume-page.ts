import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, raw, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { renderErrorSummary } from './parts/error-summary.ts'
import { renderHidden } from './parts/hidden-fields.ts'
import { localPath } from './parts/links.ts'
import { renderPlainInput } from './parts/plain-input.ts'
import type { ResumePageProps } from './props.ts'

/** Asks for the code that opens a draft on another device. The input is named `code`. */
export const renderResumePage = (ctx: ViewContext, { action, code, error, hidden }: ResumePageProps): Html => {
  const text = error && translate(error.key, ctx.lang, error.params)
  return renderLayout(ctx, {
    title: translate('page.resume.title', ctx.lang), wrong: error !== undefined, personal: true,
    main: html`<div class="narrow">${renderErrorSummary(text ? [{ text, href: '#f-code' }] : [], ctx.lang)}<h1>${translate('page.resume.title', ctx.lang)}</h1><p class="lead">${translate('page.resume.help', ctx.lang)}</p>
<form method="post" action="${localPath(ctx, action)}" novalidate>${renderHidden(hidden ?? {})}
${renderPlainInput({ name: 'code', label: translate('page.resume.code', ctx.lang), help: translate('page.resume.code-help', ctx.lang), value: code ?? '', error: text, width: 'short', autocomplete: 'one-time-code', attributes: raw(' autocapitalize="characters" spellcheck="false"') }, ctx.lang)}
<div class="buttons"><button class="button" type="submit">${translate('page.resume.open', ctx.lang)}</button></div></form></div>`,
  })
}
