import { timingSafeEqual } from 'node:crypto'
import { sha256 } from './canonical.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import type { ApiKey, Integrator, Scope } from './integrator.ts'

type Needs = Pick<Deps, 'integrators' | 'clock' | 'ids'>

const hoursLater = (now: Date, hours: number): string => civilTime(new Date(now.getTime() + hours * 3_600_000))

/** `dvc_<integrator>.<key id>.<secret>`: the prefix lets scanners of leaked secrets know it. */
const TEXT = /^dvc_([a-z][a-z0-9-]{1,30})\.([A-Z2-9]{8})\.([\w-]{44})$/

/** A key in the moment that it is made: `text` is shown now and never again. */
export type NewKey = { readonly key: ApiKey; readonly text: string }

/** Makes and stores a key. `naturalEnd`: absent, it holds until it is revoked. */
export const issueKey = async ({ integrator, scopes, naturalEnd, madeWith }: Pick<ApiKey, 'integrator' | 'scopes' | 'naturalEnd' | 'madeWith'>, deps: Needs): Promise<NewKey> => {
  const [id, secret] = [deps.ids.code(8), deps.ids.token() + deps.ids.token()]
  const key: ApiKey = { id, integrator, scopes, hash: sha256(secret), createdAt: civilTime(deps.clock()), ...(madeWith !== undefined && { madeWith }), ...(naturalEnd !== undefined && { naturalEnd, endsAt: naturalEnd }) }
  await deps.integrators.addKey(key)
  return { key, text: `dvc_${integrator}.${id}.${secret}` }
}

/**
 * A new key with the same scopes and the same natural end, if it has one: nobody lengthens a key's life with that key. The old
 * one holds on for the overlap, so that nothing stands still meanwhile. This is the operator's: the new key is nobody's descendant.
 */
export const rotateKey = async (old: ApiKey, overlapHours: number, deps: Needs): Promise<NewKey> => {
  const { madeWith: _maker, ...like } = old
  const made = await issueKey(like, deps)
  await deps.integrators.endKey(old, hoursLater(deps.clock(), overlapHours))
  return made
}

const isOver = ({ endsAt }: ApiKey, now: Date): boolean => endsAt !== undefined && Date.parse(endsAt) <= now.getTime()

/** A key that rotates itself holds on for this long at least: the answer may be lost on its way, and who has no key cannot ask again. */
const LEAST_OVERLAP_HOURS = 5 / 60

/**
 * The same by the key itself. Asked again, it was because the answer was lost: what was made then ends. A revocation that comes
 * in between has not seen the new key; it has ended the old one, and the new one ends here.
 */
export const rotateOwnKey = async (old: ApiKey, overlapHours: number, deps: Needs): Promise<NewKey> => {
  const [, ...lost] = await withDescendants(old, deps)
  const made = await issueKey({ ...old, madeWith: old.id }, deps)
  await endKeys(lost, civilTime(deps.clock()), deps)
  const before = await deps.integrators.key(old.integrator, old.id)
  if (!before || isOver(before, deps.clock())) {
    await deps.integrators.endKey(made.key, civilTime(deps.clock()))
    throw new AppError('key-wrong')
  }
  await deps.integrators.endKey(old, hoursLater(deps.clock(), Math.max(overlapHours, LEAST_OVERLAP_HOURS)))
  return made
}

/** The key, first, and all that was made with it, whoever's hands it was in. */
const withDescendants = async (key: ApiKey, deps: Needs): Promise<readonly ApiKey[]> => {
  const { integrator, id } = key
  const keys = await deps.integrators.keysOf(integrator)
  const ids = new Set([id])
  // Whatever order they are listed in: again until nobody joins.
  for (let before = 0; before < ids.size;) {
    before = ids.size
    for (const { id: own, madeWith } of keys) if (madeWith !== undefined && ids.has(madeWith)) ids.add(own)
  }
  return [key, ...keys.filter((one) => one.id !== id && ids.has(one.id))]
}

/** Ends each, and gives them back as they are now. */
export const endKeys = async (keys: readonly ApiKey[], at: string, deps: Pick<Deps, 'integrators'>): Promise<readonly ApiKey[]> => {
  for (const key of keys) await deps.integrators.endKey(key, at)
  return keys.map((key) => ({ ...key, endsAt: key.endsAt !== undefined && key.endsAt < at ? key.endsAt : at }))
}

/** From now on it opens nothing, nor does any key that was made with it. */
export const revokeKey = async (key: ApiKey, deps: Needs): Promise<readonly ApiKey[]> => {
  const now = civilTime(deps.clock())
  // This one first: a rotation that is under way looks at it.
  await deps.integrators.endKey(key, now)
  const all = await withDescendants(key, deps)
  return endKeys(all, now, deps)
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
