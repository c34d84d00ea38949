import type { ViewContext } from '../../forms/index.ts'
import { movedTo, type SandboxClock } from '../core/sandbox-clock.ts'
import { localPath, type Request } from '../http/request.ts'
import { seeOther, type Response } from '../http/respond.ts'
import { isEmbedded } from '../http/embedded.ts'
import type { Site } from '../http/site.ts'

/** One request to a citizen's page, with the portal it came to and what its view needs. */
export type Visit = { readonly request: Request; readonly site: Site; readonly view: ViewContext }

export type PageHandler = (visit: Visit) => Promise<Response>

export const visitOf = (request: Request, site: Site): Visit => ({ request, site, view: viewOf(request, site) })

/** 303 to a page in the visitor's language; `path` has no prefix. */
export const goTo = ({ request }: Visit, path: string, cookies: readonly string[] = []): Response => seeOther(localPath(request.lang, path), cookies)

/** The same visit as if it had come to another page: for an answer that is that page itself. */
export const at = (visit: Visit, path: string): Visit => ({ ...visit, view: { ...visit.view, path } })

/** Value of a path variable that the route guarantees. */
export const param = ({ request }: Visit, name: string): string => request.params[name] ?? ''

const clockOf = (clock: SandboxClock | undefined): Pick<ViewContext, 'clock'> => {
  const moved = movedTo(clock)
  return moved === undefined ? {} : { clock: moved }
}

const viewOf = (request: Request, { assets, portal, sandbox, clock }: Site): ViewContext => ({
  lang: request.lang,
  path: linkedPath(request),
  origin: request.origin,
  assets, portal, sandbox,
  requestId: request.id,
  ...clockOf(clock),
  ...(isEmbedded(request) && { embedded: true }),
})

/**
 * Where the link to the other language leads. The tracking key is a secret: it is not repeated in links. An address that
 * no route has is not repeated at all: '//evil.example' would be a link to another site.
 */
const linkedPath = ({ path, query, routeName }: Request): string => {
  if (routeName === undefined) return '/'
  const pairs = Object.entries(query).filter(([name]) => name !== 'khoa')
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}
