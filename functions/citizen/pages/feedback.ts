import type { Entries } from '../../../forms/index.ts'
import { renderFeedbackPage } from '../../../forms/view/feedback-page.ts'
import type { FeedbackPageProps } from '../../../forms/view/props.ts'
import { addFeedback, FEEDBACK_LIMIT } from '../../core/add-feedback.ts'
import type { Feedback } from '../../core/ports.ts'
import { readForm, valueOf } from '../../http/read-body.ts'
import { page } from '../../http/respond.ts'
import { goTo, type PageHandler } from '../visit.ts'

type Values = FeedbackPageProps['values']

/** Feedback and petitions about a procedure, an agency, a dossier or the portal. */
export const feedback: PageHandler = async (visit) => {
  const { request, site, view } = visit
  if (request.method !== 'POST') return page(renderFeedbackPage(view, { values: readAsked(request.query), issues: [], hidden: { [FORM]: site.deps.ids.token() }, ...sentBefore(request.query) }))
  const { entries } = await readForm(request)
  const [values, form] = [readValues(entries), valueOf(entries, FORM)]
  const issues = checkValues(values)
  if (issues.length > 0) return page(renderFeedbackPage(view, { values, issues, hidden: { [FORM]: form } }), { status: 422 })
  const { id } = await addFeedback({ ...values, about: aboutOf(values.about), lang: request.lang, form }, site.deps)
  // The thanks are a page of their own: reloading it sends nothing again.
  return goTo(visit, `/phan-anh?${SENT}=${id}`)
}

const SENT = 'da-gui'
/** The token of the page, by which a petition that is posted twice is known. */
const FORM = '_form'

/** Only what one of our numbers looks like is shown back. */
const sentBefore = (query: Readonly<Record<string, string>>): Pick<FeedbackPageProps, 'sent'> => {
  const id = query[SENT] ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { sent: { id } } : {}
}

const ABOUT = ['procedure', 'agency', 'dossier', 'portal'] as const

const aboutOf = (text: string): Feedback['about'] => ABOUT.find((one) => one === text) ?? 'portal'

/** A link from a posting or a receipt says what it is about. */
const readAsked = (query: Readonly<Record<string, string>>): Values =>
  ({ about: query['about'] ?? '', subject: query['subject'] ?? '', text: '', name: '', contact: '' })

const readValues = (entries: Entries): Values => ({
  about: valueOf(entries, 'about'), subject: valueOf(entries, 'subject'), text: valueOf(entries, 'text'),
  name: valueOf(entries, 'name'), contact: valueOf(entries, 'contact'),
})

const LINE_LIMIT = 300

/** Only the text is asked for; who writes may stay unnamed. */
const checkValues = (values: Values): FeedbackPageProps['issues'] => {
  const text = values.text.normalize('NFC').trim()
  const long = (['subject', 'name', 'contact'] as const).filter((name) => values[name].length > LINE_LIMIT)
  return [
    ...(ABOUT.some((one) => one === values.about) ? [] : [{ name: 'about' as const, key: 'issue.select.required' as const }]),
    ...(text === '' ? [{ name: 'text' as const, key: 'issue.required' as const }] : []),
    ...(text.length > FEEDBACK_LIMIT ? [{ name: 'text' as const, key: 'issue.too-long' as const, params: { limit: FEEDBACK_LIMIT } }] : []),
    ...long.map((name) => ({ name, key: 'issue.too-long' as const, params: { limit: LINE_LIMIT } })),
  ]
}
