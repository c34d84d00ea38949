import { renderSavedPage } from '../../forms/view/saved-page.ts'
import { REVIEW_PAGE } from '../../forms/engine/pages.ts'
import { localPath } from '../http/request.ts'
import { page, type Response } from '../http/respond.ts'
import { journeyIssues, pageLinks, type Journey } from './journey.ts'
import type { Visit } from './visit.ts'

/** Link and code with which the draft can be taken up on any device, and until when. */
export const savedPage = (visit: Visit, journey: Journey): Response => {
  const { dossier, procedure: { published: { record } } } = journey
  return page(renderSavedPage(visit.view, {
    resumeUrl: visit.request.origin + localPath(visit.request.lang, `/ho-so/${dossier.id}/tiep-tuc`),
    resumeCode: dossier.resumeCode,
    expiresAt: dossier.expiresAt ?? '',
    continueHref: `/ho-so/${dossier.id}/${nextToDo(visit, journey)}`,
    copyHref: `/ho-so/${dossier.id}/ban-sao.html`,
    record,
  }))
}

/** Slug of the first page that is not done. */
export const nextToDo = (visit: Visit, journey: Journey): string =>
  pageLinks(journey, journeyIssues(journey, visit.site), '').find(({ done }) => !done)?.slug ?? REVIEW_PAGE.slug
