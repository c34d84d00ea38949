import type { MiddlewareObj } from '@middy/core'
import type { GatewayEvent } from '../request.ts'
import { toGatewayResult, type GatewayResult, type Response } from '../respond.ts'

/** Turns whatever was thrown into an answer; `refuse` knows the audience's own form (a page, problem+json). */
export const errorPage = (refuse: (event: GatewayEvent, error: unknown) => Promise<Response>): MiddlewareObj<GatewayEvent, GatewayResult> => ({
  onError: async (request) => { request.response = toGatewayResult(await refuse(request.event, request.error)) },
})
