import { downloadAttachment } from '../../core/attach-file.ts'
import { seeOther } from '../../http/respond.ts'
import { holderOfCookie } from '../draft-cookie.ts'
import { param, type PageHandler } from '../visit.ts'

/** A clean file of one's own, by a short-lived address of the store. */
export const file: PageHandler = async (visit) => {
  const holder = holderOfCookie(visit.request, param(visit, 'id'))
  return seeOther(await downloadAttachment({ ...holder, attachment: param(visit, 'attachment') }, visit.site.deps))
}
