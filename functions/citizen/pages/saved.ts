import { holderOfCookie } from '../draft-cookie.ts'
import { openJourney } from '../journey.ts'
import { savedPage } from '../saved-page.ts'
import { param, type PageHandler } from '../visit.ts'

/** How to come back to a saved draft from any device. */
export const saved: PageHandler = async (visit) =>
  savedPage(visit, await openJourney(holderOfCookie(visit.request, param(visit, 'id')), visit.site))
