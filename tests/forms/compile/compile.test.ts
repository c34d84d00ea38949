import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CompileError, compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { dropUnusedSchemas } from '../../../forms/compile/drop-unused.ts'
import { loadValidator } from '../../../forms/compile/load-validator.ts'
import { validatorSchema } from '../../../forms/compile/validator-schema.ts'
import type { JsonSchema } from '../../../forms/index.ts'
import { family } from '../engine/family.ts'
import { context, FORMS, make } from '../engine/world.ts'

const text = { type: 'string', title: 'Chữ' }
const object = (properties: JsonSchema, more: JsonSchema = {}): JsonSchema => ({ type: 'object', title: 'T', properties, ...more })

describe('compiling a form', () => {
  it('makes a page of every top-level object and repeating group, and a last one of what is loose', () => {
    const form = compileForm(object({ loose: text, birthPlace: object({ street: text }), rows: { type: 'array', title: 'R', items: object({ a: text }) } }))
    expect(form.sections.map(({ name, slug }) => [name, slug])).toEqual([['birthPlace', 'birth-place'], ['rows', 'rows'], ['', 'thong-tin-khac']])
    expect(form.sections[1]?.fields[0]).toMatchObject({ pointer: '/rows', kind: 'repeating-group', children: [{ pointer: '/rows/*/a', kind: 'text' }] })
  })

  it('takes order, Vietnamese and English from the schema', () => {
    const form = compileForm(object({ s: object({ a: { ...text, 'x-dvc-en': { title: 'Text A' } }, b: { ...text, description: 'Ghi B' } }, { 'x-jsf-order': ['b', 'a'] }) }))
    expect(form.sections[0]?.fields.map((field) => field.name)).toEqual(['b', 'a'])
    expect(form.sections[0]?.fields[1]?.title).toEqual({ vi: 'Chữ', en: 'Text A' })
    expect(form.sections[0]?.fields[0]?.help).toEqual({ vi: 'Ghi B', en: 'Ghi B' })
  })

  it('expands local references, keeps what stands beside them, and refuses those without end', () => {
    const form = compileForm({ ...object({ s: { $ref: '#/$defs/s', title: 'Khác' } }), $defs: { s: object({ a: { $ref: '#/$defs/a' } }), a: text } })
    expect(form.sections[0]).toMatchObject({ title: { vi: 'Khác' }, fields: [{ name: 'a', kind: 'text' }] })
    const endless = { ...object({ s: { $ref: '#/$defs/s' } }), $defs: { s: object({ s: { $ref: '#/$defs/s' } }) } }
    expect(() => compileForm(endless)).toThrow(CompileError)
    expect(() => compileForm(object({ s: { $ref: '#/$defs/nowhere' } }))).toThrow(/nothing stands/)
    expect(() => compileForm(object({ s: { $ref: 'https://example.vn/x.json' } }))).toThrow(/only local/)
    expect(() => compileForm({ ...object({ s: { $ref: '#/$defs/a', minLength: 3 } }), $defs: { a: { ...text, minLength: 2 } } })).toThrow(/minLength/)
  })

  it('names the place of an unknown field kind', () => {
    const unknown = object({ s: object({ a: { ...text, 'x-jsf-presentation': { inputType: 'telepathy' } } }) })
    expect(() => compileForm(unknown)).toThrow(expect.objectContaining({ name: 'CompileError', pointer: '/properties/s/properties/a/x-jsf-presentation/inputType' }))
  })

  it('is the same however often it is done', () => {
    expect(compileForm(family.form.schema).schema).toEqual(family.form.schema)
    expect(compileValidator(family.form).sha256).toBe(compileValidator(family.form).sha256)
  })

  it('is JSON: what is stored and read again is the same form', () => {
    for (const { form } of FORMS) expect(JSON.parse(JSON.stringify(form))).toEqual(form)
  })
})

describe('a validator', () => {
  it('is text with its own SHA-256', () => {
    const { code, sha256 } = compileValidator(family.form)
    expect(sha256).toBe(createHash('sha256').update(code).digest('hex'))
  })

  it('may require nothing but what it is given', () => {
    expect(() => loadValidator('require("node:fs")', family.form)).toThrow(/may not require 'node:fs'/)
    expect(() => loadValidator('require("constructor")', family.form)).toThrow(/may not require/)
    expect(() => loadValidator('module.exports = 5', family.form)).toThrow(/exports no function/)
  })

  it('writes what repeats once, and dozens of conditionals as a table', () => {
    const place = object({ province: { ...text, enum: ['A', 'B'] }, ward: { ...text, description: 'x'.repeat(500) } }, {
      additionalProperties: false,
      allOf: ['A', 'B'].map((one) => ({ if: { type: 'object', required: ['province'], properties: { province: { const: one } } }, then: { properties: { ward: { enum: Array.from({ length: 30 }, (_, i) => `${one}-xã-${i}`) } } } })),
    })
    const lean = validatorSchema(object({ one: place, two: place }))
    expect(Object.keys(lean['$defs'] ?? {})).toHaveLength(1)
    expect(JSON.stringify(lean)).not.toContain('"if"')
    const { validate } = make('places', object({ one: place, two: place }))
    expect(validate({ one: { province: 'A', ward: 'A-xã-3' }, two: { province: 'B', ward: 'A-xã-3' } }, context)).toMatchObject([{ pointer: '/two/ward', code: 'not-an-option' }])
  })

  it('carries no schema that none of its functions reads', () => {
    expect(dropUnusedSchemas('const schema1 = {"a":"}]\\\\"};const schema2 = [1];f(schema2.x);')).toBe('const schema2 = [1];f(schema2.x);')
    for (const { code } of FORMS.map(({ form }) => compileValidator(form))) {
      for (const [, name = ''] of code.matchAll(/const (schema\d+) = [{[]/g)) expect(code.split(new RegExp(`\\b${name}\\b`)).length, name).toBeGreaterThan(2)
    }
  })

  it('does not take a wrong type for one of the listed texts, in a condition either', () => {
    const { validate } = make('types', object({ s: object({ kind: { ...text }, more: text }, { if: { properties: { kind: { enum: ['a', 'b'] } }, required: ['kind'] }, then: { required: ['more'] } }) }))
    expect(validate({ s: { kind: ['a'] } }, context).map((issue) => issue.pointer)).toEqual(['/s/kind'])
    expect(validate({ s: { kind: 'a' } }, context).map((issue) => issue.pointer)).toEqual(['/s/more'])
  })

  it('tells the commune of another province from one of its own', () => {
    const home = (province: string, commune: string) => family.validate({ person: { fullName: 'Nguyễn An', married: false, phone: '+84912345678', home: { province, commune, detail: 'Số 1' } }, members: [{ fullName: 'A', share: 5000 }], totals: { sum: 5000 } }, context).map((issue) => issue.pointer)
    expect(home('01', '00004')).toEqual([])
    expect(home('79', '00004')).toEqual(['/person/home'])
  })
})
