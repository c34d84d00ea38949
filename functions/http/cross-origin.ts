import { isAllowed } from './allowed-origins.ts'
import { isEmbedded } from './embedded.ts'
import type { Request } from './request.ts'
import type { Response } from './respond.ts'

/** Seconds for which a browser need not ask again; more than two hours none keeps. */
const REMEMBERED = '7200'

/** Does a browser ask whether a page of another site may send something? API Gateway's `$default` brings these questions to the citizen's function. */
export const isPreflight = ({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

/** Yes to registered origins, for the headers that the element and API clients send; nothing to others. */
export const answerPreflight = ({ headers }: Request, origins: readonly string[]): Response => {
  if (!isAllowed(origins, headers['origin'] ?? '')) return { status: 403, headers: { 'cache-control': 'no-store' } }
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers': 'accept-language, content-type, idempotency-key, if-match, if-none-match, x-draft-token, x-tracking-key',
      'access-control-max-age': REMEMBERED,
    },
  }
}

/**
 * Lets a registered origin read the answer. Never with credentials: what opens a draft is the token that the request carries.
 * A refusal says nothing of any draft, so an unregistered page may read it: its element can then say why it shows no form.
 */
export const crossOriginHeaders = (request: Pick<Request, 'headers'>, status: number, origins: readonly string[]): Readonly<Record<string, string>> => {
  const origin = request.headers['origin']
  const vary = { vary: 'Accept, Origin' }
  if (origin === undefined) return vary
  if (isAllowed(origins, origin)) return { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': 'dvc-sandbox, etag, location, retry-after' }
  return isEmbedded(request) && status === 403 ? { ...vary, 'access-control-allow-origin': '*' } : vary
}
