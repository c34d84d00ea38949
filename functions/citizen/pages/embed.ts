import { renderEmbedPage } from '../../../forms/view/embed-page.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { allOrigins, isAllowed } from '../../http/allowed-origins.ts'
import { contentSecurityPolicy } from '../../http/middleware/security-headers.ts'
import type { Request } from '../../http/request.ts'
import { page } from '../../http/respond.ts'
import { param, type PageHandler } from '../visit.ts'

/**
 * A form as a page for the `<iframe>` of a registered site. It holds the same element that other sites embed: blocked
 * third-party cookies are no matter to it, and its height is told to the page around it. The policy names that site alone: one
 * integrator need not know of the others.
 */
export const embed: PageHandler = async (visit) => {
  const { site, view, request } = visit
  const code = param(visit, 'code')
  // The element says in the person's words what is wrong with a procedure: an error page could not be framed.
  const found = await findProcedure({ code }, site.deps).catch(() => undefined)
  const parent = parentOf(request, await allOrigins(site))
  const rendered = renderEmbedPage(view, { code, title: found?.record.title ?? { vi: code, en: code }, theme: request.query['theme'], parent })
  return page(rendered, { headers: { 'content-security-policy': contentSecurityPolicy(site.uploadOrigin, ["'self'", ...(parent === undefined ? site.embedOrigins : [parent])]) } })
}

/** The registered site that frames this page: as it says itself (`?cha=`), else as the browser says. */
const parentOf = (request: Request, origins: readonly string[]): string | undefined =>
  [request.query['cha'], request.headers['referer']].flatMap((text) => (text !== undefined && URL.canParse(text) ? [new URL(text).origin] : [])).find((origin) => isAllowed(origins, origin))
