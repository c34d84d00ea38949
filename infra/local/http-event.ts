import { randomUUID } from 'node:crypto'
import { isValues, list, member, text, type Value } from './template.ts'
import type { Matched } from './http-routes.ts'

/** A request that came in, body read. */
export type Incoming = { readonly method: string; readonly target: string; readonly headers: readonly (readonly [string, string])[]; readonly body: Buffer; readonly sourceIp: string; readonly domain: string }

/** An answer to send; a header may come more than once. */
export type Outgoing = { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: Buffer }

/** Bodies that API Gateway passes as they are; all others (form posts too) arrive in base64. */
const PLAIN = /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.-]+\+(json|xml)\b)/

const joined = (pairs: Iterable<readonly [string, string]>): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [name, value] of pairs) found[name] = Object.hasOwn(found, name) ? `${found[name]},${value}` : value
  return found
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Path of a request target, decoded as HTTP APIs decode it. */
export const pathOf = (target: string): string => decoded(target.split('?')[0] ?? '/')

/** A payload of format 2.0, as HTTP APIs make it. */
export const eventOf = (request: Incoming, route: Matched, now: Date): Value => {
  const query = request.target.includes('?') ? request.target.slice(request.target.indexOf('?') + 1) : ''
  const cookies = request.headers.filter(([name]) => name === 'cookie').flatMap(([, value]) => value.split(/; */)).filter((cookie) => cookie !== '')
  const headers = joined(request.headers.filter(([name]) => name !== 'cookie'))
  const asText = PLAIN.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined
  return {
    version: '2.0', routeKey: route.key, rawPath: pathOf(request.target), rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== '' && { queryStringParameters: joined(new URLSearchParams(query)) }),
    requestContext: {
      accountId: '123456789012', apiId: request.domain.split('.')[0] ?? '', domainName: request.domain, domainPrefix: request.domain.split('.')[0] ?? '',
      http: { method: request.method, path: pathOf(request.target), protocol: 'HTTP/1.1', sourceIp: request.sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(), routeKey: route.key, stage: '$default', time: now.toUTCString(), timeEpoch: now.getTime(),
    },
    ...(Object.keys(route.parameters).length > 0 && { pathParameters: route.parameters }),
    ...(request.body.length > 0 && { body: request.body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !asText,
  }
}

/** API Gateway's own small refusals. */
export const refusal = (status: number, message: string): Outgoing =>
  ({ status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) })

const hasStatus = (result: Value): boolean => member(result, 'statusCode') !== undefined

/** Reads what a function returned; a result without statusCode is a JSON answer by itself (format 2.0). */
export const readResult = (json: string): Outgoing => {
  const result: Value = JSON.parse(json)
  if (!isValues(result) || !hasStatus(result)) return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(typeof result === 'string' ? result : json) }
  const status = Number(text(member(result, 'statusCode')))
  if (!Number.isInteger(status) || status < 100 || status > 599) return refusal(500, 'Internal Server Error')
  const headers = member(result, 'headers')
  const several = member(result, 'multiValueHeaders')
  return {
    status,
    headers: [
      ...(isValues(headers) ? Object.entries(headers) : []).map(([name, value]) => [name.toLowerCase(), text(value)] as const),
      ...(isValues(several) ? Object.entries(several) : []).flatMap(([name, values]) => list(values).map((value) => [name.toLowerCase(), text(value)] as const)),
      ...list(member(result, 'cookies')).map((cookie) => ['set-cookie', text(cookie)] as const),
    ],
    body: Buffer.from(text(member(result, 'body')), member(result, 'isBase64Encoded') === true ? 'base64' : 'utf8'),
  }
}
