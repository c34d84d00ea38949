import { findProcedures, type Facet } from '../engine/search.ts'
import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { formatDateTime, formatNumber } from './parts/format.ts'
import { told } from './parts/told.ts'
import { levelTitle } from './parts/level.ts'
import type { StatisticsPageProps } from './props.ts'

type Counts = { readonly title: MessageKey; readonly facets: readonly Facet[]; readonly total: number; readonly titleOf: (facet: Facet) => Html }

/** The largest by name, all others as one line: a list of four hundred agencies is nobody's to read. */
const SHOWN = 20

/** A table that also draws its numbers: `meter` needs no style of its own and says its value. */
const renderCount = (ctx: ViewContext, title: Html | string, count: number, total: number): Html => html`<tr><th scope="row">${title}</th><td><span class="number">${formatNumber(count, ctx.lang)}</span> <meter min="0" max="${total}" value="${count}" aria-hidden="true"></meter></td></tr>`

const renderCounts = (ctx: ViewContext, { title, facets, total, titleOf }: Counts): Html => {
  const rest = facets.slice(SHOWN)
  return html`
<section class="counts"><div class="table-wrap"><table><caption>${translate(title, ctx.lang)}</caption><thead><tr><th scope="col">${translate('page.statistics.what', ctx.lang)}</th><th scope="col">${translate('page.statistics.count', ctx.lang)}</th></tr></thead>
<tbody>${facets.slice(0, SHOWN).map((facet) => renderCount(ctx, titleOf(facet), facet.count, total))}${rest.length > 0 ? renderCount(ctx, translate('page.statistics.others', ctx.lang, { n: rest.length }), sum(rest), total) : ''}</tbody></table></div></section>`
}

const sum = (facets: readonly Facet[]): number => facets.reduce((total, { count }) => total + count, 0)

/** How many of each agency are at level 2 and at level 3: what the public may ask of it (NĐ 43/2011, art. 3). */
const renderAgencies = (ctx: ViewContext, catalogue: StatisticsPageProps['catalogue'], agencies: readonly Facet[]): Html => {
  const [second, third] = (['muc-2', 'muc-3'] as const).map((level) => new Map(findProcedures(catalogue, { query: '', filters: { level } }).facets.agencies.map(({ id, count }) => [id, count])))
  const rest = agencies.slice(SHOWN)
  const row = (title: Html | string, all: readonly Facet[]): Html => html`<tr><th scope="row">${title}</th>${[second, third].map((counts) => html`<td>${formatNumber(all.reduce((total, { id }) => total + (counts?.get(id) ?? 0), 0), ctx.lang)}</td>`)}<td>${formatNumber(sum(all), ctx.lang)}</td></tr>`
  const unnamed = catalogue.items.filter(({ agency }) => agency.vi === '')
  return html`
<section class="counts"><div class="table-wrap"><table class="levels-by-agency"><caption>${translate('page.statistics.level-and-agency', ctx.lang)}</caption><thead><tr><th scope="col">${translate('page.posting.agency', ctx.lang)}</th><th scope="col">${levelTitle('muc-2', ctx.lang)}</th><th scope="col">${levelTitle('muc-3', ctx.lang)}</th><th scope="col">${translate('page.statistics.all', ctx.lang)}</th></tr></thead>
<tbody>${agencies.slice(0, SHOWN).map((facet) => row(told(facet.title, ctx.lang), [facet]))}${rest.length > 0 ? row(translate('page.statistics.others', ctx.lang, { n: rest.length }), rest) : ''}${unnamed.length > 0 ? html`<tr><th scope="row">${translate('page.statistics.unnamed', ctx.lang)}</th><td></td><td></td><td>${formatNumber(unnamed.length, ctx.lang)}</td></tr>` : ''}</tbody></table></div></section>`
}

const renderDossiers = (ctx: ViewContext, dossiers: StatisticsPageProps['dossiers']): Html => {
  if (!dossiers) return html`<p class="quiet">${translate('page.statistics.not-counted', ctx.lang)}</p>`
  const share = dossiers.finished > 0 ? `${Math.round((dossiers.onTime / dossiers.finished) * 100)} %` : '–'
  const figures: readonly (readonly [MessageKey, string])[] = [
    ['page.statistics.received', formatNumber(dossiers.received, ctx.lang)],
    ['page.statistics.finished', formatNumber(dossiers.finished, ctx.lang)],
    ['page.statistics.on-time', share],
  ]
  return html`<dl class="figures">${figures.map(([key, value]) => html`<div><dt>${translate(key, ctx.lang)}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Public figures (TT 32/2017, art. 11.3): procedures by level, agency and field; dossiers since 1 January. */
export const renderStatisticsPage = (ctx: ViewContext, { catalogue, at, dossiers }: StatisticsPageProps): Html => {
  const { facets } = findProcedures(catalogue, { query: '', filters: {} })
  const total = catalogue.items.length
  return renderLayout(ctx, {
    title: translate('page.statistics.title', ctx.lang), current: 'statistics',
    main: html`<div class="narrow"><h1>${translate('page.statistics.title', ctx.lang)}</h1><p class="lead">${translate('page.statistics.at', ctx.lang, { at: formatDateTime(at) })}</p>
<dl class="figures"><div><dt>${translate('page.statistics.procedures', ctx.lang)}</dt><dd>${formatNumber(total, ctx.lang)}</dd></div><div><dt>${translate('page.statistics.online', ctx.lang)}</dt><dd>${formatNumber(catalogue.items.filter((item) => item.online).length, ctx.lang)}</dd></div></dl>
<h2>${translate('page.statistics.dossiers', ctx.lang)}</h2>${renderDossiers(ctx, dossiers)}
<h2>${translate('page.statistics.catalogue', ctx.lang)}</h2>
${renderCounts(ctx, { title: 'page.home.by-level', facets: facets.levels, total, titleOf: (facet) => html`${levelTitle(facet.id, ctx.lang)}` })}
${renderAgencies(ctx, catalogue, facets.agencies)}
${renderCounts(ctx, { title: 'page.home.by-field', facets: facets.fields, total, titleOf: (facet) => told(facet.title, ctx.lang) })}</div>`,
  })
}
