import { PAPERS_PAGE, REVIEW_PAGE } from '../../forms/engine/pages.ts'
import { translate, type Issue } from '../../forms/index.ts'
import { removeAttachment, uploadThroughForm } from '../core/attach-file.ts'
import { AppError, errorEntry } from '../core/errors.ts'
import { openDraft } from '../core/open-draft.ts'
import { reachPage } from '../core/reached.ts'
import type { PostedForm, UploadedFile } from '../http/limits.ts'
import { valueOf } from '../http/read-body.ts'
import type { Response } from '../http/respond.ts'
import { draftCookie } from './draft-cookie.ts'
import { issuesOf, journeyIssues, type Journey } from './journey.ts'
import { goOn } from './next-page.ts'
import { papersPage } from './papers-page.ts'
import { goTo, type Visit } from './visit.ts'

/**
 * The papers page without scripts: files come along with any button, so that a picked one is never lost.
 * `_intent`: `upload`, `remove:<attachment id>` (or its pointer), `save`, `next`.
 */
export const postPapers = async (visit: Visit, journey: Journey, { entries, files }: PostedForm): Promise<Response> => {
  const intent = valueOf(entries, '_intent')
  const holder = { id: journey.dossier.id, token: journey.token }
  if (intent.startsWith('remove:')) await removeAttachment({ ...holder, attachment: intent.split(/[:/]/).at(-1) ?? '' }, visit.site.deps)
  const refused = await takeFiles(visit, journey, files)
  const fresh = { ...journey, dossier: await openDraft(holder, visit.site.deps) }
  if (refused.length > 0) return papersPage(visit, fresh, { issues: refused, status: 422 })
  if (intent === 'save') return goOn(visit, fresh, { outcome: 'save', nextSlug: '' })
  if (intent !== 'next') return goTo(visit, `/ho-so/${holder.id}/${PAPERS_PAGE.slug}`, [draftCookie(visit.request, holder)])
  const wrong = issuesOf(fresh.procedure.form.sections, journeyIssues(fresh, visit.site), PAPERS_PAGE.slug).filter(({ severity }) => severity !== 'warning')
  if (wrong.length > 0) return papersPage(visit, fresh, { issues: wrong, status: 422 })
  const passed = { ...fresh, dossier: await reachPage(holder, REVIEW_PAGE.slug, visit.site.deps) }
  return goOn(visit, passed, { outcome: 'next', nextSlug: REVIEW_PAGE.slug })
}

/** One file after another: a refused one does not cost the others. */
const takeFiles = async (visit: Visit, journey: Journey, files: readonly UploadedFile[]): Promise<readonly Issue[]> => {
  const issues: Issue[] = []
  for (const file of files) {
    const component = file.name.replace(/^file\./, '')
    try {
      await uploadThroughForm({ id: journey.dossier.id, token: journey.token, component, fileName: file.fileName, type: file.type, body: file.bytes }, visit.site.deps)
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('file-')) throw error
      issues.push(fileIssue(component, file.fileName, error))
    }
  }
  return issues
}

/** A refusal of a file as an issue of its paper, in both languages, with the file's name. */
export const fileIssue = (component: string, fileName: string, { code, params }: AppError): Issue => {
  const sentence = (lang: 'vi' | 'en'): string => `${fileName}: ${translate(errorEntry(code).message, lang, params)}`
  return { pointer: `/papers/${component}`, code: 'invalid', params: {}, text: { vi: sentence('vi'), en: sentence('en') } }
}
