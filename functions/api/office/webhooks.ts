import { requireScope, type Caller } from '../../core/api-keys.ts'
import { civilTime } from '../../core/civil-time.ts'
import { refuseValue } from '../../core/errors.ts'
import { ownEndpoint } from '../../core/change-endpoint.ts'
import { addEndpoint, changeEndpoint, ownEndpoints, replay, rotateSecret, type EndpointData } from '../../core/manage-webhooks.ts'
import type { DeadPosition } from '../../core/ports.ts'
import type { Endpoint, Message } from '../../core/webhook.ts'
import { withEtag } from '../../http/conditional.ts'
import { readJson } from '../../http/read-body.ts'
import type { Request } from '../../http/request.ts'
import { json } from '../../http/respond.ts'
import type { Site } from '../../http/site.ts'
import { param } from '../call.ts'
import { PAGES, readLimit } from '../query.ts'
import type { OfficeCall } from './office-call.ts'
import { readOverlap } from './read-overlap.ts'

type Body = Readonly<Record<string, unknown>>

const texts = (value: unknown, field: string): readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : refuseValue(field, '["…"]')

const flag = (value: unknown, field: string): boolean => (typeof value === 'boolean' ? value : refuseValue(field, 'true, false'))

const readData = (body: Body): EndpointData => {
  const { url, types = [], active = true, texts: granted, ...rest } = body
  const field = Object.keys(rest)[0]
  if (field !== undefined) refuseValue(field.slice(0, 100), 'url, types, active, texts')
  return {
    url: typeof url === 'string' ? url : refuseValue('url', 'https://…'), types: texts(types, 'types'), active: flag(active, 'active'),
    ...(granted !== undefined && { texts: flag(granted, 'texts') }),
  }
}

const tell = ({ id, url, types, active, texts: granted, createdAt, secrets }: Endpoint) => ({ id, url, types, active, texts: granted, createdAt, secrets: secrets.length })

const tellNew = (endpoint: Endpoint) => json({ webhook: tell(endpoint), secret: endpoint.secrets[0]?.text }, 201)

const own = (request: Request, { deps }: Site, { integrator }: Caller): Promise<Endpoint> => ownEndpoint(integrator.id, param(request, 'webhook'), deps)

export const webhooks: OfficeCall = async (request, { deps }, { integrator }) => withEtag(request, json({ webhooks: (await ownEndpoints(integrator.id, deps)).map(tell) }))

/** Nobody is given by an endpoint what the own key does not open. */
const checkGrant = ({ texts: granted }: { readonly texts?: boolean }, caller: Caller): void => { if (granted === true) requireScope(caller, 'answers') }

export const addWebhook: OfficeCall = async (request, site, caller) => {
  const data = readData(readJson(request))
  checkGrant(data, caller)
  return tellNew(await addEndpoint(caller.key, data, site))
}

export const changeWebhook: OfficeCall = async (request, site, caller) => {
  const before = await own(request, site, caller)
  checkGrant(before, caller)
  return json(tell(await changeEndpoint(before, { ...readData(readJson(request)), by: caller.key.id }, site)))
}

/** Its messages that are not through are not sent any more. */
export const removeWebhook: OfficeCall = async (request, site, caller) => {
  await site.deps.webhooks.removeEndpoint(await own(request, site, caller), civilTime(site.deps.clock()))
  return { status: 204, headers: { 'cache-control': 'no-store' } }
}

export const webhookRotation: OfficeCall = async (request, site, caller) => {
  const overlapHours = readOverlap(request)
  return tellNew(await rotateSecret(await own(request, site, caller), overlapHours, site.deps))
}

const tellDead = ({ id, type, dossierId, seq, attempts, since, nextAt, lastError }: Message) =>
  ({ id, type, dossierId, index: seq, attempts, since, endedAt: nextAt, ...(lastError !== undefined && { lastError }) })

const writeCursor = ({ nextAt, dossierId, seq }: Message): string => Buffer.from(JSON.stringify([nextAt, dossierId, seq])).toString('base64url')

const readCursor = (cursor: string | undefined): DeadPosition | undefined => {
  if (cursor === undefined) return undefined
  try {
    const [nextAt, dossierId, seq]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof nextAt === 'string' && nextAt !== '' && typeof dossierId === 'string' && /^[\w-]{1,60}$/.test(dossierId) && typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0) return { nextAt, dossierId, seq }
  } catch { /* said below */ }
  return refuseValue('cursor', 'cursor')
}

/** One more than is shown tells whether there is another page. */
export const deadLetters: OfficeCall = async (request, site, caller) => {
  const [limit, after] = [readLimit(request.query, PAGES.officeDeadLetters), readCursor(request.query['cursor'])]
  const found = await site.deps.webhooks.dead((await own(request, site, caller)).id, limit + 1, after)
  const last = found.length > limit ? found[limit - 1] : undefined
  return json({ messages: found.slice(0, limit).map(tellDead), ...(last && { cursor: writeCursor(last) }) })
}

export const replayEvents: OfficeCall = async (request, site, caller) => {
  const messages = await replay(await own(request, site, caller), texts(readJson(request)['ids'], 'ids'), site.deps, site.sandbox ? { integrator: caller.integrator, dossiers: site.deps.dossiers } : undefined)
  return json({ ids: messages.map(({ id }) => id) })
}
