import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPaper } from '../../forms/documents/check-paper.ts'
import { checkExamplesOnPaper } from '../../forms/documents/round-trip/check-examples-on-paper.ts'
import { readForm } from '../../forms/documents/read/read-form.ts'
import type { ProcedureSource, SourceFile } from '../../forms/authoring/source.ts'
import { compileForm } from '../../forms/compile/index.ts'
import type { RuleContext } from '../../forms/index.ts'
import { makeDocx, para } from './make-docx.ts'

const context: RuleContext = { today: '2026-11-24', lists: { communes: () => [], formerCommunes: () => [] } }
const DOTS = '.'.repeat(60)
const docx = makeDocx(`${para('ĐƠN ĐỀ NGHỊ')}${para(`Họ và tên: ${DOTS}`)}${para(`Lý do: ${DOTS}`)}${para('Giới tính: ☐ Nam ☐ Nữ')}`)
const form = compileForm({
  type: 'object', title: 'Đơn', properties: { person: { type: 'object', title: 'Người', 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi' }, properties: {
    name: { type: 'string', title: 'Họ và tên', format: 'person-name' }, reason: { type: 'string', title: 'Lý do' },
    sex: { title: 'Giới tính', 'x-jsf-presentation': { inputType: 'radios' }, oneOf: [{ const: 'm', title: 'Nam' }, { const: 'f', title: 'Nữ' }, { const: 'x', title: 'Khác' }] },
  } } },
})

const file = (name: string, value: unknown): SourceFile => { const text = JSON.stringify(value); return { file: name, state: 'read', value: JSON.parse(text), text } }

const ANSWERS = ['/person/name', '/person/reason', '/person/sex']
const goodMap = { holes: readForm(docx).holes.map(({ n, label }, i) => ({ n, label, answer: ANSWERS[i] })), unprinted: [] }
const examples = (sex: string) => ({ valid: [{ name: 'một', answers: { person: { name: 'Lê An', reason: 'Chuyển nơi ở', sex } } }], invalid: [] })

const source = (more: Partial<ProcedureSource> = {}): ProcedureSource => ({
  dir: '/x/1.0', record: file('procedure.json', {}), schema: file('form.schema.json', {}), examples: file('examples.json', examples('f')), wordMap: file('form.map.json', goodMap), wordForm: docx, ...more,
})

const told = (one: ProcedureSource): readonly string[] => checkPaper(one, form, { context, onPaper: checkExamplesOnPaper }).map(({ severity, file: name, pointer, message }) => `${severity} ${name}${pointer} ${message.en}`)

describe('a procedure on its paper', () => {
  it('passes where every example is written and reads back, although an option without a box is noted', () => {
    expect(readForm(docx).holes.map(({ kind }) => kind)).toEqual(['name', expect.any(String), 'sex'])
    expect(told(source())).toEqual([expect.stringMatching(/^warning form\.map\.json\/holes\/2.*"Khác" has no box/)])
  })

  it('refuses a map with which an example is lost', () => {
    expect(told(source({ examples: file('examples.json', examples('x')) }))).toContainEqual(expect.stringMatching(/^error form\.map\.json\/holes\/2 Filled with the example "một".*"Khác" ≠ –/))
  })

  it('refuses a map with holes that nothing fills, before anything is tried', () => {
    expect(told(source({ wordMap: file('form.map.json', { holes: goodMap.holes.slice(1), unprinted: [] }) }))).toEqual(expect.arrayContaining([expect.stringContaining('Hole 1 of the form'), expect.stringContaining('never reaches the paper')]))
  })

  it('tells of a paper without a map, a map without a paper, and a paper that is none', () => {
    expect(told(source({ wordMap: { file: 'form.map.json', state: 'missing' } }))).toEqual([expect.stringMatching(/^warning .*no form\.map\.json/)])
    const { wordForm: _wordForm, ...alone } = source()
    expect(told(alone)).toEqual([expect.stringMatching(/^error .*no form\.docx/)])
    expect(told(source({ wordForm: new Uint8Array(readFileSync('package.json')) }))).toEqual([expect.stringMatching(/^error form\.docx The Word form cannot be read: This is no Word file/)])
  })
})
