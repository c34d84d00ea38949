import { rotateOwnKey } from '../../core/api-keys.ts'
import { AppError } from '../../core/errors.ts'
import type { ApiKey } from '../../core/integrator.ts'
import { MOST_OVERLAP_HOURS } from '../../core/manage-integrators.ts'
import { readJson } from '../../http/read-body.ts'
import { json } from '../../http/respond.ts'
import type { OfficeCall } from './office-call.ts'

const tellKey = ({ id, scopes, createdAt, endsAt }: ApiKey) => ({ id, scopes, createdAt, ...(endsAt !== undefined && { endsAt }) })

/** Who this key is. */
export const self: OfficeCall = async (_request, _site, { integrator, key }) => json({ integrator, key: tellKey(key) })

/** A new key in the place of the one that calls. */
export const rotation: OfficeCall = async (request, site, { key }) => {
  const { overlapHours = 24, ...rest } = readJson(request)
  const field = Object.keys(rest)[0]
  if (field !== undefined) throw new AppError('unknown-field', { field: field.slice(0, 100) })
  if (typeof overlapHours !== 'number' || !Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS) throw new AppError('bad-request')
  const made = await rotateOwnKey(key, overlapHours, site.deps)
  return json({ key: tellKey(made.key), text: made.text }, 201)
}
