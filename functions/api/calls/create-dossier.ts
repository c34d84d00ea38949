import { createDossier as create } from '../../core/create-dossier.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { readJson } from '../../http/read-body.ts'
import { json } from '../../http/respond.ts'
import { invalid, param, readAnswers, type Call } from '../call.ts'
import { tellReceipt } from '../told.ts'

/** A whole dossier in one call. The Idempotency-Key makes a retry harmless: 201 the first time, 200 and the same receipt after. */
export const createDossier: Call = async (request, site) => {
  const code = param(request, 'code')
  const answers = readAnswers(readJson(request))
  const result = await create({ code, answers, lang: request.lang, idempotencyKey: request.headers['idempotency-key'] ?? '' }, site.deps)
  if (result.kind === 'invalid') return invalid(request, await loadProcedure({ code }, site.deps), result.issues)
  const receipt = tellReceipt(result.dossier)
  return json(receipt, result.kind === 'created' ? 201 : 200, { location: `/api/v1/dossiers/${receipt.code}` })
}
