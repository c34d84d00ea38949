import { renderErrorPage } from '../../forms/view/error-page.ts'
import type { ErrorPageProps } from '../../forms/view/props.ts'
import { AppError } from '../core/errors.ts'
import { problem } from '../http/problem.ts'
import { readForm } from '../http/read-body.ts'
import { refusalOf, retryHeaders, type Refusal } from '../http/refusal.ts'
import { localPath, wantsJson, type Request } from '../http/request.ts'
import { page, seeOther, type Response } from '../http/respond.ts'
import type { Site } from '../http/site.ts'
import { visitOf } from './visit.ts'

/** The citizen's answer to whatever was thrown: a page that says what to do, with what was typed where that can be sent again. */
export const refuse = (site: Site) => async (request: Request, error: unknown): Promise<Response> => {
  const refusal = refusalOf(error)
  // The gateway sends here whatever no other route has, unknown calls of the API too.
  if (wantsJson(request) || request.path.startsWith('/api/')) return problem(request, refusal)
  // A second tab, or the back button after submitting: the receipt is what they look for.
  if (error instanceof AppError && error.code === 'already-submitted') return seeOther(localPath(request.lang, `/ho-so/${error.params['id']}/bien-nhan`))
  const { status, message: key, params, retryAfter } = refusal
  const typed = await typedBefore(request, refusal)
  const props = { status, key, params, ...(typed && { typed }), ...(retryAfter !== undefined && { retryAfter }) }
  return page(renderErrorPage(visitOf(request, site).view, props), { status, headers: retryHeaders(refusal) })
}

const SENT_AGAIN = new Set(['unavailable', 'internal', 'answers-too-large'])

/** What was posted, where the same post can succeed later. Files are not kept: they have to be picked again. */
const typedBefore = async (request: Request, { code }: Refusal): Promise<ErrorPageProps['typed']> => {
  if (request.method !== 'POST' || !SENT_AGAIN.has(code)) return undefined
  const posted = await readForm(request).catch(() => undefined)
  return posted && { action: request.path, entries: posted.entries }
}
