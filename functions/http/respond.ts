import type { Html } from '../../forms/index.ts'

/** An answer as plain data. Pages and verbs return it; only this file knows how API Gateway wants it. */
export type Response = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[]
  readonly body?: string | Uint8Array
}

/** API Gateway HTTP API answer, payload 2.0. */
export type GatewayResult = {
  statusCode: number
  headers: Record<string, string>
  cookies?: string[]
  body: string
  isBase64Encoded: boolean
}

/** A whole page. Personal unless `cache` says otherwise: a page that may hold answers is never stored. */
export const page = (html: Html, options: { status?: number; cache?: string; headers?: Readonly<Record<string, string>>; cookies?: readonly string[] } = {}): Response => ({
  status: options.status ?? 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': options.cache ?? 'no-store', ...options.headers },
  ...(options.cookies && { cookies: options.cookies }),
  body: html.html,
})

/** 303: the browser goes on with a GET, so a reload never posts twice. */
export const seeOther = (location: string, cookies: readonly string[] = []): Response => ({
  status: 303, headers: { location, 'cache-control': 'no-store' }, cookies,
})

/** JSON of any media type; never stored unless `headers` say otherwise. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response => ({
  status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }, body: JSON.stringify(body),
})

/** Plain answer -> what API Gateway sends. Bytes travel as base64. */
export const toGatewayResult = (response: Response): GatewayResult => ({
  statusCode: response.status,
  headers: { ...response.headers },
  ...(response.cookies && response.cookies.length > 0 && { cookies: [...response.cookies] }),
  ...(typeof response.body === 'object'
    ? { body: Buffer.from(response.body).toString('base64'), isBase64Encoded: true }
    : { body: response.body ?? '', isBase64Encoded: false }),
})
