import { renderErrorPage } from '../../forms/view/error-page.ts'
import type { ErrorPageProps } from '../../forms/view/props.ts'
import { AppError } from '../core/errors.ts'
import { problem } from '../http/problem.ts'
import { refusalOf, retryHeaders, type Refusal } from '../http/refusal.ts'
import { localPath, wantsJson, type Request } from '../http/request.ts'
import { page, seeOther, type Response } from '../http/respond.ts'
import type { Site } from '../http/site.ts'
import { visitOf } from './visit.ts'

/** What a post held that can be sent again; a function that takes no posts has none, and loads no reader of them. */
type Typed = (request: Request, refusal: Refusal) => Promise<ErrorPageProps['typed']>

/** The citizen's answer to whatever was thrown: a page that says what to do, with what was typed where that can be sent again. */
export const refuse = (site: Site, typedBefore: Typed = async () => undefined) => async (request: Request, error: unknown): Promise<Response> => {
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
