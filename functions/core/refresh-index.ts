import { buildIndex } from '../../forms/engine/catalogue-index.ts'
import { sha256 } from './canonical.ts'
import type { Deps } from './deps.ts'
import { ConditionFailed, Unavailable } from './ports.ts'

const TRIES = 10

const attempt = async ({ procedures }: Pick<Deps, 'procedures'>): Promise<void> => {
  // The pointer is read before the entries: whoever moves it from here has seen all that was written before it last moved.
  const previous = await procedures.indexPointer()
  const index = buildIndex(await procedures.catalogue())
  const contentHash = sha256(new TextEncoder().encode(JSON.stringify(index)))
  if (previous?.contentHash !== contentHash) await procedures.moveIndex(index, contentHash, previous)
}

/**
 * Makes the index that lists and searches read of the catalogue's entries, which are the truth. Called once after any
 * number of publishes. Several at once lose nothing, and what a crash left out comes in with the next.
 */
export const refreshIndex = async (deps: Pick<Deps, 'procedures'>): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await attempt(deps)
      return
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new Unavailable('the index of the catalogue is being made by too many at once')
}
