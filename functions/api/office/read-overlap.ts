import { AppError, refuseValue } from '../../core/errors.ts'
import { MOST_OVERLAP_HOURS } from '../../core/manage-integrators.ts'
import { readJson } from '../../http/read-body.ts'
import type { Request } from '../../http/request.ts'

/** Hours that the old key or secret holds on for, out of the body of a rotation; a day unless told. */
export const readOverlap = (request: Request): number => {
  const { overlapHours = 24, ...rest } = readJson(request)
  const field = Object.keys(rest)[0]
  if (field !== undefined) throw new AppError('unknown-field', { field: field.slice(0, 100) })
  if (typeof overlapHours === 'number' && Number.isInteger(overlapHours) && overlapHours >= 0 && overlapHours <= MOST_OVERLAP_HOURS) return overlapHours
  return refuseValue('overlapHours', `0-${MOST_OVERLAP_HOURS}`)
}
