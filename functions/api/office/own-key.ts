import { rotateOwnKey } from '../../core/api-keys.ts'
import { civilTime } from '../../core/civil-time.ts'
import type { ApiKey } from '../../core/integrator.ts'
import { withEtag } from '../../http/conditional.ts'
import { json } from '../../http/respond.ts'
import type { OfficeCall } from './office-call.ts'
import { readOverlap } from './read-overlap.ts'

const tellKey = ({ id, scopes, createdAt, endsAt }: ApiKey) => ({ id, scopes, createdAt, ...(endsAt !== undefined && { endsAt }) })

/** Who this key is, and on a sandbox what time it is there. */
export const self: OfficeCall = async (request, { deps, clock }, { integrator, key }) =>
  withEtag(request, json({ integrator, key: tellKey(key), ...(clock && { sandbox: { now: civilTime(deps.clock()), moved: clock.ahead() !== 0 } }) }))

/** A new key in the place of the one that calls. */
export const rotation: OfficeCall = async (request, site, { key }) => {
  const made = await rotateOwnKey(key, readOverlap(request), site.deps)
  return json({ key: tellKey(made.key), text: made.text }, 201)
}
