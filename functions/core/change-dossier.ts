import type { Json } from '../../forms/index.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { checkHeadSize } from './head-size.ts'
import { writeAgain } from './write-again.ts'

type Change<Told> = {
  /** Reads the head afresh and checks that the caller may see it. */
  readonly read: () => Promise<Dossier>
  /** Pure: the wished state and what to tell the caller; undefined state = nothing to write. */
  readonly change: (dossier: Dossier) => Promise<{ readonly next?: Dossier; readonly told: Told }> | { readonly next?: Dossier; readonly told: Told }
  /** What the caller's own words are, where they go into the head: the largest of them is named if there is no room. */
  readonly sent?: Json
}

/**
 * Read, change, write on condition that nobody wrote in between; else once more from the fresh state.
 * A write whose answer was lost comes back the same way, so `change` must find its own work done and be content.
 */
export const changeDossier = <Told>({ read, change, sent }: Change<Told>, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<Told & { readonly dossier: Dossier }> => writeAgain(async () => {
  const dossier = await read()
  const { next, told } = await change(dossier)
  if (!next) return { ...told, dossier }
  const saved = { ...next, revision: dossier.revision + 1, updatedAt: civilTime(deps.clock()) }
  checkHeadSize(saved, sent)
  await deps.dossiers.save(saved, dossier.revision)
  return { ...told, dossier: saved }
}, 'the dossier changes faster than it can be saved')
