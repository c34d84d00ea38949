import { rotateOwnKey } from '../../core/api-keys.ts'
import type { ApiKey } from '../../core/integrator.ts'
import { json } from '../../http/respond.ts'
import type { OfficeCall } from './office-call.ts'
import { readOverlap } from './read-overlap.ts'

const tellKey = ({ id, scopes, createdAt, endsAt }: ApiKey) => ({ id, scopes, createdAt, ...(endsAt !== undefined && { endsAt }) })

/** Who this key is. */
export const self: OfficeCall = async (_request, _site, { integrator, key }) => json({ integrator, key: tellKey(key) })

/** A new key in the place of the one that calls. */
export const rotation: OfficeCall = async (request, site, { key }) => {
  const made = await rotateOwnKey(key, readOverlap(request), site.deps)
  return json({ key: tellKey(made.key), text: made.text }, 201)
}
