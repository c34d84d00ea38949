import { AppError } from '../../core/errors.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { withEtag } from '../../http/conditional.ts'
import { json } from '../../http/respond.ts'
import { param, type Call } from '../call.ts'

/** JSON Schema 2020-12 of the answers: the one that validates them here. */
export const schema: Call = async (request, site) => {
  const code = param(request, 'code')
  const { form } = await findProcedure({ code }, site.deps)
  if (form === undefined) throw new AppError('not-online', { code })
  return withEtag(request, json(form.schema, 200, { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=60' }))
}
