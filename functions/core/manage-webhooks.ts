import { updateEndpoint } from './change-endpoint.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { AppError, refuseValue } from './errors.ts'
import { messageFor } from './fan-out.ts'
import { covers, type ApiKey, type Integrator } from './integrator.ts'
import { newSecret, type Endpoint, type Message } from './webhook.ts'
import { writeAgain } from './write-again.ts'

type Needs = Pick<Deps, 'webhooks' | 'clock' | 'ids'>

/** `texts`: absent, none at the making, and as it was made afterwards. */
export type EndpointData = Pick<Endpoint, 'url' | 'types' | 'active'> & { readonly texts?: boolean }

export const MOST_ENDPOINTS = 5
const MOST_REPLAYED = 100

/** The form of the address; where it leads is checked at every attempt, since names can be pointed elsewhere at any time. */
const checkedUrl = (text: string, { sandbox }: { readonly sandbox: boolean }): string => {
  const url = URL.parse(text)
  if (!url || text.length > 1000 || url.username !== '' || url.password !== '' || url.hash !== '') return refuseValue('url', 'https://…')
  const isOwnMachine = sandbox && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  return url.protocol === 'https:' || isOwnMachine ? url.href : refuseValue('url', 'https://…')
}

const checked = (data: EndpointData, site: { readonly sandbox: boolean }): EndpointData => {
  if (data.types.length > 30 || !data.types.every((type) => /^[a-z]+\.[a-z-]+$/.test(type))) refuseValue('types', 'dossier.submitted, … (0-30)')
  return { ...data, url: checkedUrl(data.url, site), types: [...new Set(data.types)] }
}

export const ownEndpoints = async (integrator: string, deps: Pick<Deps, 'webhooks'>): Promise<readonly Endpoint[]> =>
  (await deps.webhooks.endpoints()).filter((one) => one.integrator === integrator)

/** The key that makes it. */
type Maker = Pick<ApiKey, 'integrator' | 'id'>

const tooMany = (): never => refuseValue('webhooks', `0-${MOST_ENDPOINTS}`)

/** A new endpoint; its secret is shown by the caller, once. */
export const addEndpoint = async ({ integrator, id: key }: Maker, data: EndpointData, { deps, sandbox }: { readonly deps: Needs; readonly sandbox: boolean }): Promise<Endpoint> => {
  const wanted = checked(data, { sandbox })
  const hasMoreThan = async (most: number): Promise<boolean> => (await ownEndpoints(integrator, deps)).length > most
  if (await hasMoreThan(MOST_ENDPOINTS - 1)) tooMany()
  const endpoint: Endpoint = { ...wanted, texts: wanted.texts ?? false, id: deps.ids.code(10), integrator, key, secrets: [{ text: newSecret() }], createdAt: civilTime(deps.clock()), version: 1 }
  await deps.webhooks.addEndpoint(endpoint)
  // Somebody else's may have come in between: counted again, and taken back.
  if (await hasMoreThan(MOST_ENDPOINTS)) {
    await deps.webhooks.removeEndpoint(endpoint, endpoint.createdAt)
    tooMany()
  }
  return endpoint
}

/** `by`: the key that changes it. */
export const changeEndpoint = (before: Endpoint, { by, ...data }: EndpointData & { readonly by: string }, { deps, sandbox }: { readonly deps: Needs; readonly sandbox: boolean }): Promise<Endpoint> => {
  // Messages that lie ready hold what was granted: an endpoint that could lose its grant could be moved elsewhere with them.
  if ((data.texts ?? before.texts) !== before.texts) refuseValue('texts', String(before.texts))
  const wanted = checked(data, { sandbox })
  return updateEndpoint(before, (found) => ({ ...found, ...wanted, key: by }), deps)
}

/** Signatures in one message: each secret was promised its overlap, so none is dropped to make room. */
const MOST_SECRETS = 3

