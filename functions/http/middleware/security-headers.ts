import type { MiddlewareObj } from '@middy/core'
import type { GatewayEvent } from '../request.ts'
import type { GatewayResult } from '../respond.ts'

/**
 * Headers of every answer, the 500 page's too. Written by hand: the ready-made package merges its own policy under ours
 * (sandbox, trusted types, upgrade-insecure-requests), which blocks forms and every page on plain-http localhost.
 * A page that registered sites may frame brings its own policy, which wins. `uploadOrigin` is where scripts post files with a presigned form; '' = nowhere.
 */
export const securityHeaders = (uploadOrigin: string): MiddlewareObj<GatewayEvent, GatewayResult> => {
  const headers = securityHeadersOf(uploadOrigin)
  const add = (request: { response: GatewayResult | null | undefined }): void => {
    if (request.response) request.response.headers = { ...headers, ...request.response.headers }
  }
  return { after: add, onError: add }
}

/** The headers themselves, names in lower case. */
export const securityHeadersOf = (uploadOrigin: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(uploadOrigin),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // A draft's address must not leak to the sites that a page links to.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
})

/** No 'unsafe-inline' and no 'unsafe-eval': scripts and styles are files of this origin. */
export const contentSecurityPolicy = (uploadOrigin: string, framedBy: readonly string[] = []): string => [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self' ${uploadOrigin}`.trim(),
  "form-action 'self'",
  `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  "base-uri 'none'",
].join('; ')
