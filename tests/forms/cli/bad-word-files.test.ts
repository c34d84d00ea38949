import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { hasOffice, officeText } from '../../documents/fill/open-in-office.ts'
import { readable } from '../../documents/fill/hand-form.ts'
import { makeDocx, para, run, table } from '../../documents/make-docx.ts'
import { dvc, jsonOf } from './run-dvc.ts'

const root = mkdtempSync(join(tmpdir(), 'dvc-bad-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, bytes: Uint8Array | string): string => { const path = join(root, name); writeFileSync(path, bytes); return path }
const TITLE = para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>')
const DOTS = '.'.repeat(40)

/** A compound file (OLE) that holds a stream of this name, as Word encrypts documents. */
const ole = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(stream, 'utf16le'), 600)
  return bytes
}

const withDoctype = (): Uint8Array => {
  const { 'word/document.xml': _own, ...others } = Object.fromEntries(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/_rels/document.xml.rels'].map((name) => [name, openPackage(makeDocx(TITLE)).bytes(name)]))
  return zipSync({ ...others, 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>') })
}

describe('a file that is no form to be filled in is refused, with what to do next, in both languages', () => {
  it.each([
    ['a text', 'hello', /Cần tệp \.docx/, /\.docx/],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), /Word \(\.docx\)/, /Word file/],
    ['an encrypted file', ole('EncryptedPackage'), /bỏ mật khẩu/, /take the password off/],
    ['macros', makeDocx(TITLE, { others: { 'word/vbaProject.bin': new Uint8Array(3) } }), /macro/, /macros/],
    ['a zip bomb', makeDocx(TITLE, { others: { 'word/big.bin': new Uint8Array(60 << 20) } }), /quá 50 MB/, /over 50 MB/],
    ['XML entities', withDoctype(), /DOCTYPE/, /DOCTYPE/],
    ['a file that is cut off', makeDocx(TITLE).slice(0, -30), /tải lại/, /Download it again/],
    ['a form with no holes', makeDocx(TITLE + para('Căn cứ Luật Hộ tịch.')), /Không thấy ô nào/, /nothing to fill in/],
  ] as const)('%s', async (_what, bytes, vi, en) => {
    const path = write('bad.docx', bytes)
    const told = async (lang: string) => dvc(['import', path, '-o', join(root, 'never'), '--lang', lang], { cwd: root })
    const [inVietnamese, inEnglish] = await Promise.all([told('vi'), told('en')])
    expect(inVietnamese).toMatchObject({ code: 1, out: '', err: expect.stringMatching(vi) })
    expect(inEnglish).toMatchObject({ code: 1, out: '', err: expect.stringMatching(en) })
    expect(readdirSync(root)).not.toContain('never')
  })
})

/** Imported, linted with the round trip of its examples, and filled with these answers to its labels. */
const filled = async (name: string, body: string, answers: Readonly<Record<string, string>>) => {
  const folder = join(root, name)
  const path = write(`${name}.docx`, makeDocx(body))
  expect(await dvc(['import', path, '--code', name, '-o', folder], { cwd: root })).toMatchObject({ code: 0, err: '' })
  const linted = await dvc(['lint', folder], { cwd: root })
  expect([linted.code, linted.out]).toEqual([0, expect.stringContaining('0 lỗi')])
  const { holes } = jsonOf(await dvc(['import', path, '--json'], { cwd: root })) as unknown as { holes: { label: string; answer: string }[] }
  const tree: { [page: string]: { [field: string]: string } } = {}
  const left = Object.entries(answers)
  for (const { label, answer } of holes) {
    const at = left.findIndex(([key]) => key.replace(/ \d$/, '') === label)
    const [page = '', field = ''] = answer.split('/').slice(1)
    if (at !== -1) tree[page] = { ...tree[page], [field]: left.splice(at, 1)[0]?.[1] ?? '' }
  }
  const [out, given] = [join(root, `${name}-filled.docx`), write(`${name}.json`, JSON.stringify(tree))]
  expect(await dvc(['fill', folder, given, '--anyway', '-o', out, '--lang', 'en'], { cwd: root })).toMatchObject({ code: 0, out: expect.stringContaining('it says every answer') })
  return { docx: new Uint8Array(readFileSync(out)), holes, folder, given }
}

const linesOf = (docx: Uint8Array): string => readable(openPackage(docx).text('word/document.xml')).join('\n')

describe('a form that is out of the ordinary gives a right result', () => {
  it('tracked changes: what was inserted is filled, what was deleted is neither read nor touched', async () => {
    const deleted = '<w:del w:id="2" w:author="b"><w:r><w:delText>Họ tên cũ: ...........</w:delText></w:r></w:del>'
    const { docx, holes } = await filled('0.000201', `${TITLE}<w:p>${run('Họ và tên: ')}<w:ins w:id="1" w:author="a"><w:r><w:t>${DOTS}</w:t></w:r></w:ins>${deleted}</w:p>`, { 'Họ và tên': 'Lê Văn An' })
    expect(holes).toHaveLength(1)
    const xml = openPackage(docx).text('word/document.xml')
    expect(xml).toContain(deleted)
    expect(linesOf(docx)).toContain('Họ và tên: Lê Văn An')
  })
  it('nested tables and text boxes: each hole once, each with its answer', async () => {
    const inside = `<w:txbxContent>${para(`Điện thoại: ${DOTS}`)}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="3000000" cy="900000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:200pt;height:70pt"><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const nested = table([[table([[`Nghề nghiệp: ${DOTS}`]]) + para(''), `Lý do: ${DOTS}`]])
    const { docx, holes } = await filled('0.000202', TITLE + para(`Họ và tên: ${DOTS}`) + nested + para(box), { 'Họ và tên': 'Lê Văn An', 'Nghề nghiệp': 'Giáo viên', 'Lý do': 'Thẻ bị mất', 'Điện thoại': '0912345678' })
    expect(holes.map(({ label }) => label)).toEqual(['Họ và tên', 'Nghề nghiệp', 'Lý do', 'Điện thoại'])
    expect(linesOf(docx).match(/0912 345 678/g)).toHaveLength(2)
    for (const text of ['Lê Văn An', 'Giáo viên', 'Thẻ bị mất']) expect(linesOf(docx)).toContain(text)
  })
  it('two holes with one name: two questions, each answer in its own place', async () => {
    const { docx, holes } = await filled('0.000203', TITLE + para('Họ tên: {ho_ten}') + para(`Số: ${DOTS}`) + para('Họ tên: {ho_ten}') + para(`Số: ${DOTS}`), { 'Họ tên': 'Lê Văn An', 'Họ tên 2': 'Trần Thị Hoa', Số: 'A1', 'Số 2': 'B2' })
    expect(new Set(holes.map(({ answer }) => answer)).size).toBe(4)
    expect(linesOf(docx).replaceAll('.', '')).toBe('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ\nHọ tên: Lê Văn An\nSố: A1\nHọ tên: Trần Thị Hoa\nSố: B2')
  })
  it('500 pages: read, drafted, filled and read back in a time that one waits', async () => {
    const page = para('Căn cứ các quy định của pháp luật, người đề nghị khai như sau và chịu trách nhiệm về lời khai.').repeat(40)
    const began = Date.now()
    const { holes } = await filled('0.000204', TITLE + Array.from({ length: 500 }, (_, n) => page + (n % 5 === 0 ? para(`Nội dung phần thứ ${n}: ${DOTS}`) : '')).join(''), { 'Nội dung phần thứ 495': 'cuối' })
    expect(holes).toHaveLength(100)
    expect(Date.now() - began).toBeLessThan(240_000)
  }, 300_000)
})

describe('answers that no form has thought of', () => {
  const LONG = `${'Rất dài '.repeat(1000)}${'x'.repeat(3000)}`.trim()
  const EVIL = ['=cmd|\' /C calc\'!A0', '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }', '<w:fldSimple w:instr="DDE"/>', ']]><w:p/>', '&b;', '«Tên» {MERGEFIELD x}', '\u202Etxt.exe', '</w:t></w:r></w:p>']
  const body = TITLE + para(`Lý do: ${DOTS}`) + para(`Ghi chú: ${DOTS}`)
  it('longer than any line: whole, and the file opens', async () => {
    const { docx } = await filled('0.000205', body, { 'Lý do': LONG })
    expect(linesOf(docx)).toContain(LONG)
    if (hasOffice) expect(officeText(docx).replaceAll(/\s+/g, ' ')).toContain('x'.repeat(3000))
  }, 120_000)
  it('formulas, fields and markup are words: on paper, in the PDF, and to who reads them again', async () => {
    const { docx, folder, given } = await filled('0.000206', body, { 'Lý do': EVIL.join(' '), 'Ghi chú': '=1+1' })
    const xml = openPackage(docx).text('word/document.xml')
    expect(xml).not.toMatch(/<w:(?:instrText|fldSimple|fldChar|object|hyperlink)/)
    expect(xml.match(/<w:p[ >]/g)).toHaveLength(3)
    expect(linesOf(docx)).toContain('=cmd|\' /C calc\'!A0 { DDEAUTO')
    mkdirSync(join(root, 'pdf'))
    const pdf = join(root, 'pdf', 'to-khai.pdf')
    expect(await dvc(['fill', folder, given, '--anyway', '-o', pdf], { cwd: root })).toMatchObject({ code: 0 })
    expect(readFileSync(pdf, 'latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|OpenAction|EmbeddedFile)\b/)
  })
})
