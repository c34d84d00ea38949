import { pagesFor } from '../../../forms/engine/pages.ts'
import { takeStep } from '../../../forms/engine/take-step.ts'
import type { Entries, Section } from '../../../forms/index.ts'
import { ruleContext } from '../../core/deps.ts'
import { AppError } from '../../core/errors.ts'
import { isToken, isUuid } from '../../core/ids.ts'
import { loadProcedure, type OnlineProcedure } from '../../core/load-procedure.ts'
import type { Holder } from '../../core/open-draft.ts'
import { mintDraft, startDraft, type DraftStarted } from '../../core/start-draft.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { wantsJson } from '../../http/request.ts'
import { json, type Response } from '../../http/respond.ts'
import { draftCookie, PROBE_COOKIE } from '../draft-cookie.ts'
import { formPage, shownAgain, shownUnsaved, type FormPage } from '../form-page.ts'
import { firstPageLinks } from '../journey.ts'
import { goOn } from '../next-page.ts'
import { showIssues } from '../step-json.ts'
import { param, type PageHandler, type Visit } from '../visit.ts'

/** First page of a form. Nothing is stored until a post is valid (or asks to be kept): id and token travel in the form. */
export const apply: PageHandler = async (visit) => {
  const procedure = await loadProcedure({ code: param(visit, 'code') }, visit.site.deps)
  const section = firstSection(procedure)
  if (visit.request.method === 'POST') return takeFirstPost(visit, procedure, section)
  const holder = mintDraft(visit.site.deps)
  return firstPage(visit, { procedure, section, answers: {}, holder, cookies: [PROBE_COOKIE] })
}

const firstSection = ({ published, form }: OnlineProcedure): Section => {
  const slug = pagesFor(published.record, form, {})[0]?.slug
  const section = form.sections.find((one) => one.slug === slug)
  if (section === undefined) throw new AppError('not-online', { code: published.record.code })
  return section
}

type FirstPage = Pick<FormPage, 'procedure' | 'section' | 'answers'> & Partial<FormPage> & { readonly holder: Holder }

const firstPage = (visit: Visit, { holder, ...rest }: FirstPage): Response =>
  formPage(visit, {
    pages: firstPageLinks(rest.procedure, rest.answers),
    action: `/thu-tuc/${rest.procedure.published.record.code}/nop`,
    hidden: { _draft: holder.id, _token: holder.token },
    ...rest,
  })

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
