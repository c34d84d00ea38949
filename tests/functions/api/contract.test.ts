import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../../functions/api/openapi.ts'
import { OPERATIONS } from '../../../functions/api/operations.ts'
import { SCOPES } from '../../../functions/core/integrator.ts'
import { Unavailable } from '../../../functions/core/ports.ts'
import type { Handler } from '../../../functions/http/chain.ts'
import type { RouteNameOf } from '../../../functions/http/routes.ts'
import { startPortal, type Portal } from '../portal.ts'
import { openClient } from './calls.ts'
import { contractWorld, type Asked, type ContractWorld } from './contract-world.ts'
import { SCENARIOS } from './contract-scenarios.ts'

/**
 * Generated from the OpenAPI document: every operation with every status that it documents is provoked, and the answer is
 * held against the document (openClient does). What is common to many operations is derived from the plain case.
 */
type Name = RouteNameOf<'api'>
type Verb = { readonly operationId: Name; readonly requestBody?: unknown; readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>> }>> }

const paths = openApiDocument()['paths'] as unknown as Readonly<Record<string, Readonly<Record<string, Verb>>>>
const CASES = Object.values(paths).flatMap((verbs) => Object.values(verbs)).flatMap(({ operationId, responses }) => Object.keys(responses).map((status) => [operationId, Number(status)] as const))

/** The document is made of constants: nothing in it can fail, though API Gateway itself may answer so. A file is given by the store that Location leads to: office.test.ts goes there. */
const BEYOND_US = new Set(['openapi 500', 'openapi 503', 'officeFile 200', 'officeForm 200'])

const documentedHeaders = (name: Name, status: number): readonly string[] =>
  Object.values(paths).flatMap((verbs) => Object.values(verbs)).filter(({ operationId }) => operationId === name).flatMap(({ responses }) => Object.keys(responses[status]?.headers ?? {})).map((header) => header.toLowerCase())

let portal: Portal
let world: ContractWorld
beforeAll(async () => {
  portal = await startPortal()
  // Time stands still: no minute of anybody's quota ends in the middle of a case.
  portal.setClock(new Date())
  world = contractWorld(portal)
})
afterAll(() => portal.stop())

const OTHER_ID = /[\da-f]{8}-[\da-f-]{27}|[A-Z]\d{2}-\d{6}-\d{4}|9\.\d{6}|(?<=webhooks\/)[A-Z2-9]{10}/
const elsewhere = (path: string): string => path.replace(OTHER_ID, (id) => (id.includes('.') ? '0.000000' : id.length === 36 ? randomUUID() : id.startsWith('H') && id.includes('-') ? 'H26-000101-0001' : 'AAAAAAAAAA'))

/** How the plain case is spoiled so that any operation answers with this status. */
const SPOILED: Readonly<Record<number, (asked: Asked, name: Name) => Asked | Promise<Asked>>> = {
  400: (asked) => (asked.body === undefined ? { ...asked, query: 'surprise=1' } : { ...asked, body: '{' }),
  401: (asked) => ({ ...asked, headers: { ...asked.headers, authorization: 'Bearer nothing' } }),
  403: async (asked, name) => {
    const { scope } = OPERATIONS[name]
    if (scope === undefined || scope === 'any') return { ...asked, headers: { ...asked.headers, 'sec-fetch-site': 'cross-site' } }
    return { ...asked, headers: { ...asked.headers, authorization: `Bearer ${await world.keyFor(SCOPES.filter((one) => one !== scope))}` } }
  },
  404: (asked) => ({ ...asked, path: elsewhere(asked.path) }),
  413: (asked) => ({ ...asked, body: { filler: 'x'.repeat(1_100_000) } }),
  415: (asked) => ({ ...asked, body: asked.body ?? {}, headers: { ...asked.headers, 'content-type': 'text/plain' } }),
  429: async (asked) => {
    const key = await world.keyFor([...SCOPES], 1)
    const spent = { ...asked, headers: { ...asked.headers, authorization: `Bearer ${key}` } }
    await openClient(portal.api)('GET', '/api/v1/office/self', { headers: { authorization: `Bearer ${key}` } })
    return spent
  },
}

/** Every store fails in the same way. */
const failing = (error: () => Error): Handler => {
  const store = new Proxy({}, { get: () => async () => { throw error() } }) as never
  return portal.over({ dossiers: store, procedures: store, artefacts: store, attachments: store, feedback: store, integrators: store, webhooks: store }).api
}

const request = async (name: Name, status: number): Promise<Asked> => {
  const own = SCENARIOS[name][status]
  if (own) return own(world)
  const plain = await SCENARIOS[name].ok(world)
  return (await SPOILED[status]?.(plain, name)) ?? plain
}

const handlerFor = (status: number): Handler => {
  if (status === 500) return failing(() => new TypeError('a fault of ours'))
  return status === 503 ? failing(() => new Unavailable('out of reach')) : portal.api
}

describe('every documented status is given, as documented', () => {
  test.each(CASES.filter(([name, status]) => !BEYOND_US.has(`${name} ${status}`)))('%s %i', async (name, status) => {
    const { method, path, ...rest } = await request(name, status)
    const called = await openClient(handlerFor(status))(method, path, rest)
    expect({ status: called.status, code: called.body.code }).toMatchObject({ status })
    if (status >= 400) expect(called.body).toMatchObject({ status, code: expect.any(String), requestId: 'request-1', detail: expect.stringMatching(/\S{2,} \S+/) })
    for (const header of documentedHeaders(name, status)) expect(called.headers, header).toHaveProperty(header)
    if (documentedHeaders(name, status).includes('ratelimit')) expect(called.headers).toMatchObject({ ratelimit: expect.stringMatching(/^"calls";r=\d+;t=\d+$/) })
    if (status === 503 || status === 429) expect(Number(called.headers['retry-after'])).toBeGreaterThan(0)
  })
})

test('no scenario is left over: each belongs to a status that the document names', () => {
  const documented = new Set(CASES.map(([name, status]) => `${name} ${status}`))
  const named = Object.entries(SCENARIOS).flatMap(([name, own]) => Object.keys(own).filter((key) => key !== 'ok').map((status) => `${name} ${status}`))
  expect(named.filter((one) => !documented.has(one))).toEqual([])
  expect(CASES.length).toBeGreaterThan(200)
})
