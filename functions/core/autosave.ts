import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import { savePage, type PagePost } from './save-section.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'lists' | 'settings'>

/** Keeps what is half typed, without the page's leaving it; the time is shown beside the button. A second tab's words win over it. */
export const autosave = async (post: PagePost, deps: Needs): Promise<{ readonly savedAt: string }> => {
  const entries = [...post.entries.filter(([name]) => name !== '_intent'), ['_intent', 'autosave'] as const]
  const { kind, dossier } = await savePage({ ...post, entries }, deps)
  if (kind === 'conflict') throw new AppError('edit-conflict')
  return { savedAt: dossier.updatedAt }
}
