import { describe, expect, it } from 'vitest'
import type { DossierStore } from '../../functions/core/ports.ts'
import { expectedHandlingStrikes, simulateHandling } from './handling-simulation.ts'
import { memoryDossierStore } from './memory-dossiers.ts'

const NOTHING = { lost: 0, doubled: 0, differing: 0, refusedThoughDone: 0, brokenChains: 0, unheard: 0 }

const misses = async (dossiers: number, change: (store: DossierStore) => Partial<DossierStore>): Promise<number> => {
  const { lost, doubled, differing, refusedThoughDone, brokenChains, unheard } = await simulateHandling(dossiers, 7, () => {
    const store = memoryDossierStore()
    return { ...store, ...change(store) }
  })
  return lost + doubled + differing + refusedThoughDone + brokenChains + unheard
}

describe('the simulation of the life-cycle', () => {
  it('finds each step told once and each chain whole, and strikes every call in every way', async () => {
    const done = await simulateHandling(400, 7)
    expect(done).toMatchObject(NOTHING)
    expect(expectedHandlingStrikes().filter((place) => !done.struck.has(place))).toEqual([])
    expect(done.steps).toBeGreaterThan(2_000)
  })
  it('does the same twice with the same seed', async () => {
    expect(await simulateHandling(40, 11)).toEqual(await simulateHandling(40, 11))
  })
  it('notices a store whose saves do not look at the revision', async () => {
    expect(await misses(100, (store) => ({ save: async (dossier) => { const now = await store.find(dossier.id); await store.save(dossier, now?.revision ?? 0) } }))).toBeGreaterThan(0)
  })
  it('notices a store that forgets what was done under which key', async () => {
    expect(await misses(100, (store) => ({ save: (dossier, expected) => store.save(dossier.handling ? { ...dossier, handling: { ...dossier.handling, told: [] } } : dossier, expected) }))).toBeGreaterThan(0)
  })
  it('notices a relay that clears before it has told', async () => {
    await expect(misses(20, () => ({ appendToFeed: async (_about, events) => new Map(events.map(({ id }) => [id, 1])) }))).rejects.toThrow('lost an entry')
  })
})
