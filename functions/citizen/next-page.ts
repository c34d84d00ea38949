import type { StepResult } from '../../forms/index.ts'
import type { Response } from '../http/respond.ts'
import { draftCookie, keepsNoCookies } from './draft-cookie.ts'
import { journeyPage } from './journey-page.ts'
import type { Journey } from './journey.ts'
import { savedPage } from './saved-page.ts'
import { at, goTo, type Visit } from './visit.ts'

/**
 * After a page that was saved: 303 to the next one, with the cookie renewed for another 30 days.
 * A browser without cookies could not open it, so it gets the next page as the answer itself.
 */
export const goOn = async (visit: Visit, journey: Journey, step: Pick<StepResult, 'outcome' | 'nextSlug'>): Promise<Response> => {
  const { dossier: { id }, token } = journey
  const slug = step.outcome === 'save' ? SAVED : step.nextSlug
  if (!keepsNoCookies(visit.request)) return goTo(visit, `/ho-so/${id}/${slug}`, [draftCookie(visit.request, { id, token })])
  const there = at(visit, `/ho-so/${id}/${slug}`)
  return slug === SAVED ? savedPage(there, journey) : journeyPage(there, journey, slug)
}

/** Page that says how to come back (`saved` in the route table). */
const SAVED = 'luu'
