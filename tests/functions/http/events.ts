import type { GatewayEvent } from '../../../functions/http/request.ts'

type Asked = {
  readonly method?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body?: string | Uint8Array
}

/** An API Gateway HTTP API event (payload 2.0) as the gateway would send it: bodies of bytes travel as base64. */
export const gatewayEvent = (path: string, { method = 'GET', query = '', headers = {}, cookies = [], body }: Asked = {}): GatewayEvent => ({
  rawPath: path,
  rawQueryString: query,
  headers: { host: 'localhost:3000', ...headers },
  ...(cookies.length > 0 && { cookies }),
  ...(body !== undefined && (typeof body === 'string' ? { body, isBase64Encoded: false } : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true })),
  requestContext: { requestId: 'request-1', http: { method } },
})

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export type MultipartPart = { readonly name: string; readonly value: string | Uint8Array; readonly fileName?: string; readonly type?: string }

/** A multipart/form-data body as browsers write it. */
export const multipart = (parts: readonly MultipartPart[], boundary = 'x-boundary-x'): { readonly headers: Record<string, string>; readonly body: Uint8Array } => {
  const chunks = parts.flatMap(({ name, value, fileName, type }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`
    const contentType = type === undefined ? '' : `content-type: ${type}\r\n`
    return [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${contentType}\r\n`), Buffer.from(value), Buffer.from('\r\n')]
  })
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]) }
}
