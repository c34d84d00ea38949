import { renderStatisticsPage } from '../../../forms/view/statistics-page.ts'
import { civilTime } from '../../core/civil-time.ts'
import { page } from '../../http/respond.ts'
import type { PageHandler } from '../visit.ts'
import { PUBLIC_CACHE } from './home.ts'

/** Public figures. Procedures by level and agency are counted from the catalogue; dossiers are not counted yet, and the page says so. */
export const statistics: PageHandler = async ({ site, view }) => {
  const catalogue = await site.deps.procedures.index()
  return page(renderStatisticsPage(view, { catalogue, at: civilTime(site.deps.clock()) }), { cache: PUBLIC_CACHE })
}
