import { expect, it } from 'vitest'
import type { Integrator } from '../../../functions/core/integrator.ts'
import { originsFor, registeredOrigins } from '../../../functions/http/allowed-origins.ts'
import { memoryIntegrators } from '../../contracts/memory-integrators.ts'

const A = 'https://a.example'
const integrator = (origins?: readonly string[]): Integrator => ({ id: 'xa-a', name: 'Xã A', agencies: ['H26'], procedures: [], ...(origins && { origins }), perMinute: 600, createdAt: '2026-01-05T09:00:00+07:00' })

/** The register with its readings counted; `fail` is what the next one throws. */
const register = () => {
  const store = memoryIntegrators()
  const told = { reads: 0, fail: false, now: 0 }
  const integrators = { ...store, integrators: async () => { told.reads += 1; if (told.fail) throw new Error('out of reach'); return store.integrators() } }
  return { store, told, read: registeredOrigins({ integrators }, () => told.now) }
}

it('reads the register once in half a minute, and then sees who was taken off', async () => {
  const { store, told, read } = register()
  await store.putIntegrator(integrator([A]))
  expect([await read(), await read()]).toEqual([[A], [A]])
  await store.putIntegrator(integrator())
  told.now = 29_999
  expect([await read(), told.reads]).toEqual([[A], 1])
  told.now = 30_000
  expect([await read(), told.reads]).toEqual([[], 2])
})

it('does not keep a reading that failed', async () => {
  const { store, told, read } = register()
  await store.putIntegrator(integrator([A]))
  told.fail = true
  await expect(read()).rejects.toThrow('out of reach')
  told.fail = false
  expect(await read()).toEqual([A])
})

it.each([['nobody', {}, 0], ['the portal itself', { origin: 'https://portal.example' }, 0], ['a site of the deployment', { origin: 'https://own.example' }, 0], ['another site', { origin: A }, 1]] as const)('asks the register for %s as often as it must', async (_who, headers, reads) => {
  const { told, read } = register()
  await originsFor({ headers, origin: 'https://portal.example' }, { embedOrigins: ['https://own.example'], registeredOrigins: read })
  expect(told.reads).toBe(reads)
})
