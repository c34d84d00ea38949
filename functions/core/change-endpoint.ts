import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import type { Endpoint } from './webhook.ts'
import { writeAgain } from './write-again.ts'

type Named = Pick<Endpoint, 'integrator' | 'id'>
type Needs = Pick<Deps, 'webhooks'>

/** The integrator's own endpoint. */
export const ownEndpoint = async (integrator: string, id: string, deps: Needs): Promise<Endpoint> => {
  const found = await deps.webhooks.endpoint(integrator, id)
  if (!found) throw new AppError('endpoint-not-found')
  return found
}

/** Changes what is there now, again where somebody else was faster: nothing that another has written is lost. `change` is pure. */
export const updateEndpoint = ({ integrator, id }: Named, change: (found: Endpoint) => Endpoint, deps: Needs): Promise<Endpoint> => writeAgain(async () => {
  const found = await ownEndpoint(integrator, id, deps)
  const next = { ...change(found), version: found.version + 1 }
  await deps.webhooks.saveEndpoint(next, found.version)
  return next
}, 'the endpoint is being changed over and over')

/** Nothing is sent there until its integrator resumes it. */
export const stopEndpoint = (endpoint: Named, deps: Needs): Promise<Endpoint> => updateEndpoint(endpoint, (found) => ({ ...found, active: false }), deps)
