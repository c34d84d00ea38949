import { issueKey, rotateKey } from './api-keys.ts'
import { ownEndpoint, stopEndpoint } from './change-endpoint.ts'
import { civilTime, daysLater } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { endIntegrator, revokeAccess, type Ended } from './end-access.ts'
import { refuseValue } from './errors.ts'
import { SCOPES, type ApiKey, type Integrator, type Scope } from './integrator.ts'
import { ownEndpoints } from './manage-webhooks.ts'
import type { Endpoint } from './webhook.ts'

type Needs = Pick<Deps, 'integrators' | 'webhooks' | 'clock' | 'ids'>

/** What an operator may ask for; `dvc integrator` writes it. Hours and days are whole numbers. */
export type AdminRequest =
  /** What is not told stays as it is; a new one needs agencies, and sees all of their procedures. */
  | { readonly op: 'set'; readonly id: string; readonly name?: string; readonly agencies?: readonly string[]; readonly procedures?: readonly string[]; readonly origins?: readonly string[]; readonly perMinute?: number }
  | { readonly op: 'list' }
  | { readonly op: 'key'; readonly id: string; readonly scopes: readonly string[]; readonly days?: number }
  | { readonly op: 'rotate'; readonly id: string; readonly key: string; readonly hours?: number }
  | { readonly op: 'revoke'; readonly id: string; readonly key: string }
  | { readonly op: 'webhooks'; readonly id: string }
  /** One webhook; without it all of the integrator's keys and webhooks. */
  | { readonly op: 'stop'; readonly id: string; readonly webhook?: string }

/** A key without its hash. */
export type ShownKey = Omit<ApiKey, 'hash'>
/** An endpoint without its secrets. */
export type ShownEndpoint = Omit<Endpoint, 'secrets'>

export type AdminAnswer =
  | { readonly kind: 'integrator'; readonly integrator: Integrator }
  | { readonly kind: 'list'; readonly integrators: readonly (Integrator & { readonly keys: readonly ShownKey[] })[] }
  | { readonly kind: 'key'; readonly key: ShownKey; readonly text?: string }
  | { readonly kind: 'webhooks'; readonly webhooks: readonly ShownEndpoint[] }
  | { readonly kind: 'ended'; readonly keys: readonly ShownKey[]; readonly webhooks: readonly ShownEndpoint[] }

export const DEFAULT_PER_MINUTE = 600

const AGENCY = /^(?:[A-Z]\d{2}(?:\.\d{1,3})*|\d{2}\/\d{5})$/

const isWhole = (value: unknown, least: number, most: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** Scheme, host and port, as a browser writes them. One's own machine needs no entry: a sandbox lets it in. */
const isOrigin = (text: string): boolean => text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text

type Wanted = Omit<Integrator, 'createdAt'>

/** The first thing that is wrong with an integrator's data is said, with what it should be. */
const checked = ({ id, name, agencies, procedures, origins = [], perMinute }: Wanted): Wanted => {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(id)) refuseValue('id', 'a-z 0-9 -, 2-31')
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) refuseValue('name', '1-200')
  if (agencies.length === 0 || agencies.length > 20 || !agencies.every((one) => AGENCY.test(one))) refuseValue('agencies', 'H26,01/00004 (1-20)')
  if (procedures.length > 100 || !procedures.every((one) => /^\d\.\d{6}$/.test(one))) refuseValue('procedures', '1.001193,… (0-100)')
  if (origins.length > 20 || !origins.every(isOrigin)) refuseValue('origins', 'https://phuong-a.example.gov.vn,… (0-20)')
  if (!isWhole(perMinute, 1, 100_000)) refuseValue('per-minute', '1-100000')
  return { id, name: name.trim(), agencies: [...new Set(agencies)], procedures: [...new Set(procedures)], origins: [...new Set(origins)], perMinute }
}

const known = async (id: string, deps: Needs): Promise<Integrator> => (await deps.integrators.integrator(id)) ?? refuseValue('id', 'dvc integrator list')

