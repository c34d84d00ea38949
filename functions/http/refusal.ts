import type { Issue, MessageKey, MessageParams } from '../../forms/index.ts'
import { AppError, errorEntry, type ErrorCode, type Facts } from '../core/errors.ts'
import { Unavailable } from '../core/ports.ts'

/** What an answer says of an error, whatever its form: page or problem+json. */
export type Refusal = {
  readonly code: ErrorCode
  readonly status: number
  readonly message: MessageKey
  readonly params: MessageParams
  readonly issues: readonly Issue[]
  readonly facts: Facts
  readonly retryAfter?: number
}

/** A refusal of the catalogue as it is, a store out of reach as 'unavailable'; anything else is a bug and says nothing of itself. */
export const refusalOf = (error: unknown): Refusal => {
  const refused = error instanceof AppError ? error : new AppError(error instanceof Unavailable ? 'unavailable' : 'internal')
  const { code, params, issues, facts } = refused
  const { retryAfter } = facts
  return { code, params, issues, facts, ...errorEntry(code), ...(typeof retryAfter === 'number' && { retryAfter }) }
}

/** Retry-After in seconds, where a repeat makes sense (RFC 9110 §10.2.3). */
export const retryHeaders = ({ retryAfter }: Pick<Refusal, 'retryAfter'>): Readonly<Record<string, string>> =>
  retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
