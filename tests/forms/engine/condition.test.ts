import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONDITION_KEYWORDS } from '../../../forms/engine/condition.ts'
import { matches, type Json, type JsonSchema } from '../../../forms/index.ts'

const scalar = fc.oneof(fc.constantFrom<Json>(null, true, false, 0, 1, 1.5, -2, '', 'a', 'ab', 'ă̂', '1990'), fc.integer({ min: -3, max: 9 }))
const value: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('json'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('json'), { maxKeys: 3 }) as fc.Arbitrary<Json>),
})).json

const keyword = (tie: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> => fc.oneof(
  scalar.map((one): JsonSchema => ({ const: one })),
  fc.uniqueArray(scalar, { minLength: 1, maxLength: 3, comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b) }).map((many): JsonSchema => ({ enum: many })),
  fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean', 'null').map((type): JsonSchema => ({ type })),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }).map((required): JsonSchema => ({ required })),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie, { maxKeys: 2 }).map((properties): JsonSchema => ({ properties })),
  fc.record({ keyword: fc.constantFrom('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'), limit: fc.integer({ min: -2, max: 5 }) }).map((one): JsonSchema => ({ [one.keyword]: one.limit })),
  fc.record({ keyword: fc.constantFrom('minLength', 'maxLength', 'minItems', 'maxItems'), limit: fc.integer({ min: 0, max: 3 }) }).map((one): JsonSchema => ({ [one.keyword]: one.limit })),
  fc.constantFrom('^a', '\\d{4}', 'b$').map((pattern): JsonSchema => ({ pattern })),
  tie.map((not): JsonSchema => ({ not })),
  tie.map((contains): JsonSchema => ({ contains })),
  fc.array(tie, { minLength: 1, maxLength: 2 }).map((allOf): JsonSchema => ({ allOf })),
  fc.array(tie, { minLength: 1, maxLength: 2 }).map((anyOf): JsonSchema => ({ anyOf })),
)

const schema: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof({ depthSize: 'small', maxDepth: 3 }, fc.constant<JsonSchema>({}), fc.array(keyword(tie('schema')), { minLength: 1, maxLength: 2 }).map((parts): JsonSchema => Object.assign({}, ...parts))),
})).schema

describe('a condition', () => {
  it('holds exactly where ajv says that the same JSON Schema is satisfied', () => {
    fc.assert(fc.property(schema, value, (condition, one) => {
      const ajv = new Ajv2020({ strict: false, validateSchema: false })
      expect(matches(condition, one)).toBe(ajv.compile(condition)(one))
    }), { numRuns: 1500 })
  })

  it('is satisfied by nothing when it asks for something', () => {
    expect(matches({ const: true }, undefined)).toBe(false)
    expect(matches({}, undefined)).toBe(true)
  })

  it('does not take what an object inherits for an answer', () => {
    expect(matches({ required: ['constructor'] }, {})).toBe(false)
    expect(matches({ properties: { toString: false } }, {})).toBe(true)
  })

  it('lists the keywords it understands, so that the linter can refuse others', () => {
    expect(CONDITION_KEYWORDS).toContain('enum')
    expect(CONDITION_KEYWORDS).not.toContain('format')
  })
})
