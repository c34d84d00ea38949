import type { CatalogueItem } from '../engine/catalogue-index.ts'
import type { Facet, Filters } from '../engine/search.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, raw, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { inLang } from './parts/format.ts'
import { highlight } from './parts/highlight.ts'
import { levelTitle, renderLevelTag } from './parts/level.ts'
import { localPath } from './parts/links.ts'
import type { HomeProps } from './props.ts'

/** Names in the query string. */
const PARAMS = { field: 'linh-vuc', agency: 'co-quan', level: 'muc-do' } as const satisfies Record<keyof Filters, string>
const FILTERS = ['field', 'agency', 'level'] as const

const homePath = (ctx: ViewContext, query: string, filters: Filters): string => {
  const pairs = [['q', query], ...FILTERS.map((name) => [PARAMS[name], filters[name] ?? ''])].filter(([, value]) => value)
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
  return localPath(ctx, search ? `/?${search}` : '/')
}

const renderSearchForm = (ctx: ViewContext, { query, filters }: HomeProps): Html => html`
<form class="hero-search" role="search" method="get" action="${localPath(ctx, '/')}">
<label for="q">${translate('page.home.search-label', ctx.lang)}</label>
<div class="search-row"><input id="q" name="q" type="search" value="${query}" autocomplete="off" enterkeyhint="search"><button class="button button--gold" type="submit">${translate('page.search.button', ctx.lang)}</button></div>
${FILTERS.map((name) => filters[name] ? html`<input type="hidden" name="${PARAMS[name]}" value="${filters[name]}">` : '')}
<p class="hero-hint">${translate('page.home.search-hint', ctx.lang)}</p></form>`

const renderEntry = (ctx: ViewContext, item: CatalogueItem, query: string): Html => {
  const href = localPath(ctx, `/thu-tuc/${item.code}`)
  return html`<li class="entry"><h3><a href="${href}">${highlight(inLang(item.title, ctx.lang), query)}</a></h3>
<p>${highlight(inLang(item.summary, ctx.lang), query)}</p>
<p class="entry-facts">${renderLevelTag(item.levels, ctx.lang)}<span>${inLang(item.agency, ctx.lang)}</span><span>${translate('page.code', ctx.lang, { code: item.code })}</span></p>
${item.online ? html`<p class="entry-action"><a class="button button--small" href="${href}/nop">${translate('page.home.apply', ctx.lang)}<span class="visually-hidden">: ${inLang(item.title, ctx.lang)}</span></a></p>` : ''}</li>`
}

const renderEntries = (ctx: ViewContext, entries: readonly CatalogueItem[], query: string): Html =>
  html`<ul class="entries">${entries.map((item) => renderEntry(ctx, item, query))}</ul>`

type FacetGroup = { readonly name: keyof Filters; readonly facets: readonly Facet[]; readonly titleOf: (facet: Facet) => string }

const renderFacets = (ctx: ViewContext, props: HomeProps, { name, facets, titleOf }: FacetGroup): Html => html`
<section class="facet" aria-labelledby="by-${name}"><h2 id="by-${name}">${translate(`page.home.by-${name}`, ctx.lang)}</h2><ul>${facets.map((facet) => {
  const chosen = props.filters[name] === facet.id
  const { [name]: _chosen, ...rest } = props.filters
  return html`<li><a href="${homePath(ctx, props.query, chosen ? rest : { ...rest, [name]: facet.id })}"${attribute('aria-current', chosen && 'true')}><span>${titleOf(facet)}</span> <span class="count">${facet.count}</span></a></li>`
})}</ul></section>`

const renderBrowse = (ctx: ViewContext, props: HomeProps): Html => {
  const inText = (facet: Facet): string => inLang(facet.title, ctx.lang)
  return html`<div class="browse">
${renderFacets(ctx, props, { name: 'field', facets: props.facets.fields, titleOf: inText })}
${renderFacets(ctx, props, { name: 'agency', facets: props.facets.agencies, titleOf: inText })}
${renderFacets(ctx, props, { name: 'level', facets: props.facets.levels, titleOf: (facet) => levelTitle(facet.id, ctx.lang) })}</div>`
}

