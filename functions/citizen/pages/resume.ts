import { renderResumePage } from '../../../forms/view/resume-page.ts'
import { AppError, errorEntry } from '../../core/errors.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { isHolder } from '../../core/open-draft.ts'
import { resumeDraft } from '../../core/resume-draft.ts'
import { isEmbedded } from '../../http/embedded.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { page, type Response } from '../../http/respond.ts'
import { draftCookie, holderOfCookie } from '../draft-cookie.ts'
import { journeyPage } from '../journey-page.ts'
import { receiptPage } from '../receipt-page.ts'
import { nextToDo } from '../saved-page.ts'
import { at, goTo, param, type PageHandler, type Visit } from '../visit.ts'

/** The saved link, opened on any device: asks for the code, then this device holds the draft too. */
export const resume: PageHandler = async (visit) => {
  const id = param(visit, 'id')
  if (visit.request.method === 'POST') return resumeWithCode(visit, id)
  // On the device that began it, no code is asked for. Nothing else is told here: not even whether there is a draft.
  const held = await visit.site.deps.dossiers.find(id)
  const { token } = holderOfCookie(visit.request, id)
  if (held !== undefined && isHolder(held, token)) return goTo(visit, `/ho-so/${id}/${held.status === 'draft' ? 'luu' : 'bien-nhan'}`)
  return page(renderResumePage(visit.view, { action: `/ho-so/${id}/tiep-tuc` }))
}

const resumeWithCode = async (visit: Visit, id: string): Promise<Response> => {
  const code = valueOf((await readForm(visit.request)).entries, 'code')
  try {
    const { dossier, token } = await resumeDraft({ id, code }, visit.site.deps)
    const cookies = [draftCookie(visit.request, { id, token })]
    if (dossier.status !== 'draft' && isEmbedded(visit.request)) return receiptPage(at(visit, `/ho-so/${id}/bien-nhan`), dossier)
    if (dossier.status !== 'draft') return goTo(visit, `/ho-so/${id}/bien-nhan`, cookies)
    const journey = { dossier, token, procedure: await loadProcedure(dossier.procedure, visit.site.deps) }
    const slug = nextToDo(visit, journey)
    // The token is in the page itself: an element keeps no cookie of it.
    if (isEmbedded(visit.request)) return journeyPage(at(visit, `/ho-so/${id}/${slug}`), journey, slug)
    return goTo(visit, `/ho-so/${id}/${slug}`, cookies)
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'resume-wrong' && error.code !== 'resume-locked')) throw error
    const { status, message, retryAfter } = errorEntry(error.code)
    return page(renderResumePage(visit.view, { action: `/ho-so/${id}/tiep-tuc`, code, error: { key: message, params: error.params } }),
      { status, ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }) })
  }
}
