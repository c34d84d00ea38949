import type { MessageParams, ProcedureRecord } from '../../../forms/index.ts'
import type { Paper, PaperFile, TrackPageProps } from '../../../forms/view/props.ts'
import { renderTrackPage } from '../../../forms/view/track-page.ts'
import { AppError, errorEntry } from '../../core/errors.ts'
import { findProcedure } from '../../core/load-procedure.ts'
import { trackDossier, type KeyHolder, type TrackedFully } from '../../core/track-dossier.ts'
import { grantedPath } from '../../http/granted-path.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { page, type Response } from '../../http/respond.ts'
import { agencyOfCodes } from '../../../forms/view/agency-name.ts'
import { paperFile } from '../papers.ts'
import { askedView } from '../supplement-view.ts'
import { at, type PageHandler, type Visit } from '../visit.ts'

/**
 * Tracks a dossier by its code. The code alone shows how far it is; the rest needs the tracking key (TT 01/2018).
 * Links from the receipt carry both (`?ma=&khoa=`); people post them, so that the key is in no history.
 */
export const track: PageHandler = async (visit) => {
  const { code, key } = await readAsked(visit)
  if (code.trim() === '') return page(renderTrackPage(visit.view, { code, key }))
  try {
    const result = await resultOf(visit, code, key)
    return page(renderTrackPage(visit.view, { code, key, result }))
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'dossier-not-found' && error.code !== 'tracking-wrong')) throw error
    const { status, message } = errorEntry(error.code)
    return page(renderTrackPage(visit.view, { code, key, error: { key: message, params: error.params } }), { status })
  }
}

const readAsked = async ({ request }: Visit): Promise<{ code: string; key: string }> => {
  if (request.method !== 'POST') return { code: request.query['ma'] ?? '', key: request.query['khoa'] ?? '' }
  const { entries } = await readForm(request)
  return { code: valueOf(entries, 'code'), key: valueOf(entries, 'key') }
}

type Result = NonNullable<TrackPageProps['result']>

const resultOf = async (visit: Visit, code: string, key: string): Promise<Result> => {
  const tracked = await trackDossier({ code, key }, visit.site.deps)
  const { percent } = tracked
  return tracked.kind === 'brief' ? { code: tracked.code, percent } : { code: tracked.code, percent, details: await detailsOf(visit, tracked) }
}

/** The tracking page for who has just sent a supplement: the same page, with a word that it arrived. */
export const trackedAfterSending = async (visit: Visit, holder: KeyHolder): Promise<Response> =>
  page(renderTrackPage(at(visit, '/tra-cuu').view, { ...holder, result: { ...(await resultOf(visit, holder.code, holder.key)), sent: true } }))

const papersOf = (record: ProcedureRecord, attachments: TrackedFully['attachments']): readonly Paper[] => record.components
  .map((component) => ({ component, files: attachments.filter((file) => file.component === component.id).map((file) => paperFile(file, { removable: false })) }))
  .filter(({ files }) => files.length > 0)

const resultFile = (id: string, { grant, ...file }: TrackedFully['results'][number]): PaperFile =>
  ({ ...paperFile(file, { removable: false }), href: grantedPath(id, file.id, grant) })

const detailsOf = async ({ site, request }: Visit, { id, procedure, submission, due, overdue, said, attachments, results, timeline, status }: TrackedFully): Promise<NonNullable<Result['details']>> => {
  const { record, form } = await findProcedure(procedure, site.deps)
  return {
    title: record.title,
    status,
    submittedAt: submission.submittedAt,
    agency: agencyOfCodes(record, submission.agency, { lists: site.deps.lists, lang: request.lang }),
    due, overdue,
    timeline: timeline.map(({ at: time, type, data }) => ({ at: time, type, params: paramsOf(data) })),
    papers: papersOf(record, attachments),
    ...(said.asked && form && { asked: askedView(said.asked, { record, form }) }),
    ...(said.payment && { payment: said.payment }),
    ...(said.ended && { ended: said.ended.reason }),
    results: results.map((file) => resultFile(id, file)),
  }
}

const paramsOf = (data: TrackedFully['timeline'][number]['data']): MessageParams =>
  Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [])))
