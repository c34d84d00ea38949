import { foldText } from '../../../forms/engine/fold.ts'
import { AppError } from '../../core/errors.ts'
import { findProcedure } from '../../core/load-procedure.ts'
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

/** Both names of RFC 6266: plain ASCII for old programs, UTF-8 for the rest. Long titles are cut: file systems take 255 bytes. */
export const attachmentHeader = (fileName: string): string => {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(fileName) ?? []
  const name = stem.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').replace(/\.{2,}/g, '.').trim().slice(0, 80).trim() || 'tep'
  const ascii = foldText(name).replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'tep'
  return `attachment; filename="${ascii}${extension}"; filename*=UTF-8''${encodeURIComponent(name + extension).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
