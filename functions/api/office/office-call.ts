import { countCall, identify, requireScope, type Caller, type Quota } from '../../core/api-keys.ts'
import { AppError } from '../../core/errors.ts'
import type { Scope } from '../../core/integrator.ts'
import { problem } from '../../http/problem.ts'
import { refusalOf } from '../../http/refusal.ts'
import type { Request } from '../../http/request.ts'
import type { Response } from '../../http/respond.ts'
import type { Site } from '../../http/site.ts'
import type { Call } from '../call.ts'

/** One call of an integrator, who has shown a key that may do this. */
export type OfficeCall = (request: Request, site: Site, caller: Caller) => Promise<Response>

const readKey = ({ headers }: Request): string => /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''

const told = (response: Response, { limit, left, resetSeconds }: Quota): Response => ({
  ...response, headers: { ...response.headers, 'ratelimit-policy': `"calls";q=${limit};w=60`, ratelimit: `"calls";r=${Math.max(0, left)};t=${resetSeconds}` },
})

/** Key, then quota, then scope: a call that is refused for its scope counts as well. */
export const officeCall = (scope: Scope | 'any', call: OfficeCall): Call => async (request, site) => {
  const caller = await identify(readKey(request), site.deps)
  const quota = await countCall(caller, site.deps)
  if (quota.left < 0) return told(problem(request, refusalOf(new AppError('quota-exceeded', { limit: quota.limit }, [], { retryAfter: quota.resetSeconds }))), quota)
  if (scope !== 'any') requireScope(caller, scope)
  return told(await call(request, site, caller), quota)
}
