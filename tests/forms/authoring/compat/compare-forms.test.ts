import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../forms/authoring/compat/change.ts'
import { CHANGES } from '../../../../forms/authoring/compat/change.ts'
import { compareForms, type FormVersion } from '../../../../forms/authoring/compat/compare-forms.ts'
import { tellChange } from '../../../../forms/authoring/compat/sentences.ts'
import { compileForm } from '../../../../forms/compile/index.ts'
import type { JsonSchema } from '../../../../forms/engine/json.ts'
import type { Component } from '../../../../forms/engine/procedure.ts'

type Parts = Readonly<Record<string, JsonSchema>>

const BASE: Parts = {
  name: { title: 'Họ và tên', type: 'string', minLength: 2, maxLength: 50, pattern: '^\\S' },
  age: { title: 'Tuổi', type: 'integer', minimum: 1, maximum: 120 },
  sex: { title: 'Giới tính', type: 'string', enum: ['male', 'female'] },
  helped: { title: 'Có người giúp', type: 'boolean' },
  helper: { title: 'Người giúp', type: 'string' },
  note: { title: 'Ghi chú', description: 'Nếu có.', type: 'string', maxLength: 100 },
}
const HELPED = { properties: { helped: { const: true } }, required: ['helped'] }
const CONDITION: JsonSchema = { if: HELPED, then: { required: ['helper'] }, else: { properties: { helper: false } } }
const REQUIRED = ['name', 'helped']

