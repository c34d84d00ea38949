import { pagesFor, PAPERS_PAGE, REVIEW_PAGE } from '../../forms/engine/pages.ts'
import { AppError } from '../core/errors.ts'
import type { Response } from '../http/respond.ts'
import type { Journey } from './journey.ts'
import { papersPage } from './papers-page.ts'
import { reviewPage } from './review-page.ts'
import { sectionPage } from './section-page.ts'
import { goTo, type Visit } from './visit.ts'

/**
 * The page of a draft with this slug. A page that these answers no longer ask for (another tab changed them) leads to
 * 'check your answers'; one that the form never had is not found.
 */
export const journeyPage = (visit: Visit, journey: Journey, slug: string): Response => {
  const { dossier, procedure: { published: { record }, form } } = journey
  const section = form.sections.find((one) => one.slug === slug)
  if (section === undefined && slug !== PAPERS_PAGE.slug && slug !== REVIEW_PAGE.slug) throw new AppError('not-found')
  const asked = pagesFor(record, form, dossier.answers).some((page) => page.slug === slug)
  if (!asked) return goTo(visit, `/ho-so/${dossier.id}/${REVIEW_PAGE.slug}`)
  if (section !== undefined) return sectionPage(visit, journey, section)
  return slug === PAPERS_PAGE.slug ? papersPage(visit, journey) : reviewPage(visit, journey)
}
