import { PAPERS_PAGE, REVIEW_PAGE } from '../../../forms/engine/pages.ts'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../http/read-body.ts'
import type { Response } from '../../http/respond.ts'
import { holderOfCookie, holderOfPost } from '../draft-cookie.ts'
import { blankPage } from '../first-page.ts'
import { journeyPage } from '../journey-page.ts'
import { openJourney } from '../journey.ts'
import { postPapers } from '../post-papers.ts'
import { postSection } from '../post-section.ts'
import { goTo, param, type PageHandler, type Visit } from '../visit.ts'

const SUBMIT = 'nop'

/** A page of a stored draft: a section, the papers, or 'check your answers'. */
export const draftPage: PageHandler = async (visit) => {
  const [id, slug] = [param(visit, 'id'), param(visit, 'page')]
  // A reload, or the link to the other language, after a submit that was not valid.
  if (slug === SUBMIT && visit.request.method !== 'POST') return goTo(visit, `/ho-so/${id}/${REVIEW_PAGE.slug}`)
  if (visit.request.method !== 'POST') return showPage(visit, id, slug)
  const posted = await readForm(visit.request)
  const journey = await openJourney(holderOfPost(posted.entries, id), visit.site)
  if (slug === PAPERS_PAGE.slug) return postPapers(visit, journey, posted)
  const section = journey.procedure.form.sections.find((one) => one.slug === slug)
  if (section === undefined) throw new AppError('not-found')
  return postSection(visit, journey, section, posted.entries)
}

const showPage = async (visit: Visit, id: string, slug: string): Promise<Response> => {
  try {
    return journeyPage(visit, await openJourney(holderOfCookie(visit.request, id), visit.site), slug)
  } catch (error) {
    const blank = error instanceof AppError && error.code === 'draft-not-found' ? await blankPage(visit, id, slug) : undefined
    if (blank === undefined) throw error
    return blank
  }
}
