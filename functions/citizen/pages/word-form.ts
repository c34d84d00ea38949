import { AppError } from '../../core/errors.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { attachmentHeader } from '../../http/attachment-header.ts'
import { holds } from '../../http/conditional.ts'
import { param, type PageHandler } from '../visit.ts'
import { PUBLIC_CACHE } from './home.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The agency's own Word form as a download, named after the procedure. */
export const wordForm: PageHandler = async (visit) => {
  const { record, wordForm: stored } = await findProcedure({ code: param(visit, 'code') }, visit.site.deps)
  if (stored === undefined) throw new AppError('not-found')
  const headers = { 'content-type': DOCX, 'cache-control': PUBLIC_CACHE, etag: `"${stored.sha256.slice(0, 22)}"`, 'content-disposition': attachmentHeader(`${record.title.vi}.docx`) }
  if (holds(visit.request, headers.etag)) return { status: 304, headers: { etag: headers.etag, 'cache-control': PUBLIC_CACHE } }
  return { status: 200, headers, body: await visit.site.deps.artefacts.get('word-forms', stored.sha256) }
}
