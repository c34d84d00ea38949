import type { Section } from '../../forms/index.ts'
import { pageBase } from '../core/section-base.ts'
import type { Response } from '../http/respond.ts'
import { formPage, type FormPage } from './form-page.ts'
import { draftView, journeyIssues, pageLinks, type Journey } from './journey.ts'
import type { Visit } from './visit.ts'

/** A section of a stored draft as a page. `answers` may be what was typed rather than what is stored. */
export const sectionPage = (visit: Visit, journey: Journey, section: Section, shown: Partial<FormPage> = {}): Response => {
  const { dossier, procedure, token } = journey
  return formPage(visit, {
    procedure, section,
    answers: dossier.answers,
    pages: pageLinks(journey, journeyIssues(journey, visit.site), section.slug),
    action: `/ho-so/${dossier.id}/${section.slug}`,
    hidden: { _draft: dossier.id, _token: token, _base: pageBase(dossier, section.name, visit.site.deps) },
    draft: draftView(journey, token),
    ...shown,
  })
}
