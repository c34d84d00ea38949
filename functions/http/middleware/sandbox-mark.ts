import type { MiddlewareObj } from '@middy/core'
import { movedTo, type SandboxClock } from '../../core/sandbox-clock.ts'
import type { GatewayEvent } from '../request.ts'
import type { GatewayResult } from '../respond.ts'

type Call = { response: GatewayResult | null | undefined }

/**
 * Marks every answer of a sandbox: `DVC-Sandbox: clock=2026-12-24T08:00:00+07:00`, or `clock=real`. What shows a moved time
 * is kept by nobody. A production portal has no such clock, and its answers no such header.
 */
export const sandboxMark = (clock: SandboxClock | undefined): MiddlewareObj<GatewayEvent, GatewayResult> => {
  const add = ({ response }: Call): void => {
    if (!clock || !response) return
    const moved = movedTo(clock)
    const kept = response.headers['cache-control']
    response.headers = { ...response.headers, 'dvc-sandbox': `clock=${moved ?? 'real'}`, ...(moved !== undefined && kept?.startsWith('public') === true && { 'cache-control': 'no-cache' }) }
  }
  return { after: add, onError: add }
}
