import { describe, expect, it } from 'vitest'
import { makeDocx, para, run, table } from '../make-docx.ts'
import { at, at1, before, field, fill, filledXml, leader, make, mark, partText, readable, whole } from './hand-form.ts'

const DOTS = '..............................'
const a = field('/s/a')

const box = (id: string): string => `<w:txbxContent><w:p w14:paraId="${id}"><w:r><w:t>Số: ${DOTS}</w:t></w:r></w:p></w:txbxContent>`
const boxes = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('00000001')}</wps:txbx><wps:bodyPr/></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('00000002')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`

describe('documents that are hard to write in', () => {
  it('says the same in both branches of a text box', () => {
    const docx = makeDocx(`<w:p>${run('Mẫu')}<w:r>${boxes}</w:r></w:p>`)
    const xml = filledXml(make(docx, [at1(1, 'Số', [whole(leader(at(docx, DOTS)))])], [{ field: a }]), { a: '12/2024' })
    expect(xml.match(/Số: 12\/2024/g)).toHaveLength(2)
    const told = make(docx, [at1(1, 'Số', [whole(leader(at(docx, DOTS)), leader(at(docx, DOTS, 1)))])], [{ field: a }])
    expect(partText(docx).split(DOTS)).toHaveLength(3)
    expect(filledXml(told, { a: '12/2024' }).match(/Số: 12\/2024/g)).toHaveLength(2)
  })

  it('writes into inserted text and leaves deleted text alone', () => {
    const docx = makeDocx(`<w:p>${run('Tên:')}<w:ins w:id="1" w:author="x"><w:r><w:t>${DOTS}</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>_____</w:delText></w:r></w:del></w:p>`)
    const xml = filledXml(make(docx, [at1(1, 'Tên', [whole(leader(at(docx, DOTS)))])], [{ field: a }]), { a: 'Lê An' })
    expect(xml).toMatch(/<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> Lê An\.+<\/w:t><\/w:r><\/w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>_____<\/w:delText>/)
  })

  it('writes into a cell of a table inside a table', () => {
    const docx = makeDocx(table([['Ngoài', `${table([['Trong', '<w:p/>']])}<w:p/>`]]))
    const empty = at(docx, '<w:p/>')
    const xml = filledXml(make(docx, [at1(1, 'Trong', [whole(mark('gap', { ...empty, start: empty.end - 2, end: empty.end - 2 }))])], [{ field: a }]), { a: 'Ở giữa' })
    expect(xml).toContain('<w:p><w:r><w:t xml:space="preserve">Ở giữa</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>')
  })

  it('writes into a footnote', () => {
    const docx = makeDocx(para('Bản sao'), { footnotes: `<w:footnote w:id="1">${para(`Số lượng: ${DOTS} bản`)}</w:footnote>` })
    const part = 'word/footnotes.xml'
    const made = make(docx, [at1(1, 'Số lượng', [whole(leader(at(docx, DOTS, 0, part)))])], [{ field: a }])
    expect(readable(filledXml(made, { a: '03' }, part))).toEqual([expect.stringMatching(/^Số lượng: 03\.+ bản$/)])
    expect(partText(fill(made, { a: '03' }))).toBe(partText(docx))
  })

  it('keeps a text of any length, and two holes in one run', () => {
    const docx = makeDocx(`<w:p><w:r><w:t>Số ${DOTS} tờ ${DOTS}</w:t></w:r></w:p>`)
    const made = make(docx, [at1(1, 'Số', [whole(leader(at(docx, DOTS)))]), at1(2, 'tờ', [whole(leader(at(docx, `tờ ${DOTS}`)))])], [{ field: a }, { field: field('/s/b') }])
    const second = at(docx, `tờ ${DOTS}`)
    const right = make(docx, [made.form.holes[0] ?? at1(1, 'Số', []), at1(2, 'tờ', [whole(leader({ ...second, start: second.start + 3 }))])], [{ field: a }, { field: field('/s/b') }])
    const long = 'Rất dài '.repeat(2000).trim()
    expect(readable(filledXml(right, { a: long, b: '7' }))).toEqual([expect.stringMatching(new RegExp(`^Số ${long} tờ 7\\.+$`))])
    expect(filledXml(right, { a: 'x', b: '7' }).match(/xml:space/g)).toHaveLength(1)
  })

  it('speaks the prefix of the file', () => {
    const docx = makeDocx('<w:p/>')
    const source = partText(docx).replace(/(<\/?)w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=')
    const renamed = makeDocx('', { others: { 'word/document.xml': new TextEncoder().encode(source) } })
    const empty = at(renamed, '<ns0:p/>')
    const xml = filledXml(make(renamed, [at1(1, 'x', [whole(mark('gap', { ...empty, start: empty.end - 2, end: empty.end - 2 }))])], [{ field: a }]), { a: 'Một\nHai' })
    expect(xml).toContain('<ns0:p><ns0:r><ns0:t xml:space="preserve">Một</ns0:t><ns0:br/><ns0:t xml:space="preserve">Hai</ns0:t></ns0:r></ns0:p>')
  })

  it('refuses what is no .docx, and a template of another document', () => {
    const docx = makeDocx(para(`Tên:${DOTS}`))
    const made = make(docx, [at1(1, 'Tên', [whole(mark('gap', before(at(docx, '</w:p>'))))])], [{ field: a }])
    expect(() => fill({ ...made, docx: new TextEncoder().encode('Đây không phải Word') }, { a: 'x' })).toThrow(/not-a-docx/)
    expect(() => fill({ ...made, docx: makeDocx('') }, { a: 'x' })).toThrow(RangeError)
  })
})
