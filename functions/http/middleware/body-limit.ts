import type { MiddlewareObj } from '@middy/core'
import { AppError } from '../../core/errors.ts'
import { LIMITS } from '../limits.ts'
import type { GatewayEvent } from '../request.ts'
import type { GatewayResult } from '../respond.ts'

/** Refuses a body that is too large before anything is decoded or parsed. */
export const bodyLimit = (): MiddlewareObj<GatewayEvent, GatewayResult> => ({
  before: ({ event }) => {
    const length = event.body?.length ?? 0
    const bytes = event.isBase64Encoded === true ? Math.floor(length * 0.75) : length
    if (bytes > LIMITS.bodyBytes) throw new AppError('body-too-large')
  },
})