const renderNothing = (ctx: ViewContext, { query, suggestions }: HomeProps): Html => html`
<p class="lead">${translate('page.home.none', ctx.lang, { query })}</p>
<ul class="bullets"><li>${translate('page.home.none-spell', ctx.lang)}</li><li>${translate('page.home.none-shorter', ctx.lang)}</li><li>${translate('page.home.none-call', ctx.lang, { hotline: ctx.portal.hotline })}</li></ul>
${suggestions.length > 0 ? html`<h3 class="suggestions">${translate('page.home.suggestions', ctx.lang)}</h3>${renderEntries(ctx, suggestions, '')}` : ''}`

const renderResults = (ctx: ViewContext, props: HomeProps): Html => html`
<section aria-labelledby="found" class="results"><h2 id="found">${translate(props.query ? 'page.home.found-for' : 'page.home.found', ctx.lang, { total: props.total, query: props.query })}</h2>
<p><a href="${localPath(ctx, '/')}">${translate('page.home.all', ctx.lang)}</a></p>
${props.total > 0 ? renderEntries(ctx, props.entries, props.query) : renderNothing(ctx, props)}</section>`

const renderStart = (ctx: ViewContext, { entries }: HomeProps): Html => {
  const ready = entries.filter((item) => item.online)
  const posted = entries.filter((item) => !item.online)
  return html`<section aria-labelledby="ready"><h2 id="ready">${translate('page.home.ready', ctx.lang)}</h2>${renderEntries(ctx, ready, '')}</section>
${posted.length > 0 ? html`<section aria-labelledby="posted"><h2 id="posted">${translate('page.home.posted', ctx.lang)}</h2>${renderEntries(ctx, posted, '')}</section>` : ''}`
}

const STEPS = ['find', 'fill', 'send', 'track'] as const
const renderHow = (ctx: ViewContext): Html => html`
<section class="how" aria-labelledby="how"><h2 id="how">${translate('page.home.how', ctx.lang)}</h2><ol>${STEPS.map((step) =>
  html`<li><strong>${translate(`page.home.how-${step}`, ctx.lang)}</strong> ${translate(`page.home.how-${step}-text`, ctx.lang)}</li>`)}</ol></section>`

const PATTERN = raw('<svg class="hero-drum" viewBox="0 0 400 400" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor"><circle cx="200" cy="200" r="196" stroke-width="2"/><circle cx="200" cy="200" r="170" stroke-width="12" stroke-dasharray="4 9"/><circle cx="200" cy="200" r="150" stroke-width="2"/><circle cx="200" cy="200" r="128" stroke-width="16" stroke-dasharray="2 12"/><circle cx="200" cy="200" r="106" stroke-width="2"/><circle cx="200" cy="200" r="86" stroke-width="6" stroke-dasharray="1 6"/></g><path fill="currentColor" d="m200 138 13 45 40-25-25 40 45 13-45 12 25 41-40-26-13 45-12-45-41 26 26-41-45-12 45-13-26-40 41 25z"/></svg>')

/** For a list in another site's page, which is narrowed to an agency or a field: search and entries alone. What was found is the title, which is read out. */
const renderEmbedded = (ctx: ViewContext, props: HomeProps): Html => {
  const title = translate(props.query ? 'page.home.found-for' : 'page.home.found', ctx.lang, { total: props.total, query: props.query })
  return renderLayout(ctx, { title, main: html`${renderSearchForm(ctx, props)}<h2 class="found">${title}</h2>${props.total > 0 ? renderEntries(ctx, props.entries, props.query) : renderNothing(ctx, props)}` })
}

/** Home: search first, then what can be done now, then by field, agency and level. */
export const renderHome = (ctx: ViewContext, props: HomeProps): Html => {
  const asked = props.query !== '' || FILTERS.some((name) => props.filters[name])
  if (ctx.embedded) return renderEmbedded(ctx, props)
  return renderLayout(ctx, {
    title: asked ? translate('page.home.found-title', ctx.lang, { query: props.query || translate('page.nav.home', ctx.lang) }) : translate('page.home.title', ctx.lang),
    current: 'home', searchInHeader: false, bodyClass: 'home',
    main: html`<div class="hero">${PATTERN}<h1>${translate('page.home.heading', ctx.lang)}</h1>${renderSearchForm(ctx, props)}</div>
<div class="home-columns"><div class="home-main">${asked ? renderResults(ctx, props) : renderStart(ctx, props)}</div>${renderBrowse(ctx, props)}</div>${asked ? '' : renderHow(ctx)}`,
  })
}
