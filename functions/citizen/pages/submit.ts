import type { Dossier } from '../../core/dossier.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { openDossier, type Holder } from '../../core/open-draft.ts'
import { dossierBase } from '../../core/dossier-base.ts'
import { submitDossier } from '../../core/submit-dossier.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import type { Response } from '../../http/respond.ts'
import { draftCookie, holderOfPost, keepsNoCookies } from '../draft-cookie.ts'
import type { Journey } from '../journey.ts'
import { receiptPage } from '../receipt-page.ts'
import { reviewPage } from '../review-page.ts'
import { at, goTo, param, type PageHandler, type Visit } from '../visit.ts'

/** Submits the draft: 303 to the receipt, the same one however often it is sent; what is wrong leads back to the review. */
export const submit: PageHandler = async (visit): Promise<Response> => {
  const { entries } = await readForm(visit.request)
  const holder = holderOfPost(entries, param(visit, 'id'))
  const moved = await movedOn(visit, holder, valueOf(entries, '_base'))
  if (moved) return reviewPage(visit, moved, { notice: 'moved', status: 409 })
  const result = await submitDossier(holder, visit.site.deps)
  if (result.kind === 'invalid') {
    return reviewPage(visit, await journeyOf(visit, holder, result.dossier), { issues: result.issues, status: 422, ...(result.newerVersion !== undefined && { notice: 'version-changed' as const }) })
  }
  if (keepsNoCookies(visit.request)) return receiptPage(at(visit, `/ho-so/${holder.id}/bien-nhan`), result.dossier)
  return goTo(visit, `/ho-so/${holder.id}/bien-nhan`, [draftCookie(visit.request, holder)])
}

const journeyOf = async ({ site: { deps } }: Visit, { token }: Holder, dossier: Dossier): Promise<Journey> =>
  ({ dossier, procedure: await loadProcedure(dossier.procedure, deps), token })

/**
 * The draft as it is now, where it is no longer what stood on the page that was confirmed (another tab or device changed it):
 * a declaration is of what its author has read. A dossier that is submitted already is not meant: its receipt follows.
 */
const movedOn = async (visit: Visit, holder: Holder, base: string): Promise<Journey | undefined> => {
  if (base === '') return undefined
  const dossier = await openDossier(holder, visit.site.deps)
  return dossier.status === 'draft' && dossierBase(dossier) !== base ? journeyOf(visit, holder, dossier) : undefined
}
