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
export const issueKey = async ({ integrator, scopes, endsAt, madeWith }: Pick<ApiKey, 'integrator' | 'scopes' | 'endsAt' | 'madeWith'>, deps: Needs): Promise<NewKey> => {
  const [id, secret] = [deps.ids.code(8), deps.ids.token() + deps.ids.token()]
  const key: ApiKey = { id, integrator, scopes, hash: sha256(secret), createdAt: civilTime(deps.clock()), ...(endsAt !== undefined && { endsAt }), ...(madeWith !== undefined && { madeWith }) }
  await deps.integrators.addKey(key)
  return { key, text: `dvc_${integrator}.${id}.${secret}` }
}

const isOver = ({ endsAt }: ApiKey, now: Date): boolean => endsAt !== undefined && Date.parse(endsAt) <= now.getTime()

/**
 * A new key with the same scopes and the same end, if it has one: nobody lengthens a key's life with that key. The old one
 * holds on for the overlap, so that nothing stands still meanwhile. The operator rotates at any time and owes nothing to the old key.
 */
export const rotateKey = async (old: ApiKey, overlapHours: number, deps: Needs): Promise<NewKey> => {
  const { madeWith: _parent, ...like } = old
  const made = await issueKey(like, deps)
  await deps.integrators.endKey(old, civilTime(new Date(deps.clock().getTime() + overlapHours * 3_600_000)))
  return made
}

/** A rotation that the key itself asks for: what it makes ends with it when it is revoked, be it at this very moment. */
export const rotateOwnKey = async (own: ApiKey, overlapHours: number, deps: Needs): Promise<NewKey> => {
  const made = await issueKey({ ...own, madeWith: own.id }, deps)
  const fresh = await deps.integrators.key(own.integrator, own.id)
  if (!fresh || isOver(fresh, deps.clock())) {
    await deps.integrators.endKey(made.key, civilTime(deps.clock()))
    throw new AppError('key-wrong')
  }
  await deps.integrators.endKey(own, civilTime(new Date(deps.clock().getTime() + overlapHours * 3_600_000)))
  return made
}

/** The key, and whatever was made with it, and with that. */
const withDescendants = (key: ApiKey, all: readonly ApiKey[]): readonly ApiKey[] =>
  [key, ...all.filter(({ madeWith }) => madeWith === key.id).flatMap((child) => withDescendants(child, all))]

/**
 * From now on it opens nothing, nor does any key that was made with it: whoever stole it may have made one. The key goes first,
 * so that a rotation under way either is seen here or sees its end.
 */
export const revokeKey = async (key: ApiKey, deps: Needs): Promise<readonly ApiKey[]> => {
  const now = civilTime(deps.clock())
  await deps.integrators.endKey(key, now)
  const [, ...along] = withDescendants(key, await deps.integrators.keysOf(key.integrator))
  for (const one of along) await deps.integrators.endKey(one, now)
  return along
}

export type Caller = { readonly integrator: Integrator; readonly key: ApiKey }

const sameHash = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Who calls, by the text of a key; unknown, forged, ended and revoked are one answer. */
export const identify = async (text: string, deps: Pick<Deps, 'integrators' | 'clock'>): Promise<Caller> => {
  const [, name = '', id = '', secret = ''] = TEXT.exec(text) ?? []
  if (secret === '') throw new AppError('key-wrong')
  const [integrator, key] = await Promise.all([deps.integrators.integrator(name), deps.integrators.key(name, id)])
  if (!integrator || !key || isOver(key, deps.clock()) || !sameHash(key.hash, sha256(secret))) throw new AppError('key-wrong')
  return { integrator, key }
}

/** Refuses a call that the key was not made for. */
export const requireScope = ({ key }: Caller, scope: Scope): void => {
  if (!key.scopes.includes(scope)) throw new AppError('scope-missing', { scope })
}

/** What is left of this minute; `left` below 0: too many. */
export type Quota = { readonly limit: number; readonly left: number; readonly resetSeconds: number }

/** Counts one call. Windows are clock minutes: simple, and told in every answer. */
export const countCall = async ({ integrator }: Caller, deps: Pick<Deps, 'integrators' | 'clock'>): Promise<Quota> => {
  const now = deps.clock()
  const count = await deps.integrators.countCall(integrator.id, now.toISOString().slice(0, 16))
  return { limit: integrator.perMinute, left: integrator.perMinute - count, resetSeconds: 60 - now.getUTCSeconds() }
}
