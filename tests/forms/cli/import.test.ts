import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDocx, para } from '../../documents/make-docx.ts'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import { checkExamplesOnPaper } from '../../../forms/documents/round-trip/check-examples-on-paper.ts'
import { goldForms } from '../../documents/read/gold.ts'
import { context } from '../engine/world.ts'
import { dvc, jsonOf } from './run-dvc.ts'

const folder = mkdtempSync(join(tmpdir(), 'dvc-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, bytes: Uint8Array): string => { const path = join(folder, name); writeFileSync(path, bytes); return path }
const FORM = write('mau.docx', makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para('Họ và tên: ............') + para('Ngày sinh: ............') + para('Điện thoại (nếu có): ............') + para('Người làm đơn') + para('(Ký, ghi rõ họ tên)')))

describe('dvc import', () => {
  it('tells the holes with their answers as JSON, and writes nothing unless asked', async () => {
    const ran = await dvc(['import', FORM, '--json'], { cwd: folder })
    const told: { title: string; holes: { n: number; label: string; kind: string; optional: boolean; answer: string }[]; notAsked: { why: string }[]; notUnderstood: unknown[] } = jsonOf(ran) as never
    expect(ran.code).toBe(0)
    expect(told.title).toBe('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ')
    expect(told.holes.map(({ n, label, kind, optional }) => [n, label, kind, optional])).toEqual([[1, 'Họ và tên', 'name', false], [2, 'Ngày sinh', 'date', false], [3, 'Điện thoại (nếu có)', 'phone', true]])
    for (const { answer } of told.holes) expect(answer).toMatch(/^\//)
    expect(told.notAsked.map(({ why }) => why)).toContain('signature')
    expect(readdirSync(folder)).toEqual(['mau.docx'])
  })

  it('writes a procedure that the linter takes, with the report and the agency\'s own file', async () => {
    const out = join(folder, '0.123456')
    const ran = await dvc(['import', FORM, '--code', '0.123456', '-o', out], { cwd: folder })
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readdirSync(out).sort()).toEqual(['examples.json', 'form.docx', 'form.map.json', 'form.schema.json', 'import-report.html', 'import-report.json', 'procedure.json'])
    expect(readFileSync(join(out, 'form.docx'))).toEqual(readFileSync(FORM))
    expect(readFileSync(join(out, 'import-report.html'), 'utf8')).toContain('Họ và tên')
    expect((await dvc(['lint', out], { cwd: folder })).code).toBe(0)
    const again = await dvc(['import', FORM, '--code', '0.123456', '-o', out, '--lang', 'en'], { cwd: folder })
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--force')])
    expect((await dvc(['import', FORM, '--code', '0.123456', '-o', out, '--force'], { cwd: folder })).code).toBe(0)
  })

  const real = goldForms()
  it.skipIf(real.length === 0)('is tried on every form of ../shared/data/forms', () => { expect(real.length).toBeGreaterThanOrEqual(13) })
  it.each(real)('writes a procedure for $form that the linter takes as it is, paper and all', async ({ form, docx }) => {
    const out = join(folder, 'real', form, '0.123457')
    expect(await dvc(['import', write(form, docx), '--code', '0.123457', '-o', out], { cwd: folder })).toMatchObject({ code: 0, err: '' })
    // What `dvc lint` says, without its start: thirteen of them are half a minute.
    const findings = lintProcedure({ ...await readProcedureFolder(out), dir: out }, context, checkExamplesOnPaper)
    expect(findings.filter(({ severity, file, pointer }) => severity === 'error' || (file === 'form.map.json' && pointer.startsWith('/holes')))).toEqual([])
    rmSync(join(folder, form))
  })
  it('asks for the year where the paper has room for a year, so that nothing asked is left off it', async () => {
    const form = write('nam.docx', makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para('Họ và tên: ............ Năm sinh: ........') + para('Đã học lái xe tại: ............ năm ........')))
    const out = join(folder, '0.123458')
    expect((await dvc(['import', form, '--code', '0.123458', '-o', out], { cwd: folder })).code).toBe(0)
    expect(await dvc(['lint', out], { cwd: folder })).toMatchObject({ code: 0 })
    rmSync(form)
  })

  it('has the person declare what the form prints above the signature', async () => {
    const sworn = write('cam-doan.docx', makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para('Họ và tên: ............') + para('Tôi xin cam đoan lời khai là đúng sự thực (1).') + para('(Ký, ghi rõ họ tên)')))
    const out = join(folder, '0.123459')
    expect((await dvc(['import', sworn, '--code', '0.123459', '-o', out], { cwd: folder })).code).toBe(0)
    expect(JSON.parse(readFileSync(join(out, 'form.schema.json'), 'utf8'))).toMatchObject({ properties: { camDoan: { properties: { dongY: { title: 'Tôi xin cam đoan lời khai là đúng sự thực.' } } } } })
    rmSync(sworn)
  })

  it('raises what a list posts: its texts, the form\'s questions', async () => {
    const list = write('list.csv', new TextEncoder().encode('ma_thu_tuc,ten_thu_tuc,co_quan_thuc_hien\n8.000111,Cấp lại thẻ thử,Sở Thử nghiệm\n'))
    const out = join(folder, '8.000111')
    expect(await dvc(['import', FORM, '--raise', '8.000111', '--list', list, '-o', out], { cwd: folder })).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(readFileSync(join(out, 'procedure.json'), 'utf8'))).toMatchObject({ code: '8.000111', title: { vi: 'Cấp lại thẻ thử' }, agency: { title: { vi: 'Sở Thử nghiệm' } }, listedBy: 'list.csv', levels: [{ grade: 3 }] })
    expect((await dvc(['lint', out], { cwd: folder })).code).toBe(0)
  })
  it('raises a posting in its own folder, and overwrites nothing else there', async () => {
    const list = write('one.csv', new TextEncoder().encode('ma_thu_tuc,ten_thu_tuc\n8.000112,Cấp lại thẻ thử\n'))
    await dvc(['import-catalogue', list, '--out', join(folder, 'listed')], { cwd: folder })
    const out = join(folder, 'listed', '8.000112')
    expect(await dvc(['import', FORM, '--raise', out, '-o', out], { cwd: folder })).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(readFileSync(join(out, 'procedure.json'), 'utf8'))).toMatchObject({ title: { vi: 'Cấp lại thẻ thử' }, levels: [{ grade: 3 }] })
    expect(await dvc(['import', FORM, '--raise', out, '-o', out, '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 2, err: expect.stringContaining('--force') })
  })
  it('says what it cannot raise', async () => {
    const list = write('two.csv', new TextEncoder().encode('ma_thu_tuc,ten_thu_tuc\n8.000113,Thử\n'))
    const raise = async (...args: readonly string[]) => { const { code, err } = await dvc(['import', FORM, '-o', join(folder, 'never'), '--lang', 'en', ...args], { cwd: folder, env: { DVC_DATA: join(folder, 'no-data') } }); return [code, err] }
    expect(await raise('--list', list)).toEqual([2, expect.stringContaining('--raise CODE')])
    expect(await raise('--list', list, '--raise', '8.999999')).toEqual([1, expect.stringContaining('no procedure 8.999999')])
    expect(await raise('--raise', '8.999999')).toEqual([3, expect.stringContaining('npm start')])
    expect(await raise('--raise', 'no-such')).toEqual([1, expect.stringContaining('no folder "no-such"')])
    expect(await raise('--raise', '.')).toEqual([1, expect.stringContaining('cannot be read')])
    expect(readdirSync(folder)).not.toContain('never')
  })

  it('says what is wrong with a file that is no form', async () => {
    const blank = await dvc(['import', write('blank.docx', makeDocx(para('Không có ô nào.'))), '--lang', 'en'], { cwd: folder })
    expect([blank.code, blank.err]).toEqual([1, expect.stringContaining('nothing to fill in')])
    const macros = await dvc(['import', write('macro.docx', makeDocx('', { others: { 'word/vbaProject.bin': new Uint8Array(1) } })), '--lang', 'en', '--json'], { cwd: folder })
    expect([macros.code, jsonOf(macros)]).toEqual([1, expect.objectContaining({ code: 'macros', problem: expect.stringContaining('macros') })])
  })
})
