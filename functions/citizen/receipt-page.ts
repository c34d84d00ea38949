import { termsFor } from '../../forms/engine/terms.ts'
import { renderReceipt } from '../../forms/view/receipt.ts'
import { ruleContext } from '../core/deps.ts'
import type { Dossier } from '../core/dossier.ts'
import { AppError } from '../core/errors.ts'
import { loadProcedure } from '../core/load-procedure.ts'
import { localPath } from '../http/request.ts'
import { page, type Response } from '../http/respond.ts'
import { agencyName } from '../../forms/view/agency-name.ts'
import { papersOf } from './papers.ts'
import { returnAddress } from './return-address.ts'
import type { Visit } from './visit.ts'

/**
 * Receipt of a submitted dossier (giấy tiếp nhận và hẹn trả kết quả). Who comes with the tracking key alone sees the
 * receipt, not what was declared: `open` is true for the browser that holds the dossier.
 */
export const receiptPage = async (visit: Visit, dossier: Dossier, open = true): Promise<Response> => {
  const { submission } = dossier
  if (submission === undefined) throw new AppError('dossier-not-found')
  const { published: { record, wordForm }, form } = await loadProcedure(dossier.procedure, visit.site.deps)
  const returnHref = await returnAddress(visit, dossier.id)
  const track = new URLSearchParams({ ma: submission.code, khoa: submission.trackingKey })
  return page(renderReceipt(visit.view, {
    record, ...submission,
    agency: agencyName(record, dossier.answers, { lists: visit.site.deps.lists, lang: visit.request.lang }),
    fee: termsFor(record, 'online', dossier.answers).fee,
    papers: papersOf(record, dossier, false),
    ...(returnHref !== undefined && { returnHref }),
    trackHref: `${visit.request.origin}${localPath(visit.request.lang, '/tra-cuu')}?${track}`,
    ...(open && { copyHref: `/ho-so/${dossier.id}/ban-sao.html`, ...(wordForm?.templateSha256 && { paperHref: `/ho-so/${dossier.id}/to-khai` }), answers: dossier.answers, form, context: ruleContext(visit.site.deps) }),
  }))
}
