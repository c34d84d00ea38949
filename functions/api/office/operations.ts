import type { RouteNameOf } from '../../http/routes.ts'
import type { Operation } from '../operations.ts'

export type OfficeName = Extract<RouteNameOf<'api'>, `office${string}`>

/** What the document says of the back offices' calls. 401, 403 and 429 are said of each of them. */
export const OFFICE_OPERATIONS: Readonly<Record<OfficeName, Operation>> = {
  officeSelf: {
    summary: 'Who this key is, and what it may do', scope: 'any',
    answers: { 200: { description: 'Integrator and key.', schema: 'Self' } }, problems: [],
  },
  officeRotation: {
    summary: 'A new key in the place of this one, which holds on for a while', scope: 'any', body: 'Rotation',
    description: 'The new key has the scopes of this one.',
    answers: { 201: { description: 'Store it at once.', schema: 'NewKey' } }, problems: [400, 413, 415],
  },
}
