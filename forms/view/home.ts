import type { CatalogueItem } from '../engine/catalogue-index.ts'
import type { Facet, Filters } from '../engine/search.ts'
import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { attribute, html, raw, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { formatNumber, inLang } from './parts/format.ts'
import { levelTitle, renderLevelTag } from './parts/level.ts'
import { localPath } from './parts/links.ts'
import { renderPager } from './parts/pager.ts'
import { told } from './parts/told.ts'
import type { HomeProps } from './props.ts'

/** Names in the query string. */
export const PARAMS = { field: 'linh-vuc', agency: 'co-quan', level: 'muc-do' } as const satisfies Record<keyof Filters, string>
export const FILTERS = ['field', 'agency', 'level'] as const
export const PAGE_SIZE = 20
const FACETS_SHOWN = 8

type Place = { readonly query: string; readonly filters: Filters; readonly page?: number; readonly all?: keyof Filters }

const homePath = (ctx: ViewContext, { query, filters, page = 1, all }: Place): string => {
  const pairs = [['q', query], ...FILTERS.map((name) => [PARAMS[name], filters[name] ?? '']), ['tat-ca', all ? PARAMS[all] : ''], ['trang', page > 1 ? String(page) : '']]
  const search = pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
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
  return html`<li class="entry"><h3><a href="${href}">${told(item.title, ctx.lang, query)}</a></h3>
${item.summary.vi ? html`<p>${told(item.summary, ctx.lang, query)}</p>` : ''}
<p class="entry-facts">${renderLevelTag(item.levels, ctx.lang)}${item.agency.vi ? html`<span>${told(item.agency, ctx.lang)}</span>` : ''}<span>${translate('page.code', ctx.lang, { code: item.code })}</span></p>
${item.online ? html`<p class="entry-action"><a class="button button--small" href="${href}/nop">${translate('page.home.apply', ctx.lang)}<span class="visually-hidden">: ${inLang(item.title, ctx.lang)}</span></a></p>` : ''}</li>`
}

const renderEntries = (ctx: ViewContext, entries: readonly CatalogueItem[], query: string): Html =>
  html`<ul class="entries">${entries.map((item) => renderEntry(ctx, item, query))}</ul>`

type FacetGroup = { readonly name: keyof Filters; readonly facets: readonly Facet[]; readonly titleOf: (facet: Facet) => Html }

const groupsOf = (ctx: ViewContext, { facets }: HomeProps): readonly FacetGroup[] => {
  const inText = (facet: Facet): Html => told(facet.title, ctx.lang)
  return [
    { name: 'level', facets: facets.levels, titleOf: (facet) => html`${levelTitle(facet.id, ctx.lang)}` },
    { name: 'field', facets: facets.fields, titleOf: inText },
    { name: 'agency', facets: facets.agencies, titleOf: inText },
  ]
}

const renderFacet = (ctx: ViewContext, props: HomeProps, { name, titleOf }: FacetGroup, facet: Facet): Html => {
  const chosen = props.filters[name] === facet.id
  const { [name]: _chosen, ...rest } = props.filters
  return html`<li><a href="${homePath(ctx, { query: props.query, filters: chosen ? rest : { ...rest, [name]: facet.id } })}"${attribute('aria-current', chosen && 'true')}><span>${titleOf(facet)}</span> <span class="count">${formatNumber(facet.count, ctx.lang)}</span></a></li>`
}

/** The largest, and the chosen one wherever it stands; all of them are a page of their own. */
const renderFacets = (ctx: ViewContext, props: HomeProps, group: FacetGroup): Html => {
  const { name, facets } = group
  const shown = facets.filter((facet, i) => i < FACETS_SHOWN || facet.id === props.filters[name])
  return html`<section class="facet" aria-labelledby="by-${name}"><h2 id="by-${name}">${translate(`page.home.by-${name}`, ctx.lang)}</h2><ul>${shown.map((facet) => renderFacet(ctx, props, group, facet))}</ul>
${shown.length < facets.length ? html`<p><a href="${homePath(ctx, { query: props.query, filters: props.filters, all: name })}">${translate(`page.home.all-${name}`, ctx.lang, { n: facets.length })}</a></p>` : ''}</section>`
}

const renderBrowse = (ctx: ViewContext, props: HomeProps): Html => html`<div class="browse">${groupsOf(ctx, props).filter(({ facets }) => facets.length > 0).map((group) => renderFacets(ctx, props, group))}</div>`

/** Every choice of one filter, by name. */
const renderAllFacets = (ctx: ViewContext, props: HomeProps, name: keyof Filters): Html => {
  const group = groupsOf(ctx, props).find((one) => one.name === name)
  if (!group) return html``
  const facets = [...group.facets].sort((a, b) => a.title.vi.localeCompare(b.title.vi, 'vi'))
  return html`<section aria-labelledby="all" class="results"><h2 id="all">${translate(`page.home.by-${name}`, ctx.lang)}</h2>
<p><a href="${homePath(ctx, { query: props.query, filters: props.filters })}">${translate('page.home.back', ctx.lang)}</a></p><ul class="all-facets">${facets.map((facet) => renderFacet(ctx, props, group, facet))}</ul></section>`
}

const renderNothing = (ctx: ViewContext, { query, suggestions }: HomeProps): Html => html`
<p class="lead">${translate('page.home.none', ctx.lang, { query })}</p>
<ul class="bullets"><li>${translate('page.home.none-spell', ctx.lang)}</li><li>${translate('page.home.none-shorter', ctx.lang)}</li><li>${translate('page.home.none-call', ctx.lang, { hotline: ctx.portal.hotline })}</li></ul>
${suggestions.length > 0 ? html`<h3 class="suggestions">${translate('page.home.suggestions', ctx.lang)}</h3>${renderEntries(ctx, suggestions, '')}` : ''}`

/** One page of what was found; a page that is not there shows the last. */
const renderFound = (ctx: ViewContext, props: HomeProps): Html => {
  const pages = Math.max(1, Math.ceil(props.total / PAGE_SIZE))
  const page = Math.min(props.page ?? 1, pages)
  const entries = props.entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return html`${renderEntries(ctx, entries, props.query)}${renderPager(ctx, { page, pages, hrefOf: (number) => homePath(ctx, { query: props.query, filters: props.filters, page: number }) })}`
}

const foundTitle = (ctx: ViewContext, { query, total }: HomeProps): string =>
  translate(query ? 'page.home.found-for' : 'page.home.found', ctx.lang, { total: formatNumber(total, ctx.lang), query })

/** What the results are narrowed to, each with the way out of it: the lists of choices stand far below on a phone. */
const renderChosen = (ctx: ViewContext, props: HomeProps): Html => html`${groupsOf(ctx, props).map(({ name, facets, titleOf }) => {
  const facet = facets.find(({ id }) => id === props.filters[name])
  const { [name]: _chosen, ...rest } = props.filters
  return facet ? html`<span class="chosen-filter">${titleOf(facet)} <a href="${homePath(ctx, { query: props.query, filters: rest })}">${translate('page.home.unfilter', ctx.lang)}<span class="visually-hidden">: ${titleOf(facet)}</span></a></span> ` : ''
})}`

const renderResults = (ctx: ViewContext, props: HomeProps): Html => html`
<section aria-labelledby="found" class="results"><h2 id="found">${foundTitle(ctx, props)}</h2>
<p class="chosen">${renderChosen(ctx, props)}<a href="${localPath(ctx, '/')}">${translate('page.home.all', ctx.lang)}</a></p>
${props.total > 0 ? renderFound(ctx, props) : renderNothing(ctx, props)}</section>`

/** Few are shown at once; of thousands, the way to them. */
const FEW = 5

const renderPosted = (ctx: ViewContext, posted: readonly CatalogueItem[]): Html => html`<section aria-labelledby="posted"><h2 id="posted">${translate('page.home.posted', ctx.lang)}</h2>
${posted.length <= FEW ? renderEntries(ctx, posted, '') : html`<p><a href="${homePath(ctx, { query: '', filters: { level: 'muc-2' } })}">${translate('page.home.posted-count', ctx.lang, { n: formatNumber(posted.length, ctx.lang) })}</a></p>`}</section>`

const renderStart = (ctx: ViewContext, { entries }: HomeProps): Html => {
  const ready = entries.filter((item) => item.online)
  const posted = entries.filter((item) => !item.online)
  return html`<section aria-labelledby="ready"><h2 id="ready">${translate('page.home.ready', ctx.lang)}</h2>${renderEntries(ctx, ready.slice(0, PAGE_SIZE), '')}${ready.length > PAGE_SIZE ? html`<p><a href="${homePath(ctx, { query: '', filters: { level: 'muc-3' } })}">${translate('page.home.ready-count', ctx.lang, { n: formatNumber(ready.length, ctx.lang) })}</a></p>` : ''}</section>
${posted.length > 0 ? renderPosted(ctx, posted) : ''}`
}

const STEPS = ['find', 'fill', 'send', 'track'] as const
const renderHow = (ctx: ViewContext): Html => html`
<section class="how" aria-labelledby="how"><h2 id="how">${translate('page.home.how', ctx.lang)}</h2><ol>${STEPS.map((step) =>
  html`<li><strong>${translate(`page.home.how-${step}`, ctx.lang)}</strong> ${translate(`page.home.how-${step}-text`, ctx.lang)}</li>`)}</ol></section>`

const PATTERN = raw('<svg class="hero-drum" viewBox="0 0 400 400" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor"><circle cx="200" cy="200" r="196" stroke-width="2"/><circle cx="200" cy="200" r="170" stroke-width="12" stroke-dasharray="4 9"/><circle cx="200" cy="200" r="150" stroke-width="2"/><circle cx="200" cy="200" r="128" stroke-width="16" stroke-dasharray="2 12"/><circle cx="200" cy="200" r="106" stroke-width="2"/><circle cx="200" cy="200" r="86" stroke-width="6" stroke-dasharray="1 6"/></g><path fill="currentColor" d="m200 138 13 45 40-25-25 40 45 13-45 12 25 41-40-26-13 45-12-45-41 26 26-41-45-12 45-13-26-40 41 25z"/></svg>')

/** For a list in another site's page, which is narrowed to an agency or a field: search and entries alone. What was found is the title, which is read out. */
const renderEmbedded = (ctx: ViewContext, props: HomeProps): Html => {
  const title = foundTitle(ctx, props)
  return renderLayout(ctx, { title, main: html`${renderSearchForm(ctx, props)}<h2 class="found">${title}</h2>${props.total > 0 ? renderFound(ctx, props) : renderNothing(ctx, props)}` })
}

const renderMain = (ctx: ViewContext, props: HomeProps): Html => {
  if (props.all) return renderAllFacets(ctx, props, props.all)
  return isAsked(props) ? renderResults(ctx, props) : renderStart(ctx, props)
}

const isAsked = ({ query, filters, all, page = 1 }: HomeProps): boolean => query !== '' || all !== undefined || page > 1 || FILTERS.some((name) => filters[name])

/** Home: search first, then what can be done now, then by level, field and agency. Results are 20 a page. */
export const renderHome = (ctx: ViewContext, props: HomeProps): Html => {
  const asked = isAsked(props)
  if (ctx.embedded) return renderEmbedded(ctx, props)
  return renderLayout(ctx, {
    title: asked ? translate('page.home.found-title', ctx.lang, { query: props.query || translate('page.nav.home', ctx.lang) }) : translate('page.home.title', ctx.lang),
    current: 'home', searchInHeader: false, bodyClass: 'home',
    main: html`<div class="hero">${PATTERN}<h1>${translate('page.home.heading', ctx.lang)}</h1>${renderSearchForm(ctx, props)}</div>
<div class="home-columns"><div class="home-main">${renderMain(ctx, props)}</div>${props.all ? '' : renderBrowse(ctx, props)}</div>${asked ? '' : renderHow(ctx)}`,
  })
}
