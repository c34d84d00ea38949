import { pagesFor } from '../../forms/engine/pages.ts'
import type { Section } from '../../forms/index.ts'
import { AppError } from '../core/errors.ts'
import { isToken, isUuid } from '../core/ids.ts'
import { loadProcedure, type OnlineProcedure } from '../core/load-procedure.ts'
import type { Holder } from '../core/open-draft.ts'
import { mintDraft } from '../core/start-draft.ts'
import type { Response } from '../http/respond.ts'
import { holderOfCookie, PROBE_COOKIE } from './draft-cookie.ts'
import { formPage, type FormPage } from './form-page.ts'
import { firstPageLinks } from './journey.ts'
import type { Visit } from './visit.ts'

export const firstSection = ({ published, form }: OnlineProcedure): Section => {
  const slug = pagesFor(published.record, form, {})[0]?.slug
  const section = form.sections.find((one) => one.slug === slug)
  if (section === undefined) throw new AppError('not-online', { code: published.record.code })
  return section
}

/** Which procedure a first page is of, as long as no draft can tell. */
const PROCEDURE = 'thu-tuc'

/** Where the first page of a draft stands that is not stored yet. */
export const firstAddress = (id: string, section: Section, { published }: OnlineProcedure): string =>
  `/ho-so/${id}/${section.slug}?${PROCEDURE}=${published.record.code}`

type FirstPage = Pick<FormPage, 'procedure' | 'section' | 'answers'> & Partial<FormPage> & { readonly holder: Holder }

/** The first page of a form, of which nothing is stored: its post makes the draft. */
export const firstPage = (visit: Visit, { holder, ...rest }: FirstPage): Response =>
  formPage(visit, {
    pages: firstPageLinks(rest.procedure, rest.answers),
    action: `/thu-tuc/${rest.procedure.published.record.code}/nop`,
    hidden: { _draft: holder.id, _token: holder.token },
    ...rest,
  })

/**
 * What stands at the address of a first page while there is no draft for this browser: the empty page; undefined = this
 * is no such address. A browser that kept no cookie of it, or was sent the link, begins a draft of its own.
 */
export const blankPage = async (visit: Visit, id: string, slug: string): Promise<Response | undefined> => {
  const code = visit.request.query[PROCEDURE]
  if (code === undefined) return undefined
  const procedure = await loadProcedure({ code }, visit.site.deps)
  const section = firstSection(procedure)
  if (section.slug !== slug) return undefined
  const known = holderOfCookie(visit.request, id)
  const holder = isUuid(id) && isToken(known.token) ? known : mintDraft(visit.site.deps)
  return firstPage(visit, { procedure, section, answers: {}, holder, cookies: [PROBE_COOKIE] })
}
