import { AppError } from '../core/errors.ts'
import { isAllowed } from './allowed-origins.ts'
import { isEmbedded } from './embedded.ts'
import type { Request } from './request.ts'

/**
 * Refuses a post that another site made the browser send. Drafts are guarded by their own token besides (it travels in
 * the form, not only in a cookie); this also covers the forms without one. Browsers before Sec-Fetch-Site say 'null' as
 * origin under a strict referrer policy, so 'null' alone is no proof of another site. A sibling host ('same-site') is another
 * site too: portals of one province share a domain, not an owner. A registered site may post: its pages embed our forms, and
 * what they send opens no draft by a cookie.
 */
export const refuseCrossSite = (request: Request, origins: readonly string[]): void => {
  const asking = request.headers['origin']
  if (asking !== undefined && isAllowed(origins, asking)) return
  // Where an element sends no Origin it stands in a page of our own: the frame at /nhung.
  if (isEmbedded(request) && asking !== undefined && asking !== request.origin) throw new AppError('origin-not-registered', { origin: asking.slice(0, 200) })
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const foreign = site !== undefined ? site === 'cross-site' || site === 'same-site' : asking !== undefined && asking !== 'null' && asking !== request.origin
  if (foreign) throw new AppError('cross-site')
}
