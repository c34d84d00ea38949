import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import { ConditionFailed, Unavailable } from './ports.ts'
import type { Endpoint } from './webhook.ts'

type Named = Pick<Endpoint, 'integrator' | 'id'>
type Needs = Pick<Deps, 'webhooks'>

/** Others write at the same time: a delivery that is told to stop, a rotation, an operator. */
const TRIES = 8

/** The integrator's own endpoint. */
export const ownEndpoint = async (integrator: string, id: string, deps: Needs): Promise<Endpoint> => {
  const found = await deps.webhooks.endpoint(integrator, id)
  if (!found) throw new AppError('endpoint-not-found')
  return found
}

/** Changes what is there now, again where somebody else was faster: nothing that another has written is lost. `change` is pure. */
export const updateEndpoint = async ({ integrator, id }: Named, change: (found: Endpoint) => Endpoint, deps: Needs): Promise<Endpoint> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await ownEndpoint(integrator, id, deps)
    const next = { ...change(found), version: found.version + 1 }
    try {
      await deps.webhooks.saveEndpoint(next, found.version)
      return next
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new Unavailable('the endpoint is being changed over and over')
}

/** Nothing is sent there until its integrator resumes it. */
export const stopEndpoint = (endpoint: Named, deps: Needs): Promise<Endpoint> => updateEndpoint(endpoint, (found) => ({ ...found, active: false }), deps)
