import type { Quota } from '../core/api-keys.ts'

type Headers = Readonly<Record<string, string>>

/** After draft-ietf-httpapi-ratelimit-headers. */
export const quotaHeaders = ({ limit, left, resetSeconds }: Quota): Headers =>
  ({ 'ratelimit-policy': `"calls";q=${limit};w=60`, ratelimit: `"calls";r=${Math.max(0, left)};t=${resetSeconds}` })

const REMEMBERED = new WeakMap<object, Headers>()

/** A refusal is thrown on, so that the log has its code; the answer made of it later still tells the quota. */
export const throwWithQuota = (error: unknown, quota: Quota): never => {
  if (typeof error === 'object' && error !== null) REMEMBERED.set(error, quotaHeaders(quota))
  throw error
}

/** What is to be told with this error. */
export const headersOfError = (error: unknown): Headers => (typeof error === 'object' && error !== null ? REMEMBERED.get(error) ?? {} : {})