const section = (properties: Parts, more: JsonSchema = { required: REQUIRED, ...CONDITION }): JsonSchema => ({ title: 'Người nộp', type: 'object', 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi-nop' }, properties, ...more })
const other: JsonSchema = { title: 'Khác', type: 'object', 'x-jsf-presentation': { inputType: 'fieldset', slug: 'khac' }, properties: { copies: { title: 'Số bản', type: 'integer' } } }
const form = (sections: Parts): JsonSchema => ({ title: 'Đơn', type: 'object', required: ['who'], properties: sections })

const PAPER: Component = { id: 'cccd', title: { vi: 'Căn cước', en: 'Identity card' }, duty: 'submit', originals: 1, copies: 0, upload: { required: false, accept: ['pdf', 'jpg'], maxBytes: 1000, maxFiles: 2 } }
const OLD: FormVersion = { schema: compileForm(form({ who: section(BASE), other })).schema, components: [PAPER] }

const { note: _note, ...WITHOUT_NOTE } = BASE
const changed = (name: string, more: JsonSchema): JsonSchema => form({ who: section({ ...BASE, [name]: { ...BASE[name], ...more } }), other })
const { pattern: _pattern, ...UNPATTERNED } = BASE['name'] ?? {}
const { enum: _enum, ...UNLIMITED } = BASE['sex'] ?? {}

/** What changes, the new form, and what has to be told: `pointer change side`, harmless ones with `-`. */
const TABLE: readonly (readonly [what: string, next: JsonSchema, told: readonly string[]])[] = [
  ['a field goes', form({ who: section(WITHOUT_NOTE), other }), ['/who/note field-removed sender', '/who/note field-removed reader']],
  ['a field has another name', form({ who: section({ ...WITHOUT_NOTE, remark: BASE['note'] ?? {} }), other }), ['/who/note field-renamed sender', '/who/note field-renamed reader']],
  ['a field moves to another section', form({ who: section(WITHOUT_NOTE), other: { ...other, properties: { copies: { title: 'Số bản', type: 'integer' }, note: BASE['note'] ?? {} } } }), ['/who/note field-moved sender', '/who/note field-moved reader']],
  ['a section goes', form({ who: section(BASE) }), ['/other field-removed sender', '/other field-removed reader']],
  ['a section is required', { ...form({ who: section(BASE), other }), required: ['who', 'other'] }, ['/other required sender']],
  ['an optional field comes', form({ who: section({ ...BASE, job: { title: 'Nghề', type: 'string' } }), other }), ['/who/job field-added -']],
  ['a required field comes', form({ who: section({ ...BASE, job: { title: 'Nghề', type: 'string' } }, { required: [...REQUIRED, 'job'], ...CONDITION }), other }), ['/who/job required-field-added sender']],
  ['a field comes that is required at times', form({ who: section({ ...BASE, job: { title: 'Nghề', type: 'string' } }, { required: REQUIRED, ...CONDITION, then: { required: ['helper', 'job'] } }), other }), ['/who/job required-field-added sender']],
  ['the sections change places', form({ other, who: section(BASE) }), [' section-moved -']],
  ['a field becomes required', form({ who: section(BASE, { required: [...REQUIRED, 'age'], ...CONDITION }), other }), ['/who/age required sender']],
  ['a field becomes required at times', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, then: { required: ['helper', 'age'] } }), other }), ['/who/age required sender']],
  ['a field is no longer required', form({ who: section(BASE, { required: ['helped'], ...CONDITION }), other }), ['/who/name optional reader']],
  ['a field is required at times, no longer always', form({ who: section(BASE, { required: ['helped'], ...CONDITION, then: { required: ['helper', 'name'] } }), other }), ['/who/name optional reader']],
  ['a condition is lifted', form({ who: section(BASE, { required: REQUIRED }), other }), ['/who/helper optional reader', '/who/helper shown -']],
  ['a field is hidden at times', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, else: { properties: { helper: false, note: false } } }), other }), ['/who/note hidden sender', '/who/note hidden reader']],
  ['a limit holds at times', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, then: { required: ['helper'], properties: { note: { maxLength: 20 } } } }), other }), ['/who/note narrower sender']],
  ['a limit at times that is wider than the one that always holds', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, then: { required: ['helper'], properties: { note: { maxLength: 200 } } } }), other }), ['/who/note wider -']],
  ['an option goes', changed('sex', { enum: ['male'] }), ['/who/sex option-removed sender']],
  ['an option comes', changed('sex', { enum: ['male', 'female', 'other'] }), ['/who/sex option-added reader']],
  ['an option takes the place of another', changed('sex', { enum: ['male', 'other'] }), ['/who/sex option-removed sender', '/who/sex option-added reader']],
  ['the options are worded as oneOf', form({ who: section({ ...BASE, sex: { ...UNLIMITED, oneOf: [{ const: 'male', title: 'Nam' }, { const: 'female', title: 'Nữ' }] } }), other }), []],
  ['a text has options', changed('helper', { enum: ['a', 'b'], 'x-jsf-presentation': { inputType: 'text' } }), ['/who/helper values-limited sender']],
  ['options are lifted', form({ who: section({ ...BASE, sex: { ...UNLIMITED, 'x-jsf-presentation': { inputType: 'radios' } } }), other }), ['/who/sex values-open reader']],
  ['a longest length is shorter', changed('name', { maxLength: 40 }), ['/who/name narrower sender']],
  ['a longest length is longer', changed('name', { maxLength: 60 }), ['/who/name wider -']],
  ['a shortest length is longer', changed('name', { minLength: 3 }), ['/who/name narrower sender']],
  ['a lowest number is higher', changed('age', { minimum: 18 }), ['/who/age narrower sender']],
  ['a highest number is higher', changed('age', { maximum: 130 }), ['/who/age wider -']],
  ['a number has steps', changed('age', { multipleOf: 5 }), ['/who/age narrower sender']],
  ['another pattern', changed('name', { pattern: '^\\S+$' }), ['/who/name narrower sender']],
  ['no pattern', form({ who: section({ ...BASE, name: UNPATTERNED }), other }), ['/who/name wider -']],
  ['a format comes', changed('note', { format: 'email', 'x-jsf-presentation': { inputType: 'text' } }), ['/who/note narrower sender']],
  ['a whole number may be broken', changed('age', { type: 'number' }), ['/who/age type-wider reader']],
  ['a value may be null', changed('age', { type: ['integer', 'null'], 'x-jsf-presentation': { inputType: 'number' } }), ['/who/age nullable reader']],
  ['another kind of field', changed('note', { 'x-jsf-presentation': { inputType: 'phone' } }), ['/who/note kind-changed sender', '/who/note kind-changed reader']],
  ['another control for the same values', changed('sex', { 'x-jsf-presentation': { inputType: 'select' } }), ['/who/sex kind-changed -']],
  ['a rule comes', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, 'x-jsf-logic': { validations: { adult: { rule: { '>=': [{ var: 'age' }, 18] }, errorMessage: 'Chưa đủ tuổi.' } } } }), other }), ['/who rule-added sender']],
  ['a rule comes that only warns', form({ who: section(BASE, { required: REQUIRED, ...CONDITION, 'x-jsf-logic': { validations: { adult: { rule: { '>=': [{ var: 'age' }, 18] }, errorMessage: 'Chưa đủ tuổi.', severity: 'warning' } } } }), other }), []],
  ['a ban comes', changed('note', { not: { const: 'x' } }), ['/who/note constraint-added sender']],
  ['other words', changed('note', { title: 'Ý kiến khác' }), ['/who/note text-changed -']],
]

const lineOf = ({ pointer, change, breaks }: Change): string => `${pointer} ${change} ${breaks ?? '-'}`

