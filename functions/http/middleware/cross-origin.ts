import type { MiddlewareObj } from '@middy/core'
import { crossOriginHeaders } from '../cross-origin.ts'
import type { GatewayEvent, Request } from '../request.ts'
import type { GatewayResult } from '../respond.ts'

type Call = { readonly event: GatewayEvent; response: GatewayResult | null | undefined }

/** Says of every answer, refusals too, which other origin may read it. */
export const crossOrigin = (read: (event: GatewayEvent) => Request, origins: (request: Request) => Promise<readonly string[]>): MiddlewareObj<GatewayEvent, GatewayResult> => {
  const add = async (call: Call): Promise<void> => {
    if (!call.response) return
    const request = read(call.event)
    // A register out of reach must not take the refusal that says so away as well.
    const known = await origins(request).catch(() => [])
    call.response.headers = { ...call.response.headers, ...crossOriginHeaders(request, call.response.statusCode, known) }
  }
  return { after: add, onError: add }
}
