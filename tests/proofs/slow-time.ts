import { setImmediate as turn } from 'node:timers/promises'
import type { Send } from '../../functions/core/deliver.ts'
import type { Random } from './random.ts'

/** `longest`: milliseconds that the longest run took. `atOnce`: times that a message was sent while it was being sent. */
export type Pace = { longest: number; atOnce: number }

type Paced = { readonly random: Random; now: number }

/** Half of the attempts take a moment, half up to the sender's own limit of ten seconds. */
const takes = (random: Random): number => random.below(random.chance(0.5) ? 10_000 : 500)

/** Simulated time that passes while a target is asked: whoever waits least long goes on first. */
export const slowTime = (world: Paced, pace: Pace) => {
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  const flying = new Set<string>()
  const slowed = (send: Send): Send => async (request) => {
    const id = request.headers['webhook-id'] ?? ''
    if (flying.has(id)) pace.atOnce += 1
    flying.add(id)
    await new Promise<void>((wake) => { waiting.push({ at: world.now + takes(world.random), wake }) })
    return send(request).finally(() => flying.delete(id))
  }
  /** Has these run at once, as processes, until the last of what they began has ended. */
  const pass = async (runs: readonly (() => Promise<unknown>)[]): Promise<readonly PromiseSettledResult<unknown>[]> => {
    const began = world.now
    const open = new Set(runs)
    const ended = Promise.allSettled(runs.map((run) => run().finally(() => { open.delete(run); pace.longest = Math.max(pace.longest, world.now - began) })))
    while (open.size > 0 || waiting.length > 0) {
      await turn()
      const next = waiting.sort((a, b) => a.at - b.at).shift()
      if (next) { world.now = next.at; next.wake() }
    }
    return ended
  }
  return { slowed, pass }
}
