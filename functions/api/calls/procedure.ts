import { findProcedure } from '../../core/load-procedure.ts'
import { withEtag } from '../../http/conditional.ts'
import { json } from '../../http/respond.ts'
import { param, type Call } from '../call.ts'

/** Texts and rules of the current version. The author's notes on sources are not for the public. */
export const procedure: Call = async (request, site) => {
  const { record, version, publishedAt, form } = await findProcedure({ code: param(request, 'code') }, site.deps)
  const { sources: _notes, ...told } = record
  return withEtag(request, json({ ...told, version, publishedAt, online: form !== undefined }, 200, { 'cache-control': 'public, max-age=60' }))
}
