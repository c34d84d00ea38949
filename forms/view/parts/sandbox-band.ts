import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { formatDateTime } from './format.ts'

/** The band of everything that is no production portal, with its time where the operator has moved it. */
export const renderSandboxBand = (ctx: ViewContext): Html | '' => {
  if (!ctx.sandbox) return ''
  const clock = ctx.clock === undefined ? '' : html` <strong>${translate('page.sandbox-clock', ctx.lang, { time: formatDateTime(ctx.clock) })}</strong>`
  return html`<aside class="sandbox" aria-label="${translate('page.sandbox-label', ctx.lang)}"><p class="width">${translate('page.sandbox', ctx.lang)}${clock}</p></aside>`
}
