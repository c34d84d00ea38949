import type { JsonObject } from '../../forms/index.ts'
import { ROUTES, type Route, type RouteNameOf } from '../http/routes.ts'
import { headersOf } from './openapi-headers.ts'
import { parametersOf } from './openapi-parameters.ts'
import { SCHEMAS } from './openapi-schemas.ts'
import { OPERATIONS, TAGS, type Answer, type Operation } from './operations.ts'

/** Who answers for this portal, and whether it is one to try things on: settings of the deployment. */
export type About = { readonly name: string; readonly email: string; readonly sandbox: boolean }

/** What a client should know before it sends anything real. */
const SANDBOX_NOTE = ' THIS IS A SANDBOX: dossiers are not processed, all data may be removed at any time, and the clock may be ahead of the real time; the header DVC-Sandbox of every answer says so (`clock=real` or `clock=<ISO time>`).'

/** OpenAPI 3.1 of the API, made from the route table: a route cannot be missing from it, nor an invented one be in it. */
export const openApiDocument = ({ sandbox, ...contact }: About = { name: 'dvc-forms', email: 'gop-y@example.gov.vn', sandbox: false }): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'dvc-forms', version: '1.0.0', contact, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description: `Public service procedures of Vietnam: catalogue, schemas, dossiers and their tracking; what an agency's own system does with them. Errors are application/problem+json (RFC 9457). Lists come in pages, by cursor; what says no cursor is short by nature, and says so.${sandbox ? SANDBOX_NOTE : ''}`,
    ...(sandbox && { 'x-sandbox': true }),
  },
  // Relative to where the document was read: the Host header of whoever asked first must not end up in a shared cache.
  servers: [{ url: '/' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: pathsOf(ROUTES.filter((route) => route.audience === 'api')),
  components: {
    schemas: SCHEMAS,
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'Key of an integrator, dvc_…, made by `dvc integrator key`.' },
      trackingKey: { type: 'http', scheme: 'bearer', description: 'Tracking key from the receipt; X-Tracking-Key says the same.' },
    },
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
    tags: [operation.tag],
    summary: operation.summary,
    description: describe(operation),
    security: securityOf(operation),
    parameters: parametersOf(name, path, operation),
    ...(operation.body && { requestBody: { required: true, description: 'UTF-8, at most 1 MB.', content: { 'application/json': { schema: reference(operation.body) } } } }),
    responses: responsesOf(operation, methods),
  }
}

const securityOf = ({ scope, takes = [] }: Operation): JsonObject[] => {
  if (scope !== undefined) return [{ key: [] }]
  return takes.includes('X-Tracking-Key') ? [{}, { trackingKey: [] }] : []
}

const describe = ({ description, scope }: Operation): string =>
  (scope === undefined || scope === 'any' ? description : `${description} Needs a key with the scope \`${scope}\`.`)

/** A key without the scope is 403, and so is a post that another site made a browser send. */
const keyProblems = ({ scope }: Operation, methods: readonly string[]): readonly number[] =>
  (scope === undefined ? [] : [401, ...(scope === 'any' && methods.includes('GET') ? [] : [403]), 429])

const NOT_MODIFIED: Answer = { description: 'Unchanged since the ETag in If-None-Match.' }

const answerOf = (status: number, { description, schema, mediaType = 'application/json', headers = [] }: Answer, { etag, scope }: Operation): JsonObject => ({
  description, ...headersOf(status, [...headers, ...(etag ? ['ETag' as const] : [])], scope !== undefined),
  ...(schema && { content: { [mediaType]: { schema: typeof schema === 'string' ? reference(schema) : schema } } }),
})

/** With any scope 403 is another site's post alone, which is refused before its key is read. */
const problemOf = (status: number, { scope }: Operation): JsonObject =>
  ({ description: PROBLEMS[status] ?? 'Refused.', ...headersOf(status, [], scope !== undefined && !(scope === 'any' && status === 403)), content: { 'application/problem+json': { schema: reference('Problem') } } })

/** 400 is everybody's: a query parameter that the call does not take. */
const responsesOf = (operation: Operation, methods: readonly string[]): JsonObject => {
  const answers: Readonly<Record<number, Answer>> = { ...operation.answers, ...(operation.etag && { 304: NOT_MODIFIED }) }
  const problems = [...new Set([400, ...operation.problems, ...keyProblems(operation, methods), 500, 503])]
  return {
    ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(Number(status), answer, operation)])),
    ...Object.fromEntries(problems.map((status) => [String(status), problemOf(status, operation)])),
  }
}

const reference = (name: keyof typeof SCHEMAS): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read, or has a parameter that is not taken here.',
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
