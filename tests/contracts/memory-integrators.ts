import type { ApiKey, Integrator } from '../../functions/core/integrator.ts'
import { ConditionFailed, type IntegratorStore } from '../../functions/core/ports.ts'

/** Integrators in memory, for use-case tests; held against the suite of the real store. */
export const memoryIntegrators = (): IntegratorStore => {
  const [integrators, keys, calls] = [new Map<string, Integrator>(), new Map<string, ApiKey>(), new Map<string, number>()]
  const name = (integrator: string, id: string): string => `${integrator} ${id}`
  return {
    integrator: async (id) => integrators.get(id),
    integrators: async () => [...integrators.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    putIntegrator: async (integrator) => { integrators.set(integrator.id, integrator) },
    key: async (integrator, id) => keys.get(name(integrator, id)),
    keysOf: async (integrator) => [...keys.values()].filter((key) => key.integrator === integrator).sort((a, b) => (a.id < b.id ? -1 : 1)),
    addKey: async (key) => {
      if (keys.has(name(key.integrator, key.id))) throw new ConditionFailed('taken')
      keys.set(name(key.integrator, key.id), key)
    },
    endKey: async ({ integrator, id }, at) => {
      const key = keys.get(name(integrator, id))
      if (key && (key.endsAt === undefined || key.endsAt > at)) keys.set(name(integrator, id), { ...key, endsAt: at })
    },
    countCall: async (integrator, minute) => {
      const count = (calls.get(name(integrator, minute)) ?? 0) + 1
      calls.set(name(integrator, minute), count)
      return count
    },
  }
}
