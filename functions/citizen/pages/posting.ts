import { renderPosting } from '../../../forms/view/posting.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { withEtag } from '../../http/conditional.ts'
import { page } from '../../http/respond.ts'
import { param, type PageHandler } from '../visit.ts'
import { PUBLIC_CACHE } from './home.ts'

/** The public posting of a procedure (niêm yết công khai). */
export const posting: PageHandler = async (visit) => {
  const { record, form, wordForm } = await findProcedure({ code: param(visit, 'code') }, visit.site.deps)
  const base = `/thu-tuc/${record.code}`
  const rendered = renderPosting(visit.view, {
    record,
    online: form !== undefined,
    ...(wordForm && { wordForm: { href: `${base}/mau.docx`, bytes: wordForm.bytes } }),
    ...(form && { applyHref: `${base}/nop` }),
  })
  return withEtag(visit.request, page(rendered, { cache: PUBLIC_CACHE }))
}
