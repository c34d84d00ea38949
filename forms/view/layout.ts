import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, raw, type Html } from './html.ts'
import { renderFooter } from './parts/footer.ts'
import { renderHeader, type NavItem } from './parts/header.ts'
import { inLang } from './parts/format.ts'
import { otherLanguage, inLanguage } from './parts/links.ts'
import { renderSandboxBand } from './parts/sandbox-band.ts'

export type Page = {
  /** Without the portal's name. */
  readonly title: string
  readonly main: Html
  /** True where the page shows errors: the title says so first, for people who hear it (WCAG 2.4.2, 3.3.1). */
  readonly wrong?: boolean
  /** Item of the main navigation that is this page. */
  readonly current?: NavItem
  /** Only the home page has no search in its header: it has a larger one. */
  readonly searchInHeader?: boolean
  /** Form pages carry the enhancements; the rest carry no script. */
  readonly script?: boolean
  /** Pages of a draft or a dossier: kept out of search engines. */
  readonly personal?: boolean
  /** Extra class on body, e.g. 'on-paper' for the receipt. */
  readonly bodyClass?: string
}

const renderHead = (ctx: ViewContext, page: Page): Html => {
  const portal = inLang(ctx.portal.name, ctx.lang)
  const title = `${page.wrong ? `${translate('page.error-prefix', ctx.lang)} ` : ''}${page.title} – ${portal}`
  const other = otherLanguage(ctx)
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="theme-color" content="#8c1515"><meta name="format-detection" content="telephone=no">
${page.personal ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${ctx.origin}${inLanguage(ctx.path, ctx.lang)}"><link rel="alternate" hreflang="${other.lang}" href="${ctx.origin}${other.href}">`}
<link rel="stylesheet" href="${ctx.assets.css}">
${ctx.assets.icon ? html`<link rel="icon" type="image/svg+xml" href="${ctx.assets.icon}">` : html`<link rel="icon" href="data:,">`}
${page.script ? html`<script type="module" src="${ctx.assets.formJs}"></script>` : ''}</head>`
}

/** The page without its frame. `data-path` is where it stands, for who shows it without an address bar. */
const renderFragment = (ctx: ViewContext, page: Page): Html => html`<title>${page.wrong ? `${translate('page.error-prefix', ctx.lang)} ` : ''}${page.title}</title>
<div class="fragment" lang="${ctx.lang}" data-path="${inLanguage(ctx.path, ctx.lang)}">${renderSandboxBand(ctx)}${page.main}</div>`

/** A whole document: head, skip link, header, main, footer; for an element in another site's page what stands in main. */
export const renderLayout = (ctx: ViewContext, page: Page): Html => (ctx.embedded ? renderFragment(ctx, page) : renderDocument(ctx, page))

const renderDocument = (ctx: ViewContext, page: Page): Html => html`${raw('<!doctype html>')}
<html lang="${ctx.lang}">${renderHead(ctx, page)}
<body${attribute('class', page.bodyClass)}>
<a class="skip-link" href="#main">${translate('page.skip', ctx.lang)}</a>
${renderSandboxBand(ctx)}
${renderHeader(ctx, { current: page.current, search: page.searchInHeader ?? true })}
<main id="main" class="width" tabindex="-1">${page.main}</main>
${renderFooter(ctx)}
</body></html>`
