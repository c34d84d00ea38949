import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintProcedure, type Finding, type ProcedureSource, type SourceFile } from '../../../forms/authoring/lint.ts'
import { listProcedureFolders, readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import type { Json, JsonObject } from '../../../forms/index.ts'
import { randomFrom } from '../engine/generate.ts'
import { context, readJson } from '../engine/world.ts'

const read = (file: string, value: Json): SourceFile => ({ file, state: 'read', value, text: JSON.stringify(value) })
const good = await readProcedureFolder('forms/procedures/1.001193')
const valueOf = (file: SourceFile): JsonObject => (file.state === 'read' ? structuredClone(file.value) as JsonObject : {})
const errors = (source: ProcedureSource): readonly Finding[] => lintProcedure(source, context).filter((one) => one.severity === 'error')
const places = (source: ProcedureSource): readonly string[] => errors(source).map((one) => `${one.file}${one.pointer}`)

const withSchema = (change: (schema: JsonObject) => void): ProcedureSource => { const value = valueOf(good.schema); change(value); return { ...good, schema: read('form.schema.json', value) } }
const withRecord = (change: (record: JsonObject) => void): ProcedureSource => { const value = valueOf(good.record); change(value); return { ...good, record: read('procedure.json', value) } }
const at = (node: Json | undefined, ...path: readonly string[]): JsonObject => path.reduce<Json>((inner, part) => (inner as JsonObject)[part] ?? {}, node ?? {}) as JsonObject

describe('the procedures of the repository', async () => {
  it.each(await listProcedureFolders('forms/procedures'))('%s has no error', async (dir) => {
    expect(errors(await readProcedureFolder(dir)).map((one) => `${one.file}${one.pointer}: ${one.message.en}`)).toEqual([])
  })
})

describe('the linter', () => {
  it('names a missing English title and its place', () => {
    expect(places(withSchema((schema) => { delete at(schema, 'properties', 'child', 'properties', 'fullName')['x-dvc-en'] }))).toContain('form.schema.json/properties/child/properties/fullName/title')
  })

  it('asks for help at a field (TT 32/2017)', () => {
    const found = errors(withSchema((schema) => { at(schema, 'properties', 'child', 'properties')['extra'] = { type: 'string', title: 'Thêm', 'x-dvc-en': { title: 'Extra' }, 'x-jsf-presentation': { inputType: 'text' } } }))
    expect(found.map((one) => one.pointer)).toContain('/properties/child/properties/extra')
    expect(found[0]?.remedy.vi).toContain('description')
  })

  it('refuses a condition on a field that is not there, on a value that is no option, and with a keyword outside the subset', () => {
    const add = (condition: Json) => places(withSchema((schema) => { schema['allOf'] = [...(schema['allOf'] as Json[] ?? []), { if: condition, then: {} }] }))
    const child = (part: JsonObject): Json => ({ properties: { child: { properties: part } } })
    expect(add(child({ nobody: { const: 1 } })).some((one) => one.endsWith('/if/properties/child'))).toBe(true)
    expect(add(child({ sex: { const: 'dragon' } })).some((one) => one.endsWith('/sex'))).toBe(true)
    expect(add(child({ birthDate: { format: 'date' } })).some((one) => one.endsWith('/birthDate/format'))).toBe(true)
  })

  it('has one warning for all English that is still Vietnamese', () => {
    const found = lintProcedure(withSchema((schema) => {
      for (const name of ['fullName', 'sex']) { const field = at(schema, 'properties', 'child', 'properties', name); field['x-dvc-en'] = { ...at(field, 'x-dvc-en'), title: field['title'] ?? '' } }
    }), context).filter(({ message }) => message.en.includes('still Vietnamese'))
    expect(found).toMatchObject([{ severity: 'warning', message: { en: expect.stringMatching(/^2 texts/) } }])
  })

  it('warns where an empty form could be filed, and not where a condition asks for something', () => {
    const owesNothing = (more: JsonObject): readonly string[] => {
      const part: JsonObject = { title: 'Người khai', 'x-dvc-en': { title: 'Declarant' }, 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi-khai' }, type: 'object', properties: { name: { type: 'string', title: 'Tên', description: 'Ghi tên.', 'x-dvc-en': { title: 'Name', description: 'The name.' }, 'x-jsf-presentation': { inputType: 'text' } } }, ...more }
      const source: ProcedureSource = { ...good, schema: read('form.schema.json', { type: 'object', title: 'Đơn', 'x-dvc-en': { title: 'Form' }, required: ['person'], properties: { person: part } }) }
      return lintProcedure(source, context).filter(({ message }) => message.en.includes('empty form')).map(({ severity }) => severity)
    }
    expect(owesNothing({})).toEqual(['warning'])
    expect(owesNothing({ required: ['name'] })).toEqual([])
    expect(owesNothing({ allOf: [{ if: { properties: { name: { const: 'x' } } }, then: { required: ['name'] } }] })).toEqual([])
  })

  it('refuses a slug that is taken or reserved', () => {
    expect(places(withSchema((schema) => { at(schema, 'properties', 'child', 'x-jsf-presentation')['slug'] = 'xem-lai' }))).toContain('form.schema.json/properties/child/x-jsf-presentation/slug')
  })

  it('refuses rules of which none may apply, and rules that can never apply', () => {
    const limits = (list: Json) => places(withRecord((record) => { (record['channels'] as JsonObject[])[0] = { ...(record['channels'] as JsonObject[])[0], limits: list } }))
    const rule = { amount: 1, unit: 'days', basis: 'x' }
    expect(limits([{ ...rule, when: {} }])).toContain('procedure.json/channels/0/limits/0/when')
    expect(limits([rule, rule])).toContain('procedure.json/channels/0/limits/0')
  })

  it('refuses an unknown operation of a rule, and those that could write or call', () => {
    expect(places(withSchema((schema) => { at(schema, 'properties', 'child')['x-jsf-logic'] = { validations: { bad: { rule: { log: [1] }, errorMessage: 'x', 'x-dvc-en': { errorMessage: 'x' } } } } })))
      .toContain('form.schema.json/properties/child/x-jsf-logic/validations/bad/rule/log')
  })

  it('tries the examples: a valid one that fails and an invalid one that passes are named', () => {
    const value = valueOf(good.examples)
    const [first] = value['valid'] as JsonObject[]
    value['invalid'] = [{ name: 'passes', answers: first?.['answers'] ?? {}, issues: [{ pointer: '/child/fullName', code: 'required' }] }]
    value['valid'] = [{ name: 'fails', answers: {} }]
    expect(places({ ...good, examples: read('examples.json', value) })).toEqual(expect.arrayContaining(['examples.json/valid/0', 'examples.json/invalid/0/issues/0']))
  })

  it('names a folder that is not called after its code', () => {
    expect(places({ ...good, dir: '/x/other' })).toContain('procedure.json/code')
  })

  it('reads a folder of rubbish and says what is wrong with each file', async () => {
    const root = mkdtempSync(join(tmpdir(), 'dvc-lint-'))
    const dir = join(root, '1.000000')
    mkdirSync(dir)
    writeFileSync(join(dir, 'procedure.json'), '{"code": ')
    writeFileSync(join(dir, 'form.schema.json'), Buffer.from([0xff, 0xfe, 0x00]))
    expect(await listProcedureFolders(root)).toEqual([dir])
    const found = errors(await readProcedureFolder(dir))
    expect(found.map((one) => one.file)).toEqual(['procedure.json', 'form.schema.json'])
    for (const one of found) for (const sentence of [one.message.vi, one.message.en, one.remedy.vi, one.remedy.en]) expect(sentence.length).toBeGreaterThan(10)
  })

  it('gives findings, never a crash, whatever stands in the files', () => {
    const files = { record: valueOf(good.record), schema: valueOf(good.schema), examples: valueOf(good.examples) }
    const rubbish: readonly Json[] = [null, 5, 'x', [], {}, [null], { $ref: '#' }, true]
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = randomFrom(seed)
      const spoil = (node: Json): Json => {
        if (random() < 0.01) return rubbish[Math.floor(random() * rubbish.length)] ?? null
        if (Array.isArray(node)) return node.map(spoil)
        return typeof node === 'object' && node !== null ? Object.fromEntries(Object.entries(node).map(([name, member]) => [name, spoil(member)])) : node
      }
      const source: ProcedureSource = { ...good, record: read('procedure.json', spoil(files.record)), schema: read('form.schema.json', spoil(files.schema)), examples: read('examples.json', files.examples) }
      const found = lintProcedure(source)
      expect(found.filter((one) => one.message.en.includes('Not everything')), `seed ${seed}`).toEqual([])
    }
    expect(readJson('forms/authoring/meta-schema.json')).toHaveProperty('$defs')
  }, 120_000)
})
