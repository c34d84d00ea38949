import type { Caller } from '../../core/api-keys.ts'
import { AppError } from '../../core/errors.ts'
import { MOST_OVERLAP_HOURS } from '../../core/manage-integrators.ts'
import { addEndpoint, changeEndpoint, ownEndpoint, ownEndpoints, replay, rotateSecret, type EndpointData } from '../../core/manage-webhooks.ts'
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

type Body = Readonly<Record<string, unknown>>

const wrong = (field: string, shouldBe: string): never => { throw new AppError('value-wrong', { field, shouldBe }) }

const texts = (value: unknown, field: string): readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : wrong(field, '["…"]')

const readData = (body: Body): EndpointData => {
  const { url, types = [], active = true, ...rest } = body
  const field = Object.keys(rest)[0]
  if (field !== undefined) wrong(field.slice(0, 100), 'url, types, active')
  return { url: typeof url === 'string' ? url : wrong('url', 'https://…'), types: texts(types, 'types'), active: typeof active === 'boolean' ? active : wrong('active', 'true, false') }
}

const tell = ({ id, url, types, active, createdAt, secrets }: Endpoint) => ({ id, url, types, active, createdAt, secrets: secrets.length })

const tellNew = (endpoint: Endpoint) => json({ webhook: tell(endpoint), secret: endpoint.secrets[0]?.text }, 201)

const own = (request: Request, { deps }: Site, { integrator }: Caller): Promise<Endpoint> => ownEndpoint(integrator.id, param(request, 'webhook'), deps)

export const webhooks: OfficeCall = async (request, { deps }, { integrator }) => withEtag(request, json({ webhooks: (await ownEndpoints(integrator.id, deps)).map(tell) }))

export const addWebhook: OfficeCall = async (request, site, { integrator }) => tellNew(await addEndpoint(integrator.id, readData(readJson(request)), site))

export const changeWebhook: OfficeCall = async (request, site, caller) => json(tell(await changeEndpoint(await own(request, site, caller), readData(readJson(request)), site)))

export const webhookRotation: OfficeCall = async (request, site, caller) => {
  const { overlapHours = 24 } = readJson(request)
  if (typeof overlapHours !== 'number' || !Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS) throw new AppError('bad-request')
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
  return wrong('cursor', 'cursor')
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
