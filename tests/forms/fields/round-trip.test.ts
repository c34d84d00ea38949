import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTRY_OPTIONS, ETHNICITY_OPTIONS, FIELD_KINDS, FORMATS, kindOf, renderField, type Field, type Json, type PostedInputs } from '../../../forms/index.ts'
import { CODE_LISTS, CONTEXT } from './context.ts'
import { aField, OPTIONS, propsOf } from './a-field.ts'
import { postedFromPage } from './posted-from-page.ts'

const settle = (field: Field, posted: PostedInputs): Json | undefined => {
  const kind = kindOf(field.kind)
  const read = kind.read(posted, field)
  return read === undefined ? undefined : kind.normalise(read, field, CONTEXT)
}

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const date = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
const word = fc.stringMatching(/^[\p{L}]{1,12}$/u).map((text) => text.normalize('NFC'))
const line = fc.array(fc.oneof(word, fc.constantFrom('"', '&', '<b>', "'", '12/3')), { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const choice = fc.constantFrom(...OPTIONS.map((option) => option.value))
const communes = Object.entries(CODE_LISTS).flatMap(([province, list]) => list.communes.map((commune) => ({ province, commune: commune.code })))

/** Answers that each kind calls its own: what a page shows of them it must read back as the same answer. */
const ANSWERS: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  text: line,
  'long-text': fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n')),
  number: fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -9e15, max: 9e15 }).map((n) => (Math.abs(n) < 1e-20 ? 0 : n))),
  money: fc.integer({ min: 0, max: 1e15 }),
  date,
  'partial-date': fc.oneof(date, date.map((day) => day.slice(0, 7)), date.map((day) => day.slice(0, 4))),
  select: choice, radios: choice,
  checkboxes: fc.subarray(OPTIONS.map((option) => option.value), { minLength: 1 }),
  'yes-no': fc.boolean(),
  'person-name': fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' ')),
  'identity-number': digits(12),
  passport: digits(7).map((number) => `B${number}`),
  'identity-document': fc.record({ type: fc.constant('cccd'), number: digits(12), issuedOn: date, issuedBy: word }),
  'tax-code': fc.oneof(digits(10), digits(13).map((code) => `${code.slice(0, 10)}-${code.slice(10)}`)),
  phone: fc.oneof(digits(7).map((rest) => `091${rest}`), digits(7).map((rest) => `055${rest}`)),
  email: digits(5).map((rest) => `lan.${rest}@vidu.vn`),
  address: fc.record({ place: fc.constantFrom(...communes), detail: line }).map(({ place, detail }) => ({ ...place, detail })),
  country: fc.constantFrom(...COUNTRY_OPTIONS.map((option) => option.value)),
  ethnicity: fc.constantFrom(...ETHNICITY_OPTIONS.map((option) => option.value)),
  organisation: line,
  file: fc.uniqueArray(digits(8), { minLength: 1, maxLength: 3 }),
  declaration: fc.constant(true),
}

const withInputs = Object.keys(FIELD_KINDS).filter((id) => kindOf(id).inputs.length > 0)

describe.each(withInputs)('%s', (id) => {
  const field = aField(id)
  const kind = kindOf(id)
  const answers = ANSWERS[id]

  it('reads an answer back from the inputs that post it, and from the page that shows it', () => {
    if (answers === undefined) throw new Error(`no answers to try for ${id}`)
    fc.assert(fc.property(answers, (answer) => {
      expect(kind.normalise(answer, field, CONTEXT)).toEqual(answer)
      expect(settle(field, kind.toPost(answer, field))).toEqual(answer)
      expect(settle(field, postedFromPage(renderField(propsOf(field, answer)).html, 's.x'))).toEqual(answer)
    }), { numRuns: 300 })
  })

  it('never throws on what is posted, settles in one pass and gives it back as it was understood', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), line, fc.constantFrom('', ' ', '|', '/', '1/2', '31/02/2020', 'a|b', '１２', '00004', 'Phường 12', '-0', '1e5', '1.000'))
    const posted = fc.record(Object.fromEntries(kind.inputs.map((suffix) => [suffix, fc.array(text, { maxLength: 3 })])))
    fc.assert(fc.property(posted, (inputs) => {
      const answer = settle(field, inputs)
      if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return
      expect(kind.normalise(answer, field, CONTEXT)).toEqual(answer)
      expect(settle(field, kind.toPost(answer, field))).toEqual(answer === '' ? undefined : answer)
      kind.toText(answer, field, 'vi', CONTEXT)
      renderField(propsOf(field, answer))
    }), { numRuns: 500 })
  })

  it('normalises whatever an API client sends without throwing, and only once', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const once = kind.normalise(value as Json, field, CONTEXT)
      expect(kind.normalise(once, field, CONTEXT)).toEqual(once)
      renderField(propsOf(field, once))
      kind.toText(once, field, 'en', CONTEXT)
      kind.toPost(once, field)
    }), { numRuns: 300 })
  })
})

describe('formats', () => {
  it('never throw', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.values(FORMATS)), fc.string({ unit: 'binary' }), (accepts, text) => {
      expect(typeof accepts(text)).toBe('boolean')
    }), { numRuns: 2000 })
  })
})
