import { AppError } from '../core/errors.ts'
import type { Request } from './request.ts'

/**
 * Refuses a post that another site made the browser send. Drafts are guarded by their own token besides (it travels in
 * the form, not only in a cookie); this also covers the forms without one. Browsers before Sec-Fetch-Site say 'null' as
 * origin under a strict referrer policy, so 'null' alone is no proof of another site. A sibling host ('same-site') is another
 * site too: portals of one province share a domain, not an owner.
 */
export const refuseCrossSite = (request: Request): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers['origin']
  const foreign = site !== undefined ? site === 'cross-site' || site === 'same-site' : origin !== undefined && origin !== 'null' && origin !== request.origin
  if (foreign) throw new AppError('cross-site')
}
