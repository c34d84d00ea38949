import { renderCopy } from '../../../forms/view/copy.ts'
import { civilTime } from '../../core/civil-time.ts'
import { ruleContext } from '../../core/deps.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { openDossier } from '../../core/open-draft.ts'
import { page } from '../../http/respond.ts'
import { agencyName } from '../../../forms/view/agency-name.ts'
import { holderOfCookie } from '../draft-cookie.ts'
import { papersOf } from '../papers.ts'
import { param, type PageHandler } from '../visit.ts'

/** What was declared, to keep or to print: draft or dossier (TT 32/2017: what was typed can be saved and printed). */
export const copy: PageHandler = async (visit) => {
  const { deps } = visit.site
  const dossier = await openDossier(holderOfCookie(visit.request, param(visit, 'id')), deps)
  const { published: { record }, form } = await loadProcedure(dossier.procedure, deps)
  const { answers, submission } = dossier
  return page(renderCopy(visit.view, {
    record, form, answers,
    papers: papersOf(record, dossier, false),
    context: ruleContext(deps),
    madeAt: civilTime(deps.clock()),
    ...(submission && { submission: { code: submission.code, submittedAt: submission.submittedAt, contentHash: submission.contentHash, agency: agencyName(record, answers, { lists: deps.lists, lang: visit.request.lang }) } }),
  }))
}
