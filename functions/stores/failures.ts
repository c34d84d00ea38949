import { ConditionFailed, Unavailable } from '../core/ports.ts'

type Named = { readonly name: string; readonly code: string; readonly status: number }

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded', 'LimitExceededException', 'SlowDown', 'TooManyRequestsException',
  'InternalServerError', 'InternalError', 'ServiceUnavailable', 'TimeoutError', 'RequestTimeout', 'AbortError', 'TransactionConflictException', 'ReplicatedWriteConflictException',
])
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_SOCKET'])

const readError = (error: unknown): Named => {
  const { name, code, $metadata } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown; readonly $metadata?: { readonly httpStatusCode?: number } }
  return { name: String(name ?? ''), code: String(code ?? ''), status: $metadata?.httpStatusCode ?? 0 }
}

/** True for answers that say "not now": throttled, timed out, cut off, or a fault of the service. */
export const isUnavailable = (error: unknown): boolean => {
  const { name, code, status } = readError(error)
  return THROTTLED.has(name) || NETWORK.has(code) || status >= 500 || status === 429
}

/** True where the condition of a write did not hold (DynamoDB's or S3's word for it). */
export const isConditionFailed = (error: unknown): boolean => {
  const { name, status } = readError(error)
  return name === 'ConditionalCheckFailedException' || (name === 'PreconditionFailed' && status === 412)
}

/** True where an object or bucket key is not there. */
export const isMissing = (error: unknown): boolean => {
  const { name, status } = readError(error)
  return name === 'NoSuchKey' || name === 'NotFound' || status === 404
}

/** Runs a call and says its failure in the ports' two words; anything else is a bug and stays what it is. */
export const calling = async <Result>(call: () => Promise<Result>): Promise<Result> => {
  try {
    return await call()
  } catch (error) {
    if (isConditionFailed(error)) throw new ConditionFailed('the condition did not hold', { cause: error })
    if (isUnavailable(error)) throw new Unavailable('the store cannot be reached now', { cause: error })
    throw error
  }
}
