import { findProcedures, type Facet } from '../engine/search.ts'
import { translate, type MessageKey } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, type Html } from './html.ts'
import { renderLayout } from './layout.ts'
import { formatDateTime, formatNumber, inLang } from './parts/format.ts'
import { levelTitle } from './parts/level.ts'
import type { StatisticsPageProps } from './props.ts'

type Counts = { readonly title: MessageKey; readonly facets: readonly Facet[]; readonly total: number; readonly titleOf: (facet: Facet) => string }

/** A table that also draws its numbers: `meter` needs no style of its own and says its value. */
const renderCounts = (ctx: ViewContext, { title, facets, total, titleOf }: Counts): Html => html`
<section class="counts"><div class="table-wrap"><table><caption>${translate(title, ctx.lang)}</caption><thead><tr><th scope="col">${translate('page.statistics.what', ctx.lang)}</th><th scope="col">${translate('page.statistics.count', ctx.lang)}</th></tr></thead>
<tbody>${facets.map((facet) => html`<tr><th scope="row">${titleOf(facet)}</th><td><span class="number">${formatNumber(facet.count, ctx.lang)}</span> <meter min="0" max="${total}" value="${facet.count}" aria-hidden="true"></meter></td></tr>`)}</tbody></table></div></section>`

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
  const inText = (facet: Facet): string => inLang(facet.title, ctx.lang)
  return renderLayout(ctx, {
    title: translate('page.statistics.title', ctx.lang), current: 'statistics',
    main: html`<div class="narrow"><h1>${translate('page.statistics.title', ctx.lang)}</h1><p class="lead">${translate('page.statistics.at', ctx.lang, { at: formatDateTime(at) })}</p>
<dl class="figures"><div><dt>${translate('page.statistics.procedures', ctx.lang)}</dt><dd>${formatNumber(total, ctx.lang)}</dd></div><div><dt>${translate('page.statistics.online', ctx.lang)}</dt><dd>${formatNumber(catalogue.items.filter((item) => item.online).length, ctx.lang)}</dd></div></dl>
<h2>${translate('page.statistics.dossiers', ctx.lang)}</h2>${renderDossiers(ctx, dossiers)}
<h2>${translate('page.statistics.catalogue', ctx.lang)}</h2>
${renderCounts(ctx, { title: 'page.home.by-level', facets: facets.levels, total, titleOf: (facet) => levelTitle(facet.id, ctx.lang) })}
${renderCounts(ctx, { title: 'page.home.by-agency', facets: facets.agencies, total, titleOf: inText })}
${renderCounts(ctx, { title: 'page.home.by-field', facets: facets.fields, total, titleOf: inText })}</div>`,
  })
}
