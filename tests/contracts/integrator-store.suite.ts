import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiKey, Integrator } from '../../functions/core/integrator.ts'
import { ConditionFailed, type IntegratorStore } from '../../functions/core/ports.ts'

const AT = '2026-07-14T08:00:00+07:00'
const integrator = (id: string, given: Partial<Integrator> = {}): Integrator => ({ id, name: 'Phường A', agencies: ['H26'], procedures: [], perMinute: 600, createdAt: AT, ...given })
const apiKey = (integratorId: string, id: string, given: Partial<ApiKey> = {}): ApiKey => ({ id, integrator: integratorId, hash: 'f'.repeat(64), scopes: ['read'], createdAt: AT, ...given })

/** What every IntegratorStore promises; `make` gives an empty one. */
export const integratorStoreSuite = (name: string, make: () => Promise<IntegratorStore>): void => { describe(`IntegratorStore on ${name}`, () => {
  let store: IntegratorStore
  beforeAll(async () => { store = await make() })

  it('gives back what was put, the newest in the place of the one before, and lists all in order', async () => {
    for (const one of [integrator('xa-b'), integrator('xa-a'), integrator('xa-b', { perMinute: 5, procedures: ['1.001193'] })]) await store.putIntegrator(one)
    expect(await store.integrator('xa-b')).toEqual(integrator('xa-b', { perMinute: 5, procedures: ['1.001193'] }))
    expect((await store.integrators()).map(({ id }) => id)).toEqual(['xa-a', 'xa-b'])
    expect(await store.integrator('xa-c')).toBeUndefined()
  })
  it('adds a key once, finds it under its integrator alone, and lists them', async () => {
    await store.addKey(apiKey('xa-a', 'AAAA2222'))
    await expect(store.addKey(apiKey('xa-a', 'AAAA2222', { hash: '0'.repeat(64) }))).rejects.toBeInstanceOf(ConditionFailed)
    expect(await store.key('xa-a', 'AAAA2222')).toEqual(apiKey('xa-a', 'AAAA2222'))
    expect(await store.key('xa-b', 'AAAA2222')).toBeUndefined()
    await store.addKey(apiKey('xa-a', 'BBBB2222'))
    expect((await store.keysOf('xa-a')).map(({ id }) => id)).toEqual(['AAAA2222', 'BBBB2222'])
    expect(await store.keysOf('xa-b')).toEqual([])
  })
  it('moves the end of a key nearer and never further, and makes none by ending it', async () => {
    const key = apiKey('xa-a', 'CCCC2222')
    await store.addKey(key)
    for (const at of ['2026-07-20T08:00:00+07:00', '2026-07-15T08:00:00+07:00', '2026-07-18T08:00:00+07:00', '2026-07-15T08:00:00+07:00']) await store.endKey(key, at)
    expect(await store.key('xa-a', 'CCCC2222')).toEqual({ ...key, endsAt: '2026-07-15T08:00:00+07:00' })
    await store.endKey({ integrator: 'xa-a', id: 'NONE2222' }, AT)
    expect(await store.key('xa-a', 'NONE2222')).toBeUndefined()
  })
  it('counts calls by integrator and minute, each once under concurrency', async () => {
    const id = `i${randomUUID()}`
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.countCall(id, '2026-07-14T01:00')))
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1))
    expect(await store.countCall(id, '2026-07-14T01:01')).toBe(1)
  })
}) }
