import { downloadAttachment, downloadResult } from '../../core/attach-file.ts'
import { readGrant } from '../../http/granted-path.ts'
import { seeOther } from '../../http/respond.ts'
import { holderOfCookie } from '../draft-cookie.ts'
import { param, type PageHandler } from '../visit.ts'

/** A clean file of one's own, or a result that the tracking page opened (`?han=&ky=`), by a short-lived address of the store. */
export const file: PageHandler = async (visit) => {
  const [id, attachment] = [param(visit, 'id'), param(visit, 'attachment')]
  const grant = readGrant(visit.request)
  if (grant) return seeOther(await downloadResult({ id, attachment, grant }, visit.site.deps))
  return seeOther(await downloadAttachment({ ...holderOfCookie(visit.request, id), attachment }, visit.site.deps))
}
