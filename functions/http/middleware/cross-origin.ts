import type { MiddlewareObj } from '@middy/core'
import { crossOriginHeaders } from '../cross-origin.ts'
import type { GatewayEvent, Request } from '../request.ts'
import type { GatewayResult } from '../respond.ts'

type Call = { readonly event: GatewayEvent; response: GatewayResult | null | undefined }

/** Says of every answer, refusals too, which other origin may read it. */
export const crossOrigin = (read: (event: GatewayEvent) => Request, origins: () => Promise<readonly string[]>): MiddlewareObj<GatewayEvent, GatewayResult> => {
  const add = async (call: Call): Promise<void> => {
    if (!call.response) return
    call.response.headers = { ...call.response.headers, ...crossOriginHeaders(read(call.event), call.response.statusCode, await origins()) }
  }
  return { after: add, onError: add }
}
