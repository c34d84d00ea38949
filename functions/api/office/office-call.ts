import { countCall, identify, requireScope, type Caller, type Quota } from '../../core/api-keys.ts'
import { AppError } from '../../core/errors.ts'
import type { Scope } from '../../core/integrator.ts'
import type { Request } from '../../http/request.ts'
import type { Response } from '../../http/respond.ts'
import type { Site } from '../../http/site.ts'
import type { Call } from '../call.ts'
import { quotaHeaders, throwWithQuota } from '../quota-headers.ts'

/** One call of an integrator, who has shown a key that may do this. */
export type OfficeCall = (request: Request, site: Site, caller: Caller) => Promise<Response>

const readKey = ({ headers }: Request): string => /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''

/** What was thrown is told the quota, too. */
const counted = async (answer: () => Promise<Response>, quota: Quota): Promise<Response> => {
  try {
    const response = await answer()
    return { ...response, headers: { ...response.headers, ...quotaHeaders(quota) } }
  } catch (error) { return throwWithQuota(error, quota) }
}

/** Key, then quota, then scope: a call that is refused for its scope counts as well. */
export const officeCall = (scope: Scope | 'any', call: OfficeCall): Call => async (request, site) => {
  const caller = await identify(readKey(request), site.deps)
  const quota = await countCall(caller, site.deps)
  return counted(async () => {
    if (quota.left < 0) throw new AppError('quota-exceeded', { limit: quota.limit }, [], { retryAfter: quota.resetSeconds })
    if (scope !== 'any') requireScope(caller, scope)
    return call(request, site, caller)
  }, quota)
}
