import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { openApiDocument } from '../../../functions/api/openapi.ts'

/**
 * Redocly's recommended-strict rules and all others of theirs, those of a later version included. None is off. These cannot be
 * without being told what they are to look for:
 */
const ofProblem = ['type', 'title', 'status', 'detail', 'code', 'requestId']

const SETTINGS = {
  'request-mime-type': { severity: 'error' as const, allowedValues: ['application/json'] },
  'response-mime-type': { severity: 'error' as const, allowedValues: ['application/json', 'application/problem+json', 'application/schema+json', 'application/octet-stream'] },
  'response-contains-header': { severity: 'error' as const, names: { 303: ['Location'], 304: ['ETag'], 401: ['WWW-Authenticate'], 429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'], 503: ['Retry-After'] } },
  'response-contains-property': { severity: 'error' as const, names: { '4XX': ofProblem, '5XX': ofProblem } },
  // What is there once, and what is done rather than there; collections alone are plural.
  'path-segment-plural': { severity: 'error' as const, exceptions: ['api', 'v1', 'openapi.json', 'schema', 'office', 'self', 'key', 'validate', 'complete', 'submit', 'rotation', 'replay'] },
}

/** The one rule with exceptions. An empty text says here that the source does not say, or that nothing came before: a shortest length would be a lie. */
const MAY_BE_EMPTY = [
  'Text/properties/vi', 'Text/properties/en', 'LimitRule/properties/basis', 'FeeRule/properties/basis', 'Procedure/properties/legalBasis/items/properties/number',
  'Due/properties/limit/properties/basis', 'Issue/properties/pointer', 'Event/properties/prevHash',
].map((place) => `required-string-property-missing-min-length #/components/schemas/${place}`)

const config = await createConfig({ extends: ['recommended-strict', 'all'], rules: SETTINGS })

const lint = async (document: object): Promise<readonly string[]> => {
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, location: [place], message }) => `${ruleId} ${place?.pointer}${ruleId.includes('min-length') ? '' : `: ${message}`}`)
}

test('no rule is off', () => {
  const rules = Object.keys(config.rules.oas3_1)
  expect(rules.length).toBeGreaterThanOrEqual(63)
  expect(rules.filter((name) => config.getRuleSettings(name, 'oas3_1').severity !== 'error')).toEqual([])
})

test('the document keeps every rule of the linter', async () => {
  expect((await lint(openApiDocument())).toSorted()).toEqual(MAY_BE_EMPTY.toSorted())
})

test.each<[string, string, (text: string) => string]>([
  ['an operation without its summary', 'operation-summary', (text) => text.replace('"summary":"This document",', '')],
  ['an example that its schema does not take', 'no-invalid-schema-examples', (text) => text.replace('"examples":["nd-43-2011"]', '"examples":["nd-1-1999"]')],
  ['a parameter without its description', 'parameter-description', (text) => text.replace('"description":"Id of the webhook.",', '')],
  ['a reference that leads nowhere', 'no-unresolved-refs', (text) => text.replace('#/components/schemas/Receipt', '#/components/schemas/Recipe')],
  ['a refusal that is no problem+json', 'operation-4xx-problem-details-rfc7807', (text) => text.replace('application/problem+json":', 'application/json":')],
])('%s is found', async (_what, rule, spoil) => {
  const whole = JSON.stringify(openApiDocument())
  const spoilt = spoil(whole)
  expect(spoilt).not.toBe(whole)
  expect((await lint(JSON.parse(spoilt))).some((problem) => problem.startsWith(`${rule} `))).toBe(true)
})
