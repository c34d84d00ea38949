import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'

/** The way through a long list, page by page. */
export type Pager = { readonly page: number; readonly pages: number; readonly hrefOf: (page: number) => string }

/** Numbers around the page at hand, with the ends; 0 stands for those left out between. */
const numbersOf = (page: number, pages: number): readonly number[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages)
  return shown.flatMap((number, i) => (i > 0 && number - (shown[i - 1] ?? 0) > 1 ? [0, number] : [number]))
}

const renderStep = ({ hrefOf }: Pager, page: number, rel: 'prev' | 'next', label: string): Html => html`<a class="pager-step" rel="${rel}" href="${hrefOf(page)}">${label}</a>`

export const renderPager = (ctx: ViewContext, pager: Pager): Html => {
  const { page, pages, hrefOf } = pager
  if (pages <= 1) return html``
  return html`<nav class="pager" aria-label="${translate('page.pager.label', ctx.lang)}">
${page > 1 ? renderStep(pager, page - 1, 'prev', translate('page.pager.previous', ctx.lang)) : ''}
<ol>${numbersOf(page, pages).map((number) => {
  if (number === 0) return html`<li aria-hidden="true">…</li>`
  return number === page ? html`<li><span aria-current="page">${number}</span></li>` : html`<li><a href="${hrefOf(number)}" aria-label="${translate('page.pager.page', ctx.lang, { n: number })}">${number}</a></li>`
})}</ol>
${page < pages ? renderStep(pager, page + 1, 'next', translate('page.pager.next', ctx.lang)) : ''}</nav>`
}
