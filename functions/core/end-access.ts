import { endKeys, revokeKey } from './api-keys.ts'
import { stopEndpoint } from './change-endpoint.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { ApiKey } from './integrator.ts'
import { ownEndpoints } from './manage-webhooks.ts'
import type { Endpoint } from './webhook.ts'

type Needs = Pick<Deps, 'integrators' | 'webhooks' | 'clock' | 'ids'>

/** What opens nothing any more, and where nothing is sent any more. */
export type Ended = { readonly keys: readonly ApiKey[]; readonly endpoints: readonly Endpoint[] }

/** A key, the keys that were made with it, and the endpoints that any of them added or changed last. */
export const revokeAccess = async (key: ApiKey, deps: Needs): Promise<Ended> => {
  const keys = await revokeKey(key, deps)
  const ids = new Set(keys.map(({ id }) => id))
  const theirs = (await ownEndpoints(key.integrator, deps)).filter((one) => ids.has(one.key))
  const endpoints: Endpoint[] = []
  for (const one of theirs) endpoints.push(await stopEndpoint(one, deps))
  return { keys, endpoints }
}

/** All of an integrator's keys and endpoints. It stays registered: its name is in the history of dossiers. */
export const endIntegrator = async (integrator: string, deps: Needs): Promise<Ended> => {
  const now = civilTime(deps.clock())
  const keys = await endKeys(await deps.integrators.keysOf(integrator), now, deps)
  const endpoints = await ownEndpoints(integrator, deps)
  for (const one of endpoints) await deps.webhooks.removeEndpoint(one, now)
  return { keys, endpoints }
}
