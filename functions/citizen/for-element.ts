import { FRAGMENT, isEmbedded } from '../http/embedded.ts'
import type { Request } from '../http/request.ts'
import { json, type Response } from '../http/respond.ts'

/** Where an element has to go on: a script sees no redirect, and the one that it follows blindly would lose the draft's token. */
const whereTo = (response: Response): Response => json({ location: response.headers?.['location'] ?? '/' })

/** The same answer for an element in another site's page: no cookies, the type it asked for, redirects as data. */
export const forElement = (request: Request, response: Response): Response => {
  if (!isEmbedded(request)) return response
  const { cookies: _cookies, ...rest } = response
  if (response.status === 303) return whereTo(rest)
  const { 'content-type': type = '', ...headers } = response.headers ?? {}
  return type.startsWith('text/html') ? { ...rest, headers: { ...headers, 'content-type': `${FRAGMENT}; charset=utf-8` } } : rest
}
