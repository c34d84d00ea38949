import { findProcedures, type Filters } from '../../../forms/engine/search.ts'
import { FILTERS, PARAMS, renderHome } from '../../../forms/view/home.ts'
import { withEtag } from '../../http/conditional.ts'
import { page } from '../../http/respond.ts'
import type { PageHandler } from '../visit.ts'

/** How long a public page may be shown without asking again: short, because a new version must be seen soon. */
export const PUBLIC_CACHE = 'public, max-age=60'

/** From 1; what is no page is the first. */
const readPage = (text: string): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)

/** Search by words, with or without diacritics, and by field, agency and level. */
export const home: PageHandler = async ({ request, site, view }) => {
  const { q = '', 'linh-vuc': field, 'co-quan': agency, 'muc-do': level, trang = '1', 'tat-ca': listed } = request.query
  const filters: Filters = { ...(field && { field }), ...(agency && { agency }), ...(level && { level }) }
  const all = FILTERS.find((name) => PARAMS[name] === listed)
  const query = q.trim().slice(0, 200)
  const found = findProcedures(await site.deps.procedures.index(), { query, filters })
  return withEtag(request, page(renderHome(view, { ...found, query, filters, page: readPage(trang), ...(all && { all }) }), { cache: PUBLIC_CACHE }))
}
