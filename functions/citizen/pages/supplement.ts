import { pinnedSections, takePinned, type PinnedResult } from '../../../forms/engine/pinned.ts'
import type { Component, Entries, Issue } from '../../../forms/index.ts'
import type { SupplementPageProps } from '../../../forms/view/props.ts'
import { renderSupplementPage } from '../../../forms/view/supplement-page.ts'
import { answerSupplement } from '../../core/answer-supplement.ts'
import { ruleContext } from '../../core/deps.ts'
import type { Dossier } from '../../core/dossier.ts'
import { AppError } from '../../core/errors.ts'
import type { SupplementRequest } from '../../core/handling.ts'
import { loadProcedure } from '../../core/load-procedure.ts'
import { addSupplementPaper, askedOf, laidReady, removeSupplementPaper } from '../../core/supplement-papers.ts'
import { openByKey, type KeyHolder } from '../../core/track-dossier.ts'
import { LIMITS, type UploadedFile } from '../../http/limits.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { page, type Response } from '../../http/respond.ts'
import { paperFile } from '../papers.ts'
import { askedView } from '../supplement-view.ts'
import { takeFiles } from '../take-files.ts'
import { at, goTo, type PageHandler, type Visit } from '../visit.ts'
import { trackedAfterSending } from './track.ts'

/**
 * Answers a request for supplement, for who has code and key; both travel in the form, under names that no field has. `_intent`: `open` shows the page,
 * `upload` and `remove:<id>` change files (which come along with any button), a change of rows stays, all else sends.
 */
export const supplement: PageHandler = async (visit) => {
  if (visit.request.method !== 'POST') return goTo(visit, '/tra-cuu')
  const { entries, files } = await readForm(visit.request)
  const holder = { code: valueOf(entries, '_code'), key: valueOf(entries, '_key') }
  try {
    return await answered(visit, holder, { entries, files })
  } catch (error) {
    // A reload after sending, a second click, or the agency took it back meanwhile: the tracking page says how it stands.
    if (error instanceof AppError && error.code === 'nothing-asked') return trackedAfterSending(visit, holder)
    throw error
  }
}

type Posted = { readonly entries: Entries; readonly files: readonly UploadedFile[] }

const answered = async (visit: Visit, holder: KeyHolder, { entries, files }: Posted): Promise<Response> => {
  const intent = valueOf(entries, '_intent')
  const before = await openByKey(holder, visit.site.deps)
  const { number } = askedOf(before)
  if (intent === 'open') return supplementPage(visit, holder, before, {})
  if (/^remove:[\da-f-]{36}$/.test(intent)) await removeSupplementPaper(holder, intent.slice('remove:'.length), visit.site.deps)
  const refused = await takeFiles(files, (file) => addSupplementPaper(holder, file, visit.site.deps))
  if (STAYS.test(intent) || refused.length > 0) return typedAgain(visit, holder, entries, refused)
  const outcome = await answerSupplement(holder, { number, entries }, visit.site.deps)
  if (outcome.kind === 'sent') return trackedAfterSending(visit, holder)
  return supplementPage(visit, holder, outcome.dossier, { pinned: outcome.pinned, issues: [...outcome.pinned.issues, ...outcome.papers] })
}

/** Buttons that change the page and send nothing: files, rows, a look at what an answer opens. */
const STAYS = /^(upload|check|save|autosave)$|^(add|remove|copy):/

/** Files were changed: what was typed beside them stays on the page, unsent. */
const typedAgain = async (visit: Visit, holder: KeyHolder, entries: Entries, refused: readonly Issue[]): Promise<Response> => {
  const dossier = await openByKey(holder, visit.site.deps)
  const procedure = await loadProcedure(dossier.procedure, visit.site.deps)
  const pinned = takePinned({ ...procedure, pins: askedOf(dossier).fields.map(({ pointer }) => pointer), entries, answers: dossier.answers, context: ruleContext(visit.site.deps) })
  return supplementPage(visit, holder, dossier, { pinned: { ...pinned, issues: [] }, issues: refused })
}

type Shown = { readonly pinned?: PinnedResult; readonly issues?: readonly Issue[] }

/** What may stay away from a dossier may not from a supplement that asks for it. */
const asAsked = (component: Component): Component => (component.upload ? { ...component, upload: { ...component.upload, required: true } } : component)

const papersOf = (dossier: Dossier, asked: SupplementRequest, record: SupplementPageProps['record']): SupplementPageProps['papers'] =>
  asked.papers.flatMap(({ component: id, reason }) => record.components.filter((component) => component.id === id).map((component) => ({
    component: asAsked(component), reason, files: laidReady(dossier).filter((file) => file.component === id).map((file) => paperFile(file, { removable: true })),
  })))

const supplementPage = async (visit: Visit, holder: KeyHolder, dossier: Dossier, { pinned, issues = [] }: Shown): Promise<Response> => {
  const { published: { record }, form } = await loadProcedure(dossier.procedure, visit.site.deps)
  const asked = askedOf(dossier)
  const html = renderSupplementPage(at(visit, '/tra-cuu').view, {
    record, form, issues,
    code: holder.code, hidden: { _code: holder.code, _key: holder.key },
    asked: askedView(asked, { record, form }),
    sections: pinned?.sections ?? pinnedSections(form, asked.fields.map(({ pointer }) => pointer)),
    reasons: asked.fields,
    answers: pinned?.answers ?? dossier.answers,
    opened: pinned?.opened ?? [],
    papers: papersOf(dossier, asked, record),
    context: ruleContext(visit.site.deps), action: '/tra-cuu/bo-sung', maxBytesThroughForm: LIMITS.fileBytes,
  })
  return page(html, { status: issues.some(({ severity }) => severity !== 'warning') ? 422 : 200 })
}
