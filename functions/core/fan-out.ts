import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { DossierEvent } from './dossier.ts'
import { covers } from './integrator.ts'
import { payloadOf, type Endpoint, type Message } from './webhook.ts'

type Needs = Pick<Deps, 'integrators' | 'webhooks' | 'clock'>
export type About = { readonly agency: string; readonly procedure: string }

/** A message that waits from now on. */
export const messageFor = (endpoint: Endpoint, event: DossierEvent, about: About, now: Date): Message => ({
  endpoint: endpoint.id, integrator: endpoint.integrator, dossierId: event.dossierId, seq: event.seq, id: event.id, type: event.type,
  body: payloadOf(event, about, endpoint), state: 'waiting', attempts: 0, nextAt: civilTime(now), since: civilTime(now), version: 1,
})

/** Endpoints that were granted this dossier, stopped ones too: what happens meanwhile waits for them, or can be replayed. */
const listening = async (about: About, deps: Needs): Promise<readonly Endpoint[]> => {
  const endpoints = await deps.webhooks.endpoints()
  if (endpoints.length === 0) return []
  const granted = new Set((await deps.integrators.integrators()).filter((one) => covers(one, about)).map(({ id }) => id))
  return endpoints.filter(({ integrator }) => granted.has(integrator))
}

/** Lays each event ready for every endpoint that wants it. Repeats are harmless: a message is known by endpoint and event. */
export const fanOut = async (events: readonly DossierEvent[], about: About, deps: Needs): Promise<void> => {
  if (events.length === 0) return
  const endpoints = await listening(about, deps)
  for (const event of events)
    for (const endpoint of endpoints)
      if (endpoint.types.length === 0 || endpoint.types.includes(event.type)) await deps.webhooks.addMessage(messageFor(endpoint, event, about, deps.clock()))
}
