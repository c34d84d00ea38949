import { submitDossier } from '../../core/submit-dossier.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { readForm } from '../../http/read-body.ts'
import type { Response } from '../../http/respond.ts'
import { draftCookie, holderOfPost, keepsNoCookies } from '../draft-cookie.ts'
import { receiptPage } from '../receipt-page.ts'
import { reviewPage } from '../review-page.ts'
import { at, goTo, param, type PageHandler } from '../visit.ts'

/** Submits the draft: 303 to the receipt, the same one however often it is sent; what is wrong leads back to the review. */
export const submit: PageHandler = async (visit): Promise<Response> => {
  const { entries } = await readForm(visit.request)
  const holder = holderOfPost(entries, param(visit, 'id'))
  const result = await submitDossier(holder, visit.site.deps)
  if (result.kind === 'invalid') {
    const journey = { dossier: result.dossier, procedure: await loadProcedure(result.dossier.procedure, visit.site.deps), token: holder.token }
    return reviewPage(visit, journey, { issues: result.issues, status: 422, ...(result.newerVersion !== undefined && { notice: 'version-changed' as const }) })
  }
  if (keepsNoCookies(visit.request)) return receiptPage(at(visit, `/ho-so/${holder.id}/bien-nhan`), result.dossier)
  return goTo(visit, `/ho-so/${holder.id}/bien-nhan`, [draftCookie(visit.request, holder)])
}
