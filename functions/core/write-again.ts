import { ConditionFailed, Unavailable } from './ports.ts'

/** Others are few: a delivery, a rotation, another tab, a second publish. */
const TRIES = 10

/** Reads, changes and writes anew wherever somebody else was faster. `run` does all three; `busy`: what is said when they always were. */
export const writeAgain = async <Done>(run: () => Promise<Done>, busy: string): Promise<Done> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new Unavailable(busy)
}
