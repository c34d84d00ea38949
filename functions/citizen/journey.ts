import { checkAll } from '../../forms/engine/check-all.ts'
import { pagesFor, PAPERS_PAGE, REVIEW_PAGE } from '../../forms/engine/pages.ts'
import type { Issue, Section } from '../../forms/index.ts'
import type { DraftView, PageLink } from '../../forms/view/props.ts'
import { heldAttachments } from '../core/attachment-rules.ts'
import { ruleContext } from '../core/deps.ts'
import type { Dossier } from '../core/dossier.ts'
import { loadProcedure, type OnlineProcedure } from '../core/load-procedure.ts'
import { openDraft, type Holder } from '../core/open-draft.ts'
import type { Site } from '../http/site.ts'

/** A draft that its holder has opened, with the version of the procedure that it is pinned to. */
export type Journey = { readonly dossier: Dossier; readonly procedure: OnlineProcedure; readonly token: string }

export const openJourney = async (holder: Holder, { deps }: Site): Promise<Journey> => {
  const dossier = await openDraft(holder, deps)
  return { dossier, procedure: await loadProcedure(dossier.procedure, deps), token: holder.token }
}

/** What these answers and attachments are still wrong in, whole dossier. */
export const journeyIssues = ({ dossier, procedure }: Pick<Journey, 'dossier' | 'procedure'>, { deps }: Site): readonly Issue[] =>
  checkAll({
    record: procedure.published.record, form: procedure.form, validate: procedure.validate,
    answers: dossier.answers, attachments: heldAttachments(dossier, deps.clock()), context: ruleContext(deps),
  })

/**
 * Pages of the journey as links. A page can be opened once all before it are done, and up to the one behind the last that was
 * saved, right or wrong: who has to look something up goes on with the rest meanwhile. done = nothing in it stops a
 * submission and it was filled in, or passed: a page without a required field may be left blank. wrong = saved or passed, and
 * something in it stops a submission. `at` is the slug of the page that is shown.
 */
export const pageLinks = (journey: Pick<Journey, 'dossier' | 'procedure'>, issues: readonly Issue[], at: string): readonly PageLink[] => {
  const { dossier: { id, answers, reached }, procedure: { published: { record }, form } } = journey
  const pages = pagesFor(record, form, answers)
  const wrong = new Set(issues.filter(({ severity }) => severity !== 'warning').map((issue) => slugOfPointer(form.sections, issue.pointer)))
  const filled = new Set(form.sections.filter(({ name, fields }) => (name === '' ? fields.some((field) => field.name in answers) : name in answers)).map(({ slug }) => slug))
  const passed = Math.max(pages.findIndex(({ slug }) => slug === reached) - 1, pages.findLastIndex(({ slug }) => filled.has(slug)))
  const furthest = Math.max(passed + 1, pages.findIndex(({ slug }) => slug === at))
  let open = true
  return pages.map(({ slug, title }, index) => {
    const [seen, stops] = [slug !== REVIEW_PAGE.slug && index <= passed, wrong.has(slug)]
    const done = seen && !stops
    const link = { slug, title, done, ...(seen && stops && { wrong: true as const }), ...((open || index <= furthest) && { href: `/ho-so/${id}/${slug}` }) }
    open &&= done
    return link
  })
}

/** Pages before anything is stored: only the first can be opened. */
export const firstPageLinks = ({ published, form }: OnlineProcedure, answers: Dossier['answers']): readonly PageLink[] =>
  pagesFor(published.record, form, answers).map(({ slug, title }) => ({ slug, title, done: false }))

/** Slug of the page that an issue belongs to. */
export const slugOfPointer = (sections: readonly Section[], pointer: string): string => {
  const [, first = ''] = pointer.split('/')
  if (first === 'papers') return PAPERS_PAGE.slug
  return (sections.find(({ name }) => name === first) ?? sections.find(({ name }) => name === ''))?.slug ?? REVIEW_PAGE.slug
}

/** The draft as the view shows it. The token goes into forms, where the browser's cookie may be blocked. */
export const draftView = ({ dossier: { id, expiresAt } }: Pick<Journey, 'dossier'>, token: string): DraftView => ({ id, token, ...(expiresAt && { expiresAt }) })

/** Issues of the page with this slug. */
export const issuesOf = (sections: readonly Section[], issues: readonly Issue[], slug: string): readonly Issue[] =>
  issues.filter(({ pointer }) => slugOfPointer(sections, pointer) === slug)

