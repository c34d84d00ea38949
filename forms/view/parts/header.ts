import { translate, type MessageKey } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { attribute, html, raw, type Html } from '../html.ts'
import { inLang } from './format.ts'
import { localPath, otherLanguage } from './links.ts'

export type NavItem = 'home' | 'track' | 'feedback' | 'statistics'

const NAV: readonly { readonly item: NavItem; readonly path: string; readonly title: MessageKey }[] = [
  { item: 'home', path: '/', title: 'page.nav.home' },
  { item: 'track', path: '/tra-cuu', title: 'page.nav.track' },
  { item: 'feedback', path: '/phan-anh', title: 'page.nav.feedback' },
]

/** The portal's own mark: a star over an open page. Not the national emblem, which the law keeps for state documents. */
const MARK = raw('<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="9" fill="#8c1515"/><path fill="#f2c14e" d="m20 7 2.8 8.2 8.7.1-7 5.2 2.6 8.3-7.1-5-7.1 5 2.6-8.3-7-5.2 8.7-.1z"/><path d="M8 33h24" stroke="#f2c14e" stroke-width="2" stroke-linecap="round"/></svg>')

const SEARCH_ICON = raw('<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="m13 13 5 5" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>')

const renderSearch = (ctx: ViewContext): Html => {
  const label = translate('page.search.label', ctx.lang)
  return html`<form class="header-search" role="search" action="${localPath(ctx, '/')}" method="get">
<label class="visually-hidden" for="header-q">${label}</label>
<input id="header-q" name="q" type="search" placeholder="${label}" autocomplete="off"><button type="submit">${SEARCH_ICON}<span class="visually-hidden">${translate('page.search.button', ctx.lang)}</span></button></form>`
}

const renderLanguageLink = (ctx: ViewContext): Html => {
  const other = otherLanguage(ctx)
  return html`<a class="language" href="${other.href}" lang="${other.lang}" hreflang="${other.lang}" rel="alternate">${translate('page.language', other.lang)}</a>`
}

/** Name of the portal, language switch, search and main navigation. */
export const renderHeader = (ctx: ViewContext, { current, search }: { readonly current: NavItem | undefined; readonly search: boolean }): Html => html`
<header class="site-header"><div class="width header-row">
<a class="brand" href="${localPath(ctx, '/')}">${MARK}<span class="brand-name">${inLang(ctx.portal.name, ctx.lang)}</span></a>
${renderLanguageLink(ctx)}
<div class="header-tools"><nav aria-label="${translate('page.nav.label', ctx.lang)}"><ul>${NAV.map(({ item, path, title }) =>
  html`<li><a href="${localPath(ctx, path)}"${attribute('aria-current', item === current && 'page')}>${translate(title, ctx.lang)}</a></li>`)}</ul></nav>
${search ? renderSearch(ctx) : ''}</div>
</div></header>`
