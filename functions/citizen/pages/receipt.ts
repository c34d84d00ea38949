import { AppError } from '../../core/errors.ts'
import { openDossier } from '../../core/open-draft.ts'
import { trackDossier } from '../../core/track-dossier.ts'
import { holderOfCookie } from '../draft-cookie.ts'
import { receiptPage } from '../receipt-page.ts'
import { goTo, param, type PageHandler, type Visit } from '../visit.ts'

/** The receipt, for the browser that submitted it or for who has the tracking key (`?khoa=`). */
export const receipt: PageHandler = async (visit) => {
  const id = param(visit, 'id')
  const key = visit.request.query['khoa']
  if (key !== undefined) return receiptByKey(visit, id, key)
  const dossier = await openDossier(holderOfCookie(visit.request, id), visit.site.deps)
  return dossier.status === 'draft' ? goTo(visit, `/ho-so/${id}/xem-lai`) : receiptPage(visit, dossier)
}

/** A wrong key and an unknown dossier are one answer. */
const receiptByKey = async (visit: Visit, id: string, key: string) => {
  const dossier = await visit.site.deps.dossiers.find(id)
  if (dossier?.submission === undefined || key.trim() === '') throw new AppError('draft-not-found')
  await trackDossier({ code: dossier.submission.code, key }, visit.site.deps).catch((error: unknown) => {
    throw error instanceof AppError ? new AppError('draft-not-found') : error
  })
  return receiptPage(visit, dossier, false)
}
