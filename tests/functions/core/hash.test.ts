import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswersSize } from '../../../functions/core/answers-size.ts'
import { canonicalJson, hashOf } from '../../../functions/core/canonical.ts'
import { civilDate, civilTime } from '../../../functions/core/civil-time.ts'
import { AppError, ERRORS, errorEntry } from '../../../functions/core/errors.ts'
import { CODE_ALPHABET, isUuid, normaliseCode, randomIds, uuidOf } from '../../../functions/core/ids.ts'
import { baseOf, mergeSection } from '../../../functions/core/section-base.ts'
import { translate, type Answers } from '../../../forms/index.ts'

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and reads back to the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const turned = JSON.parse(JSON.stringify(value), (_key, part: unknown) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toReversed()) : part)) as unknown
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })
  it('tells values apart that differ', () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }))
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }))
    expect(hashOf(['a', 'b'])).not.toBe(hashOf(['b', 'a']))
  })
})

describe('ids', () => {
  it('are UUIDs, minted or derived, and derived ones do not run words together', () => {
    expect(isUuid(randomIds.uuid())).toBe(true)
    expect(isUuid(uuidOf('a', 'b'))).toBe(true)
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'))
    expect(uuidOf('ab', 'c')).not.toBe(uuidOf('a', 'bc'))
  })
  it('have codes without look-alikes, which may be typed in any case with spaces and hyphens', () => {
    expect(CODE_ALPHABET).not.toMatch(/[01OIL]/)
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), (length) => {
      const code = randomIds.code(length)
      expect(code).toHaveLength(length)
      expect(normaliseCode(` ${code.toLowerCase().split('').join(' -')} `)).toBe(code)
    }))
  })
  it('take codes typed with full-width characters', () => {
    expect(normaliseCode('ＡＢＣ２３４')).toBe('ABC234')
  })
})

describe('the size of answers', () => {
  const refused = (answers: Answers): unknown => { try { checkAnswersSize(answers); return undefined } catch (error) { return error } }
  const nested = (levels: number): Answers => (levels === 0 ? {} : { a: nested(levels - 1) })
  it('is bounded as the table counts it, and the refusal names the largest field', () => {
    expect(refused({ a: { short: 'x', 'long/one': 'ế'.repeat(110_000) } })).toMatchObject({ code: 'answers-too-large', params: { field: '/a/long~1one', kilobytes: 323, limit: 300 } })
    expect(refused({ a: { list: Array.from({ length: 150_000 }, () => 1) } })).toMatchObject({ code: 'answers-too-large', params: { field: '/a/list' } })
    expect(refused({ a: { text: 'x'.repeat(300_000) } })).toBeUndefined()
  })
  it('is bounded in depth too', () => {
    expect(refused(nested(23))).toBeUndefined()
    expect(refused(nested(24))).toMatchObject({ code: 'bad-json' })
  })
})

it('times are civil times of Vietnam', () => {
  expect([civilDate(new Date('2026-12-31T17:00:00Z')), civilTime(new Date('2026-12-31T17:00:00Z'))]).toEqual(['2027-01-01', '2027-01-01T00:00:00+07:00'])
})

it('a merged section replaces itself alone', () => {
  const answers = { a: { x: 1 }, b: { y: 2 }, loose: 'text' }
  expect(mergeSection(answers, { a: { x: 9 }, b: { y: 9 } }, 'a')).toEqual({ a: { x: 9 }, b: { y: 2 }, loose: 'text' })
  expect(mergeSection(answers, { b: { y: 9 } }, 'a')).toEqual({ b: { y: 2 }, loose: 'text' })
  expect(mergeSection(answers, { loose: 'new', a: {} }, '')).toEqual({ a: { x: 1 }, b: { y: 2 }, loose: 'new' })
  expect(baseOf(answers, 'a')).not.toBe(baseOf({ ...answers, a: { x: 2 } }, 'a'))
  expect(baseOf(answers, 'a')).toBe(baseOf({ ...answers, b: {} }, 'a'))
})

it('each refusal has a status and a sentence in both languages', () => {
  for (const [code, { status, message }] of Object.entries(ERRORS)) {
    expect({ code, fits: status >= 400 && status < 600 }).toEqual({ code, fits: true })
    for (const lang of ['vi', 'en'] as const) expect(translate(message, lang).length).toBeGreaterThan(10)
  }
  expect(errorEntry(new AppError('unavailable').code)).toMatchObject({ status: 503, retryAfter: 5 })
})
