import { takeStep } from '../../forms/engine/take-step.ts'
import type { Entries, Section } from '../../forms/index.ts'
import { autosave } from '../core/autosave.ts'
import { ruleContext } from '../core/deps.ts'
import { savePage, type PagePost, type PageSaved } from '../core/save-section.ts'
import { valueOf } from '../http/read-body.ts'
import { wantsJson } from '../http/request.ts'
import { json, type Response } from '../http/respond.ts'
import { shownAgain, shownUnsaved } from './form-page.ts'
import type { Journey } from './journey.ts'
import { goOn } from './next-page.ts'
import { sectionPage } from './section-page.ts'
import { showIssues } from './step-json.ts'
import type { Visit } from './visit.ts'

/** Takes a posted section: on to the next page, or the same again with what is wrong, what opened, or what another tab did. */
export const postSection = async (visit: Visit, journey: Journey, section: Section, entries: Entries): Promise<Response> => {
  const base = valueOf(entries, '_base')
  const post = { id: journey.dossier.id, token: journey.token, section: section.name, entries, ...(base !== '' && { base }) }
  if (wantsJson(visit.request) && valueOf(entries, '_intent') === 'autosave') return json(await autosave(post, visit.site.deps))
  try {
    return await answerPost(visit, journey, section, await savePage(post, visit.site.deps))
  } catch (error) {
    return unsaved(visit, journey, post, error)
  }
}

const answerPost = (visit: Visit, before: Journey, section: Section, { kind, dossier, step }: PageSaved): Promise<Response> | Response => {
  const journey = { ...before, dossier }
  if (wantsJson(visit.request)) return json({ issues: showIssues(step.issues, journey.procedure.form, visit.request.lang) })
  // Typed here, changed there: the words typed here stay on the page, and `_base` is the stored one, so a second send wins.
  if (kind === 'conflict') return sectionPage(visit, journey, section, { answers: step.answers, notice: 'conflict', status: 409 })
  if (kind === 'checked' || step.outcome === 'stay') return sectionPage(visit, journey, section, shownAgain(step))
  return goOn(visit, journey, step)
}

/** Not stored: the page as it was typed, with the same `_base`, so that the same button sends it again. */
const unsaved = (visit: Visit, journey: Journey, post: PagePost, error: unknown): Response => {
  if (wantsJson(visit.request)) throw error
  const { procedure: { published, form, validate }, dossier, token } = journey
  const section = form.sections.find(({ name }) => name === post.section)
  if (section === undefined) throw error
  const { entries, base } = post
  const step = takeStep({ record: published.record, form, validate, section: section.name, entries, answers: dossier.answers, context: ruleContext(visit.site.deps) })
  return sectionPage(visit, journey, section, { ...shownUnsaved(step, error), hidden: { _draft: dossier.id, _token: token, ...(base !== undefined && { _base: base }) } })
}
