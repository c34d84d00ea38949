import { PAPERS_PAGE, REVIEW_PAGE } from '../../forms/engine/pages.ts'
import { removeAttachment, uploadThroughForm } from '../core/attach-file.ts'
import { openDraft } from '../core/open-draft.ts'
import { reachPage } from '../core/reached.ts'
import type { PostedForm } from '../http/limits.ts'
import { valueOf } from '../http/read-body.ts'
import type { Response } from '../http/respond.ts'
import { draftCookie } from './draft-cookie.ts'
import { issuesOf, journeyIssues, type Journey } from './journey.ts'
import { goOn } from './next-page.ts'
import { papersPage } from './papers-page.ts'
import { takeFiles } from './take-files.ts'
import { goTo, type Visit } from './visit.ts'

/**
 * The papers page without scripts: files come along with any button, so that a picked one is never lost.
 * `_intent`: `upload`, `remove:<attachment id>` (or its pointer), `save`, `next`.
 */
export const postPapers = async (visit: Visit, journey: Journey, { entries, files }: PostedForm): Promise<Response> => {
  const intent = valueOf(entries, '_intent')
  const holder = { id: journey.dossier.id, token: journey.token }
  if (intent.startsWith('remove:')) await removeAttachment({ ...holder, attachment: intent.split(/[:/]/).at(-1) ?? '' }, visit.site.deps)
  const refused = await takeFiles(files, (file) => uploadThroughForm({ ...holder, ...file }, visit.site.deps))
  const fresh = { ...journey, dossier: await openDraft(holder, visit.site.deps) }
  if (refused.length > 0) return papersPage(visit, fresh, { issues: refused, status: 422 })
  if (intent === 'save') return goOn(visit, fresh, { outcome: 'save', nextSlug: '' })
  if (intent !== 'next') return goTo(visit, `/ho-so/${holder.id}/${PAPERS_PAGE.slug}`, [draftCookie(visit.request, holder)])
  const wrong = issuesOf(fresh.procedure.form.sections, journeyIssues(fresh, visit.site), PAPERS_PAGE.slug).filter(({ severity }) => severity !== 'warning')
  if (wrong.length > 0) return papersPage(visit, fresh, { issues: wrong, status: 422 })
  const passed = { ...fresh, dossier: await reachPage(holder, REVIEW_PAGE.slug, visit.site.deps) }
  return goOn(visit, passed, { outcome: 'next', nextSlug: REVIEW_PAGE.slug })
}
