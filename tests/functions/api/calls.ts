import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { GatewayResult } from '../../../functions/http/respond.ts'
import { openApiDocument } from '../../../functions/api/openapi.ts'
import type { Handler } from '../../../functions/http/chain.ts'
import { readRequest } from '../../../functions/http/request.ts'
import { ROUTES } from '../../../functions/http/routes.ts'
import { gatewayEvent } from '../http/events.ts'

export type Called = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Readonly<Record<string, unknown>> & { readonly code?: string; readonly issues?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[] } }

type Asked = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly query?: string }

const DOCUMENT = openApiDocument()
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
ajv.addSchema(DOCUMENT, 'api')
const validators = new Map<string, ValidateFunction>()

const escape = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

/** Holds an answer against what the document says of this call, status and media type. */
const checkAgainstDocument = (method: string, path: string, result: GatewayResult): void => {
  const { routeName } = readRequest(gatewayEvent(path, { method }), 'api', '')
  const route = ROUTES.find(({ name }) => name === routeName)
  if (route === undefined || result.statusCode === 304) return
  const mediaType = (result.headers['content-type'] ?? '').split(';')[0] ?? ''
  const pointer = `api#/paths/${escape(route.path)}/${method.toLowerCase()}/responses/${result.statusCode}`
  const documented = ajv.getSchema(pointer)
  if (documented === undefined) throw new Error(`${method} ${route.path} answered ${result.statusCode}, which the document does not name`)
  if (route.name === 'openapi' || result.body === '') return
  const schema = `${pointer}/content/${escape(mediaType)}/schema`
  const validate = validators.get(schema) ?? ajv.compile({ $ref: schema })
  validators.set(schema, validate)
  if (!validate(JSON.parse(result.body))) throw new Error(`${schema}: ${ajv.errorsText(validate.errors)} in ${result.body.slice(0, 800)}`)
}

/** Calls the API as a client does; every answer is held against the OpenAPI document. */
export const openClient = (handler: Handler) => async (method: string, path: string, { body, headers = {}, query = '' }: Asked = {}): Promise<Called> => {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const result = await handler(gatewayEvent(path, {
    method, query, headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(text !== undefined && { body: text }),
  }), undefined)
  checkAgainstDocument(method, path, result)
  return { status: result.statusCode, headers: result.headers, body: result.body === '' ? {} : JSON.parse(result.body) }
}
