import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocx, para } from '../../documents/make-docx.ts'
import { dvc, jsonOf } from './run-dvc.ts'

const root = mkdtempSync(join(tmpdir(), 'dvc-examples-'))
const folder = join(root, '0.123457')
const at = (name: string): string => join(folder, name)
type Page = { readonly required: readonly string[]; readonly properties: Readonly<Record<string, unknown>> }
type Schema = { readonly properties: Readonly<Record<string, Page>> }
type Examples = { readonly valid: readonly { readonly name: string; readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[] }
const readSchema = (): Schema => JSON.parse(readFileSync(at('form.schema.json'), 'utf8')) as Schema
const readExamples = (): Examples => JSON.parse(readFileSync(at('examples.json'), 'utf8')) as Examples
const write = (name: string, value: unknown): void => writeFileSync(at(name), JSON.stringify(value))

beforeAll(async () => {
  const form = join(root, 'don.docx')
  writeFileSync(form, makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para('Họ và tên: ............') + para('Ngày sinh: ............') + para('Đề nghị cấp bản sao: Có ☐ Không ☐') + para('Số lượng: ............ bản')))
  expect(await dvc(['import', form, '--code', '0.123457', '-o', folder], { cwd: root })).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('dvc examples', () => {
  it('changes nothing where nothing was corrected', async () => {
    const before = readExamples()
    expect(jsonOf(await dvc(['examples', folder, '--json'], { cwd: root }))).toMatchObject({ added: 0, dropped: [] })
    expect(readExamples()).toEqual(before)
  })
  it('after a correction: keeps what holds and what the author wrote, drops the rest, and meets the new condition', async () => {
    const schema = readSchema()
    const [name = '', page] = Object.entries(schema.properties).find(([, one]) => 'soLuong' in one.properties) ?? []
    const isCopies = { required: ['deNghiCapBanSao'], properties: { deNghiCapBanSao: { const: true } } }
    const corrected = { ...page, required: page?.required.filter((one) => one !== 'ngaySinh' && one !== 'soLuong'), if: isCopies, then: { required: ['soLuong'] }, else: { properties: { soLuong: false } } }
    write('form.schema.json', { ...schema, properties: { ...schema.properties, [name]: corrected } })
    const drafted = readExamples()
    const own = { name: 'Của tôi', answers: { ...drafted.valid[0]?.answers, [name]: { ...drafted.valid[0]?.answers[name], hoVaTen: 'Lê Văn An' } } }
    write('examples.json', { ...drafted, valid: [...drafted.valid, own] })
    expect((await dvc(['lint', folder], { cwd: root })).code).toBe(1)
    const told = jsonOf(await dvc(['examples', folder, '--json'], { cwd: root }))
    expect(told['dropped']).toContain('Thiếu "Ngày sinh"')
    expect((await dvc(['lint', folder], { cwd: root })).code).toBe(0)
    const { valid } = readExamples()
    expect(valid.map((one) => one.name)).toContain('Của tôi')
    const asked = valid.map(({ answers }) => answers[name] ?? {})
    expect(asked.some(({ ngaySinh, deNghiCapBanSao, soLuong }) => ngaySinh === undefined && deNghiCapBanSao === true && Number(soLuong) > 0)).toBe(true)
    expect(asked.some(({ deNghiCapBanSao, soLuong }) => deNghiCapBanSao === false && soLuong === undefined)).toBe(true)
  })
  it('answers a question that was added, where an example is to answer all', async () => {
    const schema = readSchema()
    const [name = '', page] = Object.entries(schema.properties).find(([, one]) => 'soLuong' in one.properties) ?? []
    const added = { title: 'Ghi chú', description: 'Ghi thêm.', 'x-dvc-en': { title: 'Note', description: 'Anything else.' }, 'x-jsf-presentation': { inputType: 'text' }, type: 'string', maxLength: 100 }
    write('form.schema.json', { ...schema, properties: { ...schema.properties, [name]: { ...page, properties: { ...page?.properties, ghiChu: added } } } })
    expect(jsonOf(await dvc(['examples', folder, '--json'], { cwd: root }))['dropped']).toContain('Khai đủ mọi mục (1)')
    const { valid } = readExamples()
    const full = valid.filter((one) => one.name.startsWith('Khai đủ')).map(({ answers }) => answers[name]?.['ghiChu'])
    expect(full.length).toBeGreaterThan(0)
    expect(full).not.toContain(undefined)
    expect(valid.map((one) => one.name)).toContain('Của tôi')
    write('form.schema.json', schema)
  })
  it('finds a row for a table that must not be empty in a case', async () => {
    const schema = readSchema()
    const [name = '', page] = Object.entries(schema.properties).find(([, one]) => 'soLuong' in one.properties) ?? []
    const rows = { title: 'Thành viên', 'x-dvc-en': { title: 'Members' }, 'x-jsf-presentation': { inputType: 'repeating-group' }, type: 'array', minItems: 1, maxItems: 5, items: { type: 'object', required: ['ten'], properties: { ten: { title: 'Tên', description: 'Ghi tên.', 'x-dvc-en': { title: 'Name', description: 'The name.' }, 'x-jsf-presentation': { inputType: 'text' }, type: 'string' } } } }
    const isCopies = { required: ['deNghiCapBanSao'], properties: { deNghiCapBanSao: { const: true } } }
    write('form.schema.json', { ...schema, properties: { ...schema.properties, [name]: { ...page, properties: { ...page?.properties, nguoi: rows }, allOf: [{ if: isCopies, then: { required: ['soLuong', 'nguoi'] }, else: { properties: { soLuong: false, nguoi: false } } }] } } })
    expect((await dvc(['examples', folder], { cwd: root })).code).toBe(0)
    const least = readExamples().valid.filter((one) => one.name.startsWith('Chỉ khai')).map(({ answers }) => answers[name] ?? {})
    expect(least.some(({ deNghiCapBanSao, nguoi }) => deNghiCapBanSao === true && Array.isArray(nguoi) && nguoi.length > 0)).toBe(true)
    write('form.schema.json', schema)
  })
  it('says what stands in its way, and overwrites nothing then', async () => {
    writeFileSync(at('examples.json'), '{"valid": [')
    expect(await dvc(['examples', folder, '--lang', 'en'], { cwd: root })).toMatchObject({ code: 1, err: expect.stringContaining('Mend its syntax') })
    expect(readFileSync(at('examples.json'), 'utf8')).toBe('{"valid": [')
    write('form.schema.json', { type: 'object', properties: { a: { type: 'nothing' } } })
    expect(await dvc(['examples', folder, '--lang', 'en'], { cwd: root })).toMatchObject({ code: 1, err: expect.stringContaining('form.schema.json') })
    expect(await dvc(['examples', join(root, 'no-such'), '--lang', 'en'], { cwd: root })).toMatchObject({ code: 1, err: expect.stringContaining('no folder') })
  })
})
