import type { Issue } from '../../forms/index.ts'
import { PAPERS_PAGE } from '../../forms/engine/pages.ts'
import { renderPapersPage } from '../../forms/view/papers-page.ts'
import type { FormNotice } from '../../forms/view/props.ts'
import { LIMITS } from '../http/limits.ts'
import { page, type Response } from '../http/respond.ts'
import { draftView, journeyIssues, pageLinks, type Journey } from './journey.ts'
import { papersOf } from './papers.ts'
import type { Visit } from './visit.ts'

export type PapersShown = { readonly issues?: readonly Issue[]; readonly notice?: FormNotice; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }

/** Attachments of the draft: what is asked for, what was given, and the state of each file. */
export const papersPage = (visit: Visit, journey: Journey, { issues = [], notice, status, headers }: PapersShown = {}): Response => {
  const { dossier, procedure: { published: { record } }, token } = journey
  const rendered = renderPapersPage(visit.view, {
    record, issues,
    papers: papersOf(record, dossier, true),
    action: `/ho-so/${dossier.id}/${PAPERS_PAGE.slug}`,
    hidden: { _draft: dossier.id, _token: token },
    pages: pageLinks(journey, journeyIssues(journey, visit.site), PAPERS_PAGE.slug),
    maxBytesThroughForm: LIMITS.fileBytes,
    draft: draftView(journey, token),
    ...(notice && { notice }),
  })
  return page(rendered, { ...(status !== undefined && { status }), ...(headers && { headers }) })
}
