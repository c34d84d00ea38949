import { timingSafeEqual } from 'node:crypto'
import { sha256 } from './canonical.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import type { ApiKey, Integrator, Scope } from './integrator.ts'

type Needs = Pick<Deps, 'integrators' | 'clock' | 'ids'>

/** `dvc_<integrator>.<key id>.<secret>`: the prefix lets scanners of leaked secrets know it. */
const TEXT = /^dvc_([a-z][a-z0-9-]{1,30})\.([A-Z2-9]{8})\.([\w-]{44})$/

/** A key in the moment that it is made: `text` is shown now and never again. */
export type NewKey = { readonly key: ApiKey; readonly text: string }

/** Makes and stores a key. `endsAt`: absent, it holds until it is revoked. */
export const issueKey = async ({ integrator, scopes, endsAt }: Pick<ApiKey, 'integrator' | 'scopes' | 'endsAt'>, deps: Needs): Promise<NewKey> => {
  const [id, secret] = [deps.ids.code(8), deps.ids.token() + deps.ids.token()]
  const key: ApiKey = { id, integrator, scopes, hash: sha256(secret), createdAt: civilTime(deps.clock()), ...(endsAt !== undefined && { endsAt }) }
  await deps.integrators.addKey(key)
  return { key, text: `dvc_${integrator}.${id}.${secret}` }
}

/**
 * A new key with the same scopes and the same end, if it has one: nobody lengthens a key's life with that key. The old one
 * holds on for the overlap, so that nothing stands still meanwhile.
 */
export const rotateKey = async (old: ApiKey, overlapHours: number, deps: Needs): Promise<NewKey> => {
  const made = await issueKey(old, deps)
  await deps.integrators.endKey(old, civilTime(new Date(deps.clock().getTime() + overlapHours * 3_600_000)))
  return made
}

/** From now on it opens nothing. */
export const revokeKey = (key: ApiKey, deps: Needs): Promise<void> => deps.integrators.endKey(key, civilTime(deps.clock()))

export type Caller = { readonly integrator: Integrator; readonly key: ApiKey }

const sameHash = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Who calls, by the text of a key; unknown, forged, ended and revoked are one answer. */
export const identify = async (text: string, deps: Pick<Deps, 'integrators' | 'clock'>): Promise<Caller> => {
  const [, name = '', id = '', secret = ''] = TEXT.exec(text) ?? []
  if (secret === '') throw new AppError('key-wrong')
  const [integrator, key] = await Promise.all([deps.integrators.integrator(name), deps.integrators.key(name, id)])
  const isOver = key?.endsAt !== undefined && Date.parse(key.endsAt) <= deps.clock().getTime()
  if (!integrator || !key || isOver || !sameHash(key.hash, sha256(secret))) throw new AppError('key-wrong')
  return { integrator, key }
}

/** Refuses a call that the key was not made for. */
export const requireScope = ({ key }: Caller, scope: Scope): void => {
  if (!key.scopes.includes(scope)) throw new AppError('scope-missing', { scope })
}

/** What people wrote is as personal as the answers. */
export const seesTexts = ({ key }: Caller): boolean => key.scopes.includes('answers')

/** What is left of this minute; `left` below 0: too many. */
export type Quota = { readonly limit: number; readonly left: number; readonly resetSeconds: number }

/** Counts one call. Windows are clock minutes: simple, and told in every answer. */
export const countCall = async ({ integrator }: Caller, deps: Pick<Deps, 'integrators' | 'clock'>): Promise<Quota> => {
  const now = deps.clock()
  const count = await deps.integrators.countCall(integrator.id, now.toISOString().slice(0, 16))
  return { limit: integrator.perMinute, left: integrator.perMinute - count, resetSeconds: 60 - now.getUTCSeconds() }
}
