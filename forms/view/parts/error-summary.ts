import { translate } from '../../messages/translate.ts'
import type { Lang } from '../../engine/json.ts'
import { html, type Html } from '../html.ts'

export type SummaryItem = { readonly text: string; readonly href: string }

/** What is wrong, in the order of the page, each a link to the input. Takes the focus itself, without scripts too. */
export const renderErrorSummary = (items: readonly SummaryItem[], lang: Lang): Html => items.length === 0 ? html`` : html`
<div class="error-summary" id="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1" autofocus>
<h2 id="error-summary-title">${translate(items.length === 1 ? 'page.errors.one' : 'page.errors.title', lang, { n: items.length })}</h2>
<ul>${items.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></div>`
