import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import type { PageLink } from '../props.ts'
import { inLang } from './format.ts'
import { localPath } from './links.ts'

const renderStep = (ctx: ViewContext, page: PageLink, current: string): Html => {
  const title = inLang(page.title, ctx.lang)
  if (page.slug === current) return html`<li class="step step-now"><span aria-current="step">${title}</span></li>`
  const state = page.done ? html`<span class="visually-hidden"> (${translate('page.progress.done', ctx.lang)})</span>` : page.wrong ? html` <strong>(${translate('page.progress.wrong', ctx.lang)})</strong>` : ''
  return html`<li class="step${page.done ? ' step-done' : page.wrong ? ' step-wrong' : ''}">${page.href ? html`<a href="${localPath(ctx, page.href)}">${title}${state}</a>` : html`<span>${title}${state}</span>`}</li>`
}

/** The pages of the journey: folded behind 'step 2 of 7' on phones, a list at the side on wide screens. */
export const renderProgress = (ctx: ViewContext, pages: readonly PageLink[], current: string): Html => {
  const at = pages.findIndex((page) => page.slug === current) + 1
  const list = html`<ol class="step-list">${pages.map((page) => renderStep(ctx, page, current))}</ol>`
  return html`<nav class="progress" aria-label="${translate('page.progress.label', ctx.lang)}">
<details class="progress-narrow"><summary>${translate('page.progress.at', ctx.lang, { at, of: pages.length })}<progress max="${pages.length}" value="${at}" aria-hidden="true"></progress></summary>${list}</details>
<div class="progress-wide"><p class="progress-at">${translate('page.progress.at', ctx.lang, { at, of: pages.length })}</p>${list}</div></nav>`
}