describe('compareForms', () => {
  it.each(TABLE)('%s', (_what, schema, told) => {
    expect(compareForms(OLD, { schema: compileForm(schema).schema, components: [PAPER] }).map(lineOf)).toEqual(told)
  })

  const upload = { required: false, accept: ['pdf', 'jpg'], maxBytes: 1000, maxFiles: 2 } as const
  it.each<[string, readonly Component[], readonly string[]]>([
    ['a paper goes', [], ['/papers/cccd paper-removed sender', '/papers/cccd paper-removed reader']],
    ['a paper is required', [{ ...PAPER, upload: { ...upload, required: true } }], ['/papers/cccd required sender']],
    ['an optional paper comes', [PAPER, { ...PAPER, id: 'khac', title: { vi: 'Khác', en: 'Other' } }], ['/papers/khac paper-added -']],
    ['a required paper comes', [PAPER, { ...PAPER, id: 'khac', title: { vi: 'Khác', en: 'Other' }, upload: { ...upload, required: true } }], ['/papers/khac required-paper-added sender']],
    ['a paper comes that some answers ask for', [PAPER, { ...PAPER, id: 'khac', title: { vi: 'Khác', en: 'Other' }, when: HELPED, upload: { ...upload, required: true } }], ['/papers/khac required-paper-added sender']],
    ['a type of file goes, another comes', [{ ...PAPER, upload: { ...upload, accept: ['pdf', 'png'] } }], ['/papers/cccd option-removed sender', '/papers/cccd option-added reader']],
    ['files may be smaller only', [{ ...PAPER, upload: { ...upload, maxBytes: 500 } }], ['/papers/cccd narrower sender']],
    ['there may be more files', [{ ...PAPER, upload: { ...upload, maxFiles: 3 } }], ['/papers/cccd wider -']],
    ['it is asked for at times', [{ ...PAPER, when: HELPED }], ['/papers/cccd constraint-added sender']],
    ['a paper that is only shown comes', [PAPER, { id: 'goc', title: { vi: 'Bản gốc', en: 'Original' }, duty: 'show', originals: 1, copies: 0 }], []],
  ])('%s', (_what, components, told) => {
    expect(compareForms(OLD, { ...OLD, components }).map(lineOf)).toEqual(told)
  })

  it('a form that is gone breaks both; one that comes breaks nobody', () => {
    expect(compareForms(OLD, {}).map(lineOf)).toEqual([' form-removed sender', ' form-removed reader'])
    expect(compareForms({}, OLD)).toEqual([])
  })

  it('names what was and what is, and the condition', () => {
    const [narrower] = compareForms(OLD, { schema: compileForm(changed('name', { maxLength: 40 })).schema })
    expect(narrower).toEqual({ pointer: '/who/name', change: 'narrower', breaks: 'sender', keyword: 'maxLength', from: 50, to: 40 })
    const [at] = compareForms(OLD, { schema: compileForm(form({ who: section(BASE, { required: REQUIRED, ...CONDITION, then: { required: ['helper', 'age'] } }), other })).schema })
    expect(at).toMatchObject({ pointer: '/who/age', when: [HELPED] })
    expect([tellChange(at as Change, 'en'), tellChange(at as Change, 'vi')]).toEqual(['/who/age: is required now, when /helped = true', '/who/age: trở thành bắt buộc, khi /helped = true'])
  })

  it('has a sentence for every change in both languages, with nothing left open', () => {
    for (const change of CHANGES) for (const lang of ['vi', 'en'] as const) expect(tellChange({ pointer: '/a', change, keyword: 'maxLength', from: ['x'], to: { y: 1 } }, lang)).toMatch(/^\/a: [^{}]*(\{"y":1\})?[^{}]*$/)
  })
})

const PROCEDURES = join(import.meta.dirname, '../../../../forms/procedures')
const shipped = readdirSync(PROCEDURES).filter((code) => /^\d\.\d{6}$/.test(code) && readdirSync(join(PROCEDURES, code)).includes('form.schema.json'))
const readJson = (code: string, file: string): JsonSchema => JSON.parse(readFileSync(join(PROCEDURES, code, file), 'utf8'))

it.each(shipped)('%s is compatible with itself, also as the API tells it', (code) => {
  const schema = compileForm(readJson(code, 'form.schema.json')).schema
  const version = { schema, components: readJson(code, 'procedure.json')['components'] as unknown as readonly Component[] }
  expect(compareForms(version, structuredClone(version))).toEqual([])
  expect(compareForms({ schema }, { schema: compileForm(JSON.parse(JSON.stringify(schema))).schema })).toEqual([])
})