const knownKey = async (id: string, key: string, deps: Needs): Promise<ApiKey> => (await deps.integrators.key(id, key)) ?? refuseValue('key', 'dvc integrator list')

const shown = ({ hash: _secret, ...key }: ApiKey): ShownKey => key

const shownEndpoint = ({ secrets: _secrets, ...endpoint }: Endpoint): ShownEndpoint => endpoint

const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text)

const set = async ({ op: _op, ...given }: Extract<AdminRequest, { op: 'set' }>, deps: Needs): Promise<AdminAnswer> => {
  const before = await deps.integrators.integrator(given.id)
  const wanted = checked({ name: given.id, agencies: [], procedures: [], perMinute: DEFAULT_PER_MINUTE, ...before, ...given })
  const integrator = { ...wanted, createdAt: before?.createdAt ?? civilTime(deps.clock()) }
  await deps.integrators.putIntegrator(integrator)
  return { kind: 'integrator', integrator }
}

const list = async (deps: Needs): Promise<AdminAnswer> => {
  const integrators = await deps.integrators.integrators()
  return { kind: 'list', integrators: await Promise.all(integrators.map(async (one) => ({ ...one, keys: (await deps.integrators.keysOf(one.id)).map(shown) }))) }
}

const makeKey = async ({ id, scopes, days }: Extract<AdminRequest, { op: 'key' }>, deps: Needs): Promise<AdminAnswer> => {
  const { id: integrator } = await known(id, deps)
  const wanted = scopes.filter(isScope)
  if (wanted.length === 0 || wanted.length !== scopes.length) refuseValue('scopes', SCOPES.join(','))
  if (days !== undefined && !isWhole(days, 1, 3650)) refuseValue('days', '1-3650')
  const { key, text } = await issueKey({ integrator, scopes: wanted, ...(days !== undefined && { naturalEnd: daysLater(deps.clock(), days) }) }, deps)
  return { kind: 'key', key: shown(key), text }
}

/** Longest overlap of two keys: a week is enough to deploy anything. */
export const MOST_OVERLAP_HOURS = 168

const rotate = async ({ id, key, hours = 24 }: Extract<AdminRequest, { op: 'rotate' }>, deps: Needs): Promise<AdminAnswer> => {
  if (!isWhole(hours, 0, MOST_OVERLAP_HOURS)) refuseValue('hours', `0-${MOST_OVERLAP_HOURS}`)
  const made = await rotateKey(await knownKey(id, key, deps), hours, deps)
  return { kind: 'key', key: shown(made.key), text: made.text }
}

const toldEnd = ({ keys, endpoints }: Ended): AdminAnswer => ({ kind: 'ended', keys: keys.map(shown), webhooks: endpoints.map(shownEndpoint) })

const webhooks = async ({ id }: Extract<AdminRequest, { op: 'webhooks' }>, deps: Needs): Promise<AdminAnswer> =>
  ({ kind: 'webhooks', webhooks: (await ownEndpoints((await known(id, deps)).id, deps)).map(shownEndpoint) })

const stop = async ({ id, webhook }: Extract<AdminRequest, { op: 'stop' }>, deps: Needs): Promise<AdminAnswer> => {
  const { id: integrator } = await known(id, deps)
  if (webhook === undefined) return toldEnd(await endIntegrator(integrator, deps))
  return toldEnd({ keys: [], endpoints: [await stopEndpoint(await ownEndpoint(integrator, webhook, deps), deps)] })
}

/** Registers integrators, makes, rotates and revokes their keys, and ends what was made with those. Whoever may reach this is the operator of the portal. */
export const manageIntegrators = async (request: AdminRequest, deps: Needs): Promise<AdminAnswer> => {
  switch (request.op) {
    case 'set': return set(request, deps)
    case 'list': return list(deps)
    case 'key': return makeKey(request, deps)
    case 'rotate': return rotate(request, deps)
    case 'revoke': return toldEnd(await revokeAccess(await knownKey(request.id, request.key, deps), deps))
    case 'webhooks': return webhooks(request, deps)
    case 'stop': return stop(request, deps)
  }
}
