import type { Lang } from '../../forms/index.ts'
import { matchRoute } from './match-route.ts'
import type { Audience, RouteName } from './routes.ts'

/** The part of an API Gateway HTTP API event (payload 2.0) that we read. */
export type GatewayEvent = {
  readonly rawPath: string
  readonly rawQueryString?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly cookies?: readonly string[]
  readonly body?: string
  readonly isBase64Encoded?: boolean
  readonly requestContext: { readonly requestId?: string; readonly http: { readonly method: string } }
}

/** A request as plain data: what every page and verb is written against. Header names are in lower case. */
export type Request = {
  /** Id that the citizen can quote to the hotline and that every log line of this request carries. */
  readonly id: string
  readonly method: string
  /** Without the language prefix and without the query. */
  readonly path: string
  /** Undefined where no route has this path and method. */
  readonly routeName: RouteName | undefined
  readonly params: Readonly<Record<string, string>>
  /** Of a repeated parameter the first. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly lang: Lang
  /** The portal's own origin, e.g. https://dichvucong.example.gov.vn. */
  readonly origin: string
}

/** Plain request of a gateway event. `publicUrl` ('' = none) is the origin where a proxy hides the true host. */
export const readRequest = (event: GatewayEvent, audience: Audience, publicUrl: string): Request => {
  const headers = readHeaders(event.headers ?? {})
  // The gateway gives the citizen's function what no route has: calls of the API that do not exist, too.
  const isCall = audience === 'api' || event.rawPath.startsWith('/api/')
  const { lang, path } = isCall ? { lang: preferredLang(headers), path: event.rawPath } : splitLang(event.rawPath)
  const method = event.requestContext.http.method
  const matched = matchRoute(audience, method, path)
  return {
    id: event.requestContext.requestId ?? headers['x-request-id'] ?? 'local',
    method, path, lang, headers,
    routeName: matched?.name,
    params: matched?.params ?? {},
    query: readQuery(event.rawQueryString ?? ''),
    cookies: readCookies(event.cookies ?? headers['cookie']?.split(';') ?? []),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8'),
    origin: publicUrl === '' ? originOf(headers) : publicUrl,
  }
}

/** `path` with the prefix of `lang`: `/en/tra-cuu` for English, `/tra-cuu` for Vietnamese. */
export const localPath = (lang: Lang, path: string): string => (lang === 'vi' ? path : path === '/' ? '/en' : `/en${path}`)

/** Does the client ask for JSON (an enhancement of ours) rather than a page? */
export const wantsJson = (request: Request): boolean => (request.headers['accept'] ?? '').toLowerCase().startsWith('application/json')

const splitLang = (rawPath: string): { lang: Lang; path: string } => {
  const path = rawPath.length > 1 && rawPath.endsWith('/') ? rawPath.slice(0, -1) : rawPath || '/'
  if (path === '/en') return { lang: 'en', path: '/' }
  return path.startsWith('/en/') ? { lang: 'en', path: path.slice(3) } : { lang: 'vi', path }
}

/** Vietnamese unless English is preferred outright: the law's language is the default (Accept-Language, RFC 9110 §12.5.4). */
const preferredLang = (headers: Readonly<Record<string, string>>): Lang => {
  const weights = (headers['accept-language'] ?? '').toLowerCase().split(',').map((range) => {
    const [tag = '', quality = 'q=1'] = range.trim().split(';').map((part) => part.trim())
    return { tag, weight: Number(quality.replace('q=', '')) || 0 }
  })
  const weightOf = (lang: string): number => Math.max(0, ...weights.filter(({ tag }) => tag === lang || tag.startsWith(`${lang}-`)).map(({ weight }) => weight))
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi'
}

const readHeaders = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])))

const readQuery = (raw: string): Record<string, string> => Object.fromEntries([...new URLSearchParams(raw)].toReversed())

const readCookies = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals > 0 ? [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]] : []
  }))

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Name or address with a port, nothing that could leave its place in a link. */
const HOST = /^(?:[a-z\d.-]{1,253}|\[[\da-f:]{2,39}\])(?::\d{1,5})?$/i

const originOf = (headers: Readonly<Record<string, string>>): string => {
  const host = HOST.exec(headers['host'] ?? '')?.[0] ?? 'localhost'
  const forwarded = headers['x-forwarded-proto']
  const scheme = forwarded === 'http' || forwarded === 'https' ? forwarded : LOOPBACK.test(host) ? 'http' : 'https'
  return `${scheme}://${host}`
}
