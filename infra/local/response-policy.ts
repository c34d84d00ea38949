import type { Deployed } from './assembly.ts'
import { isValues, list, member, text, type Value } from './template.ts'

/** A header that CloudFront adds; `override` wins over the origin's own. */
export type AddedHeader = { readonly name: string; readonly value: string; readonly override: boolean }

const transport = (config: Value): string =>
  [`max-age=${text(member(config, 'AccessControlMaxAgeSec'))}`, ...(member(config, 'IncludeSubdomains') === true ? ['includeSubDomains'] : []), ...(member(config, 'Preload') === true ? ['preload'] : [])].join('; ')

const SECURITY: Readonly<Record<string, readonly [string, (config: Value) => string]>> = {
  StrictTransportSecurity: ['strict-transport-security', transport],
  ContentTypeOptions: ['x-content-type-options', () => 'nosniff'],
  FrameOptions: ['x-frame-options', (config) => text(member(config, 'FrameOption'))],
  ReferrerPolicy: ['referrer-policy', (config) => text(member(config, 'ReferrerPolicy'))],
  ContentSecurityPolicy: ['content-security-policy', (config) => text(member(config, 'ContentSecurityPolicy'))],
}

/** CloudFront adds these to answers to requests with an Origin; on the others they say nothing. */
const corsHeaders = (config: Value | undefined): AddedHeader[] => {
  const override = member(config, 'OriginOverride') === true
  const names = { 'access-control-allow-origin': 'AccessControlAllowOrigins', 'access-control-allow-methods': 'AccessControlAllowMethods' }
  return Object.entries(names).flatMap(([name, key]) => {
    const value = list(member(config, key, 'Items')).map(text).join(', ')
    return value === '' ? [] : [{ name, value, override }]
  })
}

/** The headers of a ResponseHeadersPolicy. */
export const readResponsePolicy = (policy: Deployed): AddedHeader[] => {
  const config = policy.properties['ResponseHeadersPolicyConfig']
  const security = member(config, 'SecurityHeadersConfig')
  return [
    ...(isValues(security) ? Object.entries(security) : []).flatMap(([kind, part]): AddedHeader[] => {
      const known = SECURITY[kind]
      return known === undefined ? [] : [{ name: known[0], value: known[1](part), override: member(part, 'Override') === true }]
    }),
    ...corsHeaders(member(config, 'CorsConfig')),
    ...list(member(config, 'CustomHeadersConfig', 'Items')).map((item) => ({ name: text(member(item, 'Header')).toLowerCase(), value: text(member(item, 'Value')), override: member(item, 'Override') === true })),
  ]
}

/** Adds a policy's headers to an answer. */
export const withPolicy = (headers: readonly (readonly [string, string])[], added: readonly AddedHeader[]): (readonly [string, string])[] => {
  const has = (name: string): boolean => headers.some(([given]) => given === name)
  const overridden = new Set(added.filter(({ override }) => override).map(({ name }) => name))
  return [...headers.filter(([name]) => !overridden.has(name)), ...added.filter(({ name, override }) => override || !has(name)).map(({ name, value }) => [name, value] as const)]
}