describe('of any two forms', () => {
  const limits = { minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 6 }), enum: fc.subarray(['', 'a', 'bbbb', 'cccccc'], { minLength: 2 }), pattern: fc.constantFrom('^a', 'b'), minimum: fc.integer({ min: -1, max: 2 }), maximum: fc.integer({ min: 1, max: 4 }), multipleOf: fc.constantFrom(1, 2, 4), const: fc.boolean() }
  const limited = (types: readonly string[], ...keywords: readonly (keyof typeof limits)[]): fc.Arbitrary<object> =>
    fc.oneof(...[...keywords, undefined].map((keyword) => fc.record({ type: fc.constantFrom(...types), ...(keyword === undefined ? {} : { [keyword]: limits[keyword] }) })))
  const [text, number, flag] = [limited(['string'], 'minLength', 'maxLength', 'enum', 'pattern'), limited(['integer', 'number'], 'minimum', 'maximum', 'multipleOf'), limited(['boolean'], 'const')]
  const fields = fc.record({ a: text, b: number, c: flag, d: text })
  const names = fc.subarray(['a', 'b', 'd'], { maxLength: 2 })
  const part = fc.record({ required: names, properties: fc.record({ a: fc.oneof(fc.constant(false), fc.record({ maxLength: fc.nat(5) }), fc.record({ enum: fc.subarray(['', 'a', 'bbbb'], { minLength: 1 }) })), b: fc.oneof(fc.constant(false), fc.record({ minimum: fc.nat(4) })) }, { requiredKeys: [] }) }, { requiredKeys: [] })
  const conditional = fc.record({ if: fc.constantFrom({ properties: { c: { const: true } }, required: ['c'] }, { required: ['d'] }), then: part, else: part }, { requiredKeys: ['if'] })
  const conditionals = fc.array(conditional, { maxLength: 2 })
  const schemaOf = (properties: object, required: readonly string[], allOf: readonly object[]): JsonSchema => JSON.parse(JSON.stringify({ type: 'object', additionalProperties: false, properties, required, ...(allOf.length > 0 && { allOf }) }))
  const schema = fc.tuple(fields, names, conditionals).map(([properties, required, allOf]) => schemaOf(properties, required, allOf))
  const SOME = ['', 'a', 'ab', 'bbbb', 'cccccc', undefined].flatMap((a) => [0, 0.5, 1, 3, undefined].flatMap((b) => [true, false, undefined].flatMap((c) => ['', 'a', undefined].map((d) => JSON.parse(JSON.stringify({ a, b, c, d })) as object))))

  const tighter = ([keyword, value]: [string, unknown]): [string, unknown] => [keyword, typeof value === 'number' && keyword !== 'multipleOf' ? value + (keyword.startsWith('max') ? -1 : 1) : value]

  /** One version and the next: now a field, now what is required, now the conditions are others, or looser. */
  const versions = fc.record({ one: fc.tuple(fields, names, conditionals), two: fc.tuple(fields, names, conditionals), field: fc.constantFrom('a', 'b', 'c', 'd', undefined), drop: fc.constantFrom('minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'enum', 'tighter', undefined), required: fc.constantFrom('same', 'other', 'none'), conditions: fc.constantFrom('same', 'same', 'other', 'none') })
    .map(({ one: [properties, required, allOf], two, field, drop, ...how }): readonly [JsonSchema, JsonSchema] => {
      const replaced: Readonly<Record<string, object>> = field === undefined ? properties : { ...properties, [field]: drop === undefined ? two[0][field] : Object.fromEntries(drop === 'tighter' ? Object.entries(properties[field]).map(tighter) : Object.entries(properties[field]).filter(([keyword]) => keyword !== drop)) }
      return [schemaOf(properties, required, allOf), schemaOf(replaced, { same: required, other: two[1], none: [] }[how.required], { same: allOf, other: two[2], none: [] }[how.conditions])]
    })

  it('one compared with itself has no change', () => {
    fc.assert(fc.property(schema, (one) => { expect(compareForms({ schema: one }, { schema: structuredClone(one) })).toEqual([]) }))
  })

  it('what was taken is taken still, unless the sender is said to break', () => {
    const ajv = new Ajv2020({ strict: false })
    let kept = 0
    fc.assert(fc.property(versions, ([one, two]) => {
      if (compareForms({ schema: one }, { schema: two }).some(({ breaks }) => breaks === 'sender')) return
      const [before, after] = [ajv.compile(one), ajv.compile(two)]
      for (const answer of SOME) {
        if (!before(answer)) continue
        kept += 1
        expect({ answer, taken: after(answer) }).toEqual({ answer, taken: true })
      }
    }), { numRuns: 1000 })
    expect(kept).toBeGreaterThan(5000)
  }, 120_000)
})
