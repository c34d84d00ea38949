import { dueDate } from '../../forms/calendar/due-date.ts'
import { REVIEW_PAGE } from '../../forms/engine/pages.ts'
import { termsFor } from '../../forms/engine/terms.ts'
import type { Issue } from '../../forms/index.ts'
import type { FormNotice } from '../../forms/view/props.ts'
import { renderReviewPage } from '../../forms/view/review-page.ts'
import { civilTime } from '../core/civil-time.ts'
import { ruleContext } from '../core/deps.ts'
import { dossierBase } from '../core/dossier-base.ts'
import { page, type Response } from '../http/respond.ts'
import { agencyName } from '../../forms/view/agency-name.ts'
import { draftView, journeyIssues, pageLinks, type Journey } from './journey.ts'
import { papersOf } from './papers.ts'
import type { Visit } from './visit.ts'

export type ReviewShown = { readonly issues?: readonly Issue[]; readonly notice?: FormNotice; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }

/** 'Check your answers': all that will be submitted, what is still wrong, the fee, and when it would be due. */
export const reviewPage = (visit: Visit, journey: Journey, { issues, notice, status, headers }: ReviewShown = {}): Response => {
  const { dossier, procedure: { published: { record }, form }, token } = journey
  const wrong = issues ?? journeyIssues(journey, visit.site)
  const { fee, limit } = termsFor(record, 'online', dossier.answers)
  const rendered = renderReviewPage(visit.view, {
    record, form, fee, limit,
    answers: dossier.answers,
    papers: papersOf(record, dossier, false),
    issues: wrong,
    pages: pageLinks(journey, wrong, REVIEW_PAGE.slug),
    due: dueDate({ receivedAt: civilTime(visit.site.deps.clock()), limit }),
    agency: agencyName(record, dossier.answers, { lists: visit.site.deps.lists, lang: visit.request.lang }),
    action: `/ho-so/${dossier.id}/nop`,
    hidden: { _draft: dossier.id, _token: token, _base: dossierBase(dossier) },
    context: ruleContext(visit.site.deps),
    draft: draftView(journey, token),
    ...(notice && { notice }),
  })
  return page(rendered, { ...(status !== undefined && { status }), ...(headers && { headers }) })
}
