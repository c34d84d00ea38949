import type { JsonObject } from '../../forms/index.ts'
import { ROUTES, type Route, type RouteNameOf } from '../http/routes.ts'
import { SCHEMAS } from './openapi-schemas.ts'
import { OPERATIONS, type Operation } from './operations.ts'

/** What a client should know before it sends anything real. */
const SANDBOX_NOTE = ' THIS IS A SANDBOX: dossiers are not processed, all data may be removed at any time, and the clock may be ahead of the real time; the header DVC-Sandbox of every answer says so (`clock=real` or `clock=<ISO time>`).'

/** OpenAPI 3.1 of the API, made from the route table: a route cannot be missing from it, nor an invented one be in it. */
export const openApiDocument = ({ sandbox }: { readonly sandbox: boolean } = { sandbox: false }): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'dvc-forms', version: '1.0.0',
    description: `Public service procedures of Vietnam: catalogue, schemas, dossiers and their tracking. Errors are application/problem+json (RFC 9457).${sandbox ? SANDBOX_NOTE : ''}`,
    ...(sandbox && { 'x-sandbox': true }),
  },
  // Relative to where the document was read: the Host header of whoever asked first must not end up in a shared cache.
  servers: [{ url: '/' }],
  paths: pathsOf(ROUTES.filter((route) => route.audience === 'api')),
  components: {
    schemas: SCHEMAS,
    securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Key of an integrator, dvc_…, made by `dvc integrator key`.' } },
  },
})

type ApiRoute = Route & { readonly name: RouteNameOf<'api'> }

const pathsOf = (routes: readonly ApiRoute[]): JsonObject => {
  const paths: Record<string, JsonObject> = {}
  for (const route of routes) {
    const verbs = Object.fromEntries(route.methods.map((method) => [method.toLowerCase(), operationOf(route)]))
    paths[route.path] = { ...paths[route.path], ...verbs }
  }
  return paths
}

const operationOf = ({ name, path, methods }: ApiRoute): JsonObject => {
  const operation = OPERATIONS[name]
  return {
    operationId: name,
    summary: operation.summary,
    ...describe(operation),
    ...(operation.scope !== undefined && { security: [{ key: [] }] }),
    parameters: parametersOf(path, operation),
    ...(operation.body && { requestBody: { required: true, content: { 'application/json': { schema: reference(operation.body) } } } }),
    responses: responsesOf(operation, methods),
  }
}

const describe = ({ description = '', scope }: Operation): JsonObject => {
  const needs = scope === undefined || scope === 'any' ? '' : `Needs a key with the scope \`${scope}\`.`
  const text = [description, needs].filter((part) => part !== '').join(' ')
  return text === '' ? {} : { description: text }
}

const parametersOf = (path: string, { headers = [], query = [] }: Operation): JsonObject[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  ...query.map(({ name, description }) => ({ name, in: 'query', required: false, description, schema: { type: 'string' } })),
  ...headers.map(({ name, required, description }) => ({ name, in: 'header', required, description, schema: { type: 'string' } })),
  { name: 'Accept-Language', in: 'header', required: false, description: 'vi (default) or en.', schema: { type: 'string' } },
]

/** Told in every answer to an integrator, refusals for too many calls included (draft-ietf-httpapi-ratelimit-headers). */
const QUOTA_HEADERS: JsonObject = {
  'RateLimit-Policy': { description: 'Calls that a minute holds: "calls";q=600;w=60', schema: { type: 'string' } },
  RateLimit: { description: 'What is left of this minute, and the seconds that it lasts: "calls";r=599;t=42', schema: { type: 'string' } },
}

/** A key without the scope is 403, and so is a post that another site made a browser send. */
const keyProblems = ({ scope }: Operation, methods: readonly string[]): readonly number[] =>
  (scope === undefined ? [] : [401, ...(scope === 'any' && methods.includes('GET') ? [] : [403]), 429])

const headersFor = (status: string, { scope }: Operation): JsonObject => {
  if (scope === undefined) return {}
  return { headers: status === '429' ? { ...QUOTA_HEADERS, 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } : QUOTA_HEADERS }
}

const responsesOf = (operation: Operation, methods: readonly string[]): JsonObject => {
  const { answers, problems } = operation
  return {
    ...Object.fromEntries(Object.entries(answers).map(([status, { description, schema, mediaType = 'application/json' }]) =>
      [status, { description, ...headersFor(status, operation), ...(schema && { content: { [mediaType]: { schema: reference(schema) } } }) }])),
    ...Object.fromEntries([...new Set([...problems, ...keyProblems(operation, methods), 500, 503])].map((status) => [String(status), {
      description: PROBLEMS[status] ?? 'Refused.', ...(status === 429 ? headersFor('429', operation) : {}), content: { 'application/problem+json': { schema: reference('Problem') } },
    }])),
  }
}

const reference = (name: keyof typeof SCHEMAS): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'No key, or one that opens nothing.',
  403: 'The key is wrong, or another site sent this.',
  404: 'Not there, or not yours: one answer for both.',
  409: 'It does not fit the present state.',
  412: 'The revision is out of date.',
  413: 'Too large.',
  415: 'This type of content is not taken.',
  422: 'Answers or a file have to be put right; see issues.',
  429: 'Too many calls in this minute.',
  428: 'A precondition is missing.',
  500: 'A fault of ours; quote requestId.',
  503: 'Busy; repeat after Retry-After seconds.',
}
