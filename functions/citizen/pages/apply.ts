import { takeStep } from '../../../forms/engine/take-step.ts'
import type { Entries, Section } from '../../../forms/index.ts'
import { ruleContext } from '../../core/deps.ts'
import { AppError } from '../../core/errors.ts'
import { isToken, isUuid } from '../../core/ids.ts'
import { loadProcedure, type OnlineProcedure } from '../../core/load-procedure.ts'
import type { Holder } from '../../core/open-draft.ts'
import { mintDraft, startDraft, type DraftStarted } from '../../core/start-draft.ts'
import { isEmbedded } from '../../http/embedded.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { wantsJson } from '../../http/request.ts'
import { json, type Response } from '../../http/respond.ts'
import { draftCookie, firstCookie } from '../draft-cookie.ts'
import { firstAddress, firstPage, firstSection } from '../first-page.ts'
import { shownAgain, shownUnsaved } from '../form-page.ts'
import { goOn } from '../next-page.ts'
import { withReturn } from '../return-address.ts'
import { showIssues } from '../step-json.ts'
import { goTo, param, type PageHandler, type Visit } from '../visit.ts'

/**
 * The way into a form. Its first page gets the address that it will have as part of the draft, so that the browser's back
 * button, a reload or a restored tab shows what was stored since. Nothing is stored yet: id and token travel with the page.
 * An element in another site's page has no such button: it gets the page itself.
 */
export const apply: PageHandler = async (visit) => {
  const procedure = await loadProcedure({ code: param(visit, 'code') }, visit.site.deps)
  const section = firstSection(procedure)
  if (visit.request.method === 'POST') return takeFirstPost(visit, procedure, section)
  const holder = mintDraft(visit.site.deps)
  if (isEmbedded(visit.request)) return firstPage(visit, { procedure, section, holder, answers: {} })
  return goTo(visit, firstAddress(holder.id, section, procedure), await withReturn(visit, holder.id, firstCookie(visit.request, holder)))
}

const takeFirstPost = async (visit: Visit, procedure: OnlineProcedure, section: Section): Promise<Response> => {
  const { entries } = await readForm(visit.request)
  const holder = readHolder(entries)
  const post = { ...holder, code: procedure.published.record.code, section: section.name, lang: visit.request.lang, entries }
  try {
    const started = await startDraft(post, visit.site.deps)
    return await answerFirstPost(visit, { procedure, section, holder }, started)
  } catch (error) {
    return unsaved(visit, { procedure, section, holder }, entries, error)
  }
}

/** Id and token as the page minted them; a post without them came from no page of ours. */
const readHolder = (entries: Entries): Holder => {
  const holder = { id: valueOf(entries, '_draft'), token: valueOf(entries, '_token') }
  if (!isUuid(holder.id) || !isToken(holder.token)) throw new AppError('bad-request')
  return holder
}

type First = { readonly procedure: OnlineProcedure; readonly section: Section; readonly holder: Holder }

const answerFirstPost = async (visit: Visit, { procedure, section, holder }: First, { kind, dossier, step }: DraftStarted): Promise<Response> => {
  if (wantsJson(visit.request)) {
    const told = { issues: showIssues(step.issues, procedure.form, visit.request.lang), ...(dossier && { savedAt: dossier.updatedAt }) }
    return { ...json(told), cookies: dossier ? [draftCookie(visit.request, holder)] : [] }
  }
  // A second post over the browser's back button finds its draft; what is wrong or was added keeps the page all the same.
  if (kind === 'shown' || dossier === undefined || step.outcome === 'stay') return firstPage(visit, { procedure, section, holder, ...shownAgain(step) })
  return goOn(visit, { dossier, procedure, token: holder.token }, step)
}

/** Not stored: everything as it was typed, to be sent again. */
const unsaved = (visit: Visit, first: First, entries: Entries, error: unknown): Response => {
  if (wantsJson(visit.request)) throw error
  const { procedure: { published, form, validate }, section } = first
  const step = takeStep({ record: published.record, form, validate, section: section.name, entries, answers: {}, context: ruleContext(visit.site.deps) })
  return firstPage(visit, { ...first, ...shownUnsaved(step, error) })
}
