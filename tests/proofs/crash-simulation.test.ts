import { describe, expect, it } from 'vitest'
import type { DossierStore } from '../../functions/core/ports.ts'
import { expectedStrikes, simulate } from './crash-simulation.ts'
import { memoryDossierStore } from './memory-dossiers.ts'

const misses = async (submits: number, makeStore?: () => DossierStore): Promise<number> => {
  const { lost, doubled, differingReceipts, brokenChains, unheard } = await simulate(submits, 7, makeStore)
  return lost + doubled + differingReceipts + brokenChains + unheard
}

const broken = (change: (store: DossierStore) => Partial<DossierStore>) => (): DossierStore => {
  const store = memoryDossierStore()
  return { ...store, ...change(store) }
}

describe('the crash simulation', () => {
  it('finds nothing wrong with our submit and relay, and strikes every call of them in every way', async () => {
    const done = await simulate(3_000, 7)
    expect({ lost: done.lost, doubled: done.doubled, differing: done.differingReceipts, broken: done.brokenChains, unheard: done.unheard }).toEqual({ lost: 0, doubled: 0, differing: 0, broken: 0, unheard: 0 })
    expect(expectedStrikes().filter((place) => !done.struck.has(place))).toEqual([])
    expect(done.quiet).toEqual({ submitWrites: 3, submitReads: 1, relayWrites: 2, events: 1 })
  })
  it('does the same twice with the same seed', async () => {
    expect(await simulate(300, 11)).toEqual(await simulate(300, 11))
  })
  it('notices a store whose saves do not look at the revision', async () => {
    const careless = broken((store) => ({ save: async (dossier) => { const now = await store.find(dossier.id); await store.save(dossier, now?.revision ?? 0) } }))
    expect(await misses(1_000, careless)).toBeGreaterThan(0)
  })
  it('notices a store that creates over what is there', async () => {
    const careless = broken((store) => ({ create: async (dossier) => { const now = await store.find(dossier.id); await (now ? store.save(dossier, now.revision) : store.create(dossier)) } }))
    expect(await misses(1_000, careless)).toBeGreaterThan(0)
  })
  it('notices a counter that repeats itself', async () => {
    const stuck = broken((store) => ({ nextNumber: async (agency, day) => Math.ceil((await store.nextNumber(agency, day)) / 2), claimCode: async () => undefined }))
    expect(await misses(300, stuck)).toBeGreaterThan(0)
  })
  it('notices a relay that clears before it has told', async () => {
    const hasty = broken(() => ({ appendToFeed: async (_about, events) => new Map(events.map(({ id }) => [id, 1])) }))
    await expect(misses(100, hasty)).rejects.toThrow('lost an entry')
  })
  it('notices a feed that an event was left out of', async () => {
    let calls = 0
    const lossy = broken((store) => ({ appendToFeed: async (about, events) => { calls += 1; return calls % 50 === 0 ? new Map(events.map(({ id }) => [id, 1])) : store.appendToFeed(about, events) } }))
    expect(await misses(300, lossy)).toBeGreaterThan(0)
  })
})
