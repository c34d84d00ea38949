import { loadProcedure } from '../../core/load-procedure.ts'
import { submitDossier } from '../../core/submit-dossier.ts'
import { json } from '../../http/respond.ts'
import { holderOfCall, invalid, type Call } from '../call.ts'
import { tellReceipt } from '../told.ts'

/** Submits a draft. A repeat gives the same receipt. */
export const submitDraft: Call = async (request, site) => {
  const result = await submitDossier(holderOfCall(request), site.deps)
  if (result.kind === 'invalid') return invalid(request, await loadProcedure(result.dossier.procedure, site.deps), result.issues)
  return json(tellReceipt(result.dossier))
}
