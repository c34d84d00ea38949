import makeChain from '@middy/core'
import type { SandboxClock } from '../core/sandbox-clock.ts'
import { answerPreflight, isPreflight } from './cross-origin.ts'
import { bodyLimit } from './middleware/body-limit.ts'
import { crossOrigin } from './middleware/cross-origin.ts'
import { errorPage } from './middleware/error-page.ts'
import { requestLog } from './middleware/request-log.ts'
import { sandboxMark } from './middleware/sandbox-mark.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { readRequest, type GatewayEvent, type Request } from './request.ts'
import { toGatewayResult, type GatewayResult, type Response } from './respond.ts'
import type { Audience } from './routes.ts'

/** What a chain is made of: the audience's dispatch and its way to say no, and what the host knows. */
export type Links = {
  readonly audience: Audience
  readonly answer: (request: Request) => Promise<Response>
  /** Must not throw: it is the last word. */
  readonly refuse: (request: Request, error: unknown) => Promise<Response>
  readonly publicUrl: string
  readonly uploadOrigin: string
  /** Origins of other sites that may send this request and read its answer. */
  readonly origins: (request: Request) => Promise<readonly string[]>
  readonly writeLog: (line: string) => void
  /** On a sandbox: its clock is looked at before each answer, which carries its mark. */
  readonly clock?: SandboxClock | undefined
}

export type Handler = (event: GatewayEvent, context: unknown) => Promise<GatewayResult>

/**
 * The order matters, because middy runs `after` and `onError` from the last registered to the first:
 * a thrown error becomes a page (errorPage), the page gets its headers (securityHeaders), the outcome is logged (requestLog).
 * Were the error page registered before the headers, a 500 would go out without its Content-Security-Policy.
 */
export const chain = ({ audience, answer, refuse, publicUrl, uploadOrigin, origins, writeLog, clock }: Links): Handler => {
  const read = (event: GatewayEvent): Request => readRequest(event, audience, publicUrl)
  const handler = makeChain<GatewayEvent, GatewayResult>()
    .use(requestLog(audience, writeLog))
    .use(securityHeaders(uploadOrigin))
    .use(crossOrigin(read, origins))
    .use(sandboxMark(clock))
    .use(errorPage((event, error) => refuse(read(event), error)))
    .use(bodyLimit())
    .handler(async (event: GatewayEvent) => {
      await clock?.look()
      const request = read(event)
      return toGatewayResult(isPreflight(request) ? answerPreflight(request, await origins(request)) : await answer(request))
    })
  // middy asks for all of Lambda's context; nothing of ours reads it.
  return (event, context) => handler(event, (context ?? {}) as Parameters<typeof handler>[1]) as Promise<GatewayResult>
}
