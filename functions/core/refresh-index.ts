import { buildIndex } from '../../forms/engine/catalogue-index.ts'
import { sha256 } from './canonical.ts'
import type { Deps } from './deps.ts'
import { writeAgain } from './write-again.ts'

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
export const refreshIndex = (deps: Pick<Deps, 'procedures'>): Promise<void> => writeAgain(() => attempt(deps), 'the index of the catalogue is being made by too many at once')