/** Refused while that many still sign: says until when. */
const withRoom = <Kept extends { readonly endsAt: string }>(kept: readonly Kept[]): readonly Kept[] => {
  const first = kept.map(({ endsAt }) => endsAt).sort()[0]
  if (kept.length < MOST_SECRETS || first === undefined) return kept
  throw new AppError('too-many-secrets', { limit: MOST_SECRETS, until: first })
}

/** A new secret signs from now on; the old ones sign along until the overlap is over. */
export const rotateSecret = (before: Endpoint, overlapHours: number, deps: Needs): Promise<Endpoint> => {
  const now = deps.clock()
  const end = civilTime(new Date(now.getTime() + overlapHours * 3_600_000))
  const fresh = { text: newSecret() }
  const kept = ({ secrets }: Endpoint) =>
    secrets.map(({ text, endsAt }) => ({ text, endsAt: endsAt !== undefined && endsAt < end ? endsAt : end })).filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
  return updateEndpoint(before, (found) => ({ ...found, secrets: [fresh, ...withRoom(kept(found))] }), deps)
}

const readEventId = (id: string): { readonly dossierId: string; readonly seq: number } => {
  const [, dossierId, seq] = /^([\da-f-]{36})-(\d{1,8})$/.exec(id) ?? []
  return dossierId !== undefined && seq !== undefined ? { dossierId, seq: Number(seq) } : refuseValue('ids', '<uuid>-<n>')
}

const again = (message: Message, now: string): Message => {
  const { lastError: _old, ...rest } = message
  return { ...rest, state: 'waiting', attempts: 0, nextAt: now, since: now, version: message.version + 1 }
}

/** Whose events may be sent although no message of them is there. */
type AnyOf = Pick<Deps, 'dossiers'> & { readonly integrator: Integrator }

/** A message made from the immutable event: the same id and bytes as any other of it. */
const layAnew = async (endpoint: Endpoint, { dossierId, seq }: { readonly dossierId: string; readonly seq: number }, deps: Needs, anyOf: AnyOf): Promise<Message> => {
  const dossier = await anyOf.dossiers.find(dossierId)
  const about = dossier?.submission && { agency: dossier.submission.agency, procedure: dossier.procedure.code }
  const event = about && (await anyOf.dossiers.events(dossier)).find((one) => one.seq === seq)
  if (!about || !event || !covers(anyOf.integrator, about)) throw new AppError('message-not-found')
  const message = messageFor(endpoint, event, about, deps.clock())
  await deps.webhooks.addMessage(message)
  return message
}

/** An attempt that is under way writes as well: whoever comes second looks again. */
const replayOne = (endpoint: Endpoint, id: string, deps: Needs, anyOf: AnyOf | undefined): Promise<Message> => writeAgain(async () => {
  const { dossierId, seq } = readEventId(id)
  const found = await deps.webhooks.message(endpoint.id, dossierId, seq)
  if (!found && anyOf) return layAnew(endpoint, { dossierId, seq }, deps, anyOf)
  if (!found) throw new AppError('message-not-found')
  const next = again(found, civilTime(deps.clock()))
  await deps.webhooks.saveMessage(next, found.version)
  return next
}, 'the message is being sent over and over')

/**
 * Tries messages again from the beginning, dead or delivered: the same id, the same bytes, three days anew. `anyOf`, in a
 * sandbox: any event of this integrator's dossiers, whether this webhook has had it or not.
 */
export const replay = async (endpoint: Endpoint, ids: readonly string[], deps: Needs, anyOf?: AnyOf): Promise<readonly Message[]> => {
  if (ids.length === 0 || ids.length > MOST_REPLAYED) refuseValue('ids', `1-${MOST_REPLAYED}`)
  ids.forEach(readEventId)
  const messages: Message[] = []
  for (const id of ids) messages.push(await replayOne(endpoint, id, deps, anyOf))
  return messages
}
