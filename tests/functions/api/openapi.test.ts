import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { openApiDocument } from '../../../functions/api/openapi.ts'
import { OPERATIONS } from '../../../functions/api/operations.ts'
import { SCHEMAS } from '../../../functions/api/openapi-schemas.ts'
import { ERRORS } from '../../../functions/core/errors.ts'
import { ROUTES } from '../../../functions/http/routes.ts'

type Verb = { readonly operationId: string; readonly description: string; readonly parameters: readonly { readonly name: string; readonly in: string }[]; readonly responses: Readonly<Record<string, unknown>> }
const document = openApiDocument()
const paths = document['paths'] as unknown as Readonly<Record<string, Readonly<Record<string, Verb>>>>
const documented = Object.entries(paths).flatMap(([path, verbs]) => Object.entries(verbs).map(([method, verb]) => ({ path, method: method.toUpperCase(), verb })))

test('every route of the API is documented once, and nothing else is', () => {
  const routes = ROUTES.filter(({ audience }) => audience === 'api').flatMap(({ name, methods, path }) => methods.map((method) => `${method} ${path} ${name}`))
  expect(documented.map(({ path, method, verb }) => `${method} ${path} ${verb.operationId}`).sort()).toEqual([...routes].sort())
})

test('every variable of a path is a parameter, and the other way round', () => {
  for (const { path, verb } of documented) {
    const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(verb.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(variables)
  }
})

test('every schema compiles, is used, and every reference leads somewhere', () => {
  const text = JSON.stringify(document)
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
  expect([...referred].sort()).toEqual(Object.keys(SCHEMAS).sort())
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  ajv.addSchema(document, 'api')
  for (const name of Object.keys(SCHEMAS)) expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` })).not.toThrow()
})

test('every status that a problem can have is one of the error catalogue', () => {
  const known = new Set<number>(Object.values(ERRORS).map(({ status }) => status))
  for (const { problems } of Object.values(OPERATIONS)) for (const status of problems) expect(known).toContain(status)
})

test('it is OpenAPI 3.1 and names its server', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/' }], info: { title: 'dvc-forms', version: '1.0.0' } })
})

test('lists come in pages by cursor, or say why they need none; one thing has an ETag, and is not sent again to who holds it', () => {
  const gets = documented.filter(({ method }) => method === 'GET')
  const takes = (verb: Verb, name: string): boolean => verb.parameters.some((parameter) => parameter.name === name)
  const paged = gets.filter(({ verb }) => takes(verb, 'cursor') && takes(verb, 'limit')).map(({ verb }) => verb.operationId)
  const whole = gets.filter(({ verb }) => verb.description.startsWith('Whole, without pages: ')).map(({ verb }) => verb.operationId)
  expect({ paged, whole }).toEqual({ paged: ['catalogue', 'officeEvents', 'officeDeadLetters'], whole: ['officeHistory', 'officeWebhooks'] })
  const tagged = gets.filter(({ verb }) => takes(verb, 'If-None-Match') && '304' in verb.responses).map(({ verb }) => verb.operationId)
  expect(gets.map(({ verb }) => verb.operationId).filter((name) => !tagged.includes(name))).toEqual(['officeEvents', 'officeForm', 'officeFile', 'officeDeadLetters'])
})
