import type { MiddlewareObj, Request as MiddyRequest } from '@middy/core'
import { AppError } from '../../core/errors.ts'
import { readRequest, type GatewayEvent } from '../request.ts'
import type { GatewayResult } from '../respond.ts'
import type { Audience } from '../routes.ts'

type Call = MiddyRequest<GatewayEvent, GatewayResult>

/**
 * One JSON line a request: ids, route, status, duration. Never a path (it holds draft ids), a query, a header, a body or the
 * message of an unexpected error (a parser quotes what it could not read): an answer cannot reach the log.
 */
export const requestLog = (audience: Audience, write: (line: string) => void): MiddlewareObj<GatewayEvent, GatewayResult> => {
  const started = new WeakMap<Call, number>()
  const finish = (call: Call): void => {
    const { id, method, routeName } = readRequest(call.event, audience, '')
    const ms = Math.round(performance.now() - (started.get(call) ?? performance.now()))
    const line = { level: levelOf(call), requestId: id, audience, route: routeName ?? 'none', method, status: call.response?.statusCode ?? 500, ms }
    write(JSON.stringify({ ...line, ...(call.error && { error: describeError(call.error) }) }))
  }
  return { before: (call) => { started.set(call, performance.now()) }, after: finish, onError: finish }
}

const levelOf = ({ error }: Call): 'info' | 'error' => (error && !(error instanceof AppError) ? 'error' : 'info')

/** Code of a refusal; of a bug its name and the places in our code, causes included. */
const describeError = (error: unknown): unknown => {
  if (error instanceof AppError) return { code: error.code }
  if (!(error instanceof Error)) return { name: typeof error }
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim())
  return { name: error.name, stack, ...(error.cause !== undefined && { cause: describeError(error.cause) }) }
}
