import { pagesFor } from '../../forms/engine/pages.ts'
import { changeDossier } from './change-dossier.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { loadProcedure, type OnlineProcedure } from './load-procedure.ts'
import { openDraft, type Holder } from './open-draft.ts'

/** The head that remembers that the way forward has led to the page `slug`; the same head where it had led as far before. */
export const withReached = (dossier: Dossier, { published, form }: Pick<OnlineProcedure, 'published' | 'form'>, slug: string): Dossier => {
  const slugs = pagesFor(published.record, form, dossier.answers).map((page) => page.slug)
  const before = dossier.reached === undefined ? -1 : slugs.indexOf(dossier.reached)
  return slugs.indexOf(slug) > before ? { ...dossier, reached: slug } : dossier
}

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock'>

/** For a page that is passed without a post of answers (papers that need not be given): written only where it is news. */
export const reachPage = async (holder: Holder, slug: string, deps: Needs): Promise<Dossier> => {
  const { dossier } = await changeDossier({
    read: () => openDraft(holder, deps),
    change: async (draft) => {
      const next = withReached(draft, await loadProcedure(draft.procedure, deps), slug)
      return next === draft ? { told: {} } : { next, told: {} }
    },
  }, deps)
  return dossier
}
