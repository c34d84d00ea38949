import { describe, expect, it } from 'vitest'
import type { Repeat } from '../../../forms/documents/hole.ts'
import { makeDocx, para, table } from '../make-docx.ts'
import { at, at1, before, field, filledXml, leader, make, mark, partText, place, readable } from './hand-form.ts'

const NAMES = ['Lê An', 'Lê Bình', 'Lê Chi', 'Lê Dũng']
const rowsOf = (names: readonly string[]) => ({ rows: names.map((name) => ({ name })) })

/** The stretches of the nth and following w:tr. */
const rowRanges = (docx: Uint8Array, ...numbers: readonly number[]): Repeat['rows'] => numbers.map((nth) => {
  const start = at(docx, '<w:tr>', nth).start
  return { part: 'word/document.xml', start, end: partText(docx).indexOf('</w:tr>', start) + '</w:tr>'.length }
})

const withIds = (cell: string): string => cell.replaceAll('<w:p>', '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777">')

const tableForm = (numbers: readonly string[]) => {
  const docx = makeDocx(table([['TT', 'Họ tên', 'Chữ ký'], ...numbers.map((number) => [number === '' ? '<w:p/>' : withIds(para(number)), `${withIds('<w:p>')}<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/></w:p>`, '<w:p/>'])]))
  const rows = rowRanges(docx, ...numbers.map((_, i) => i + 1))
  const places = rows.map((_, row) => place('whole', mark('gap', before(at(docx, '<w:bookmarkEnd w:id="5"/></w:p>', row))), { row }))
    .map((one, row) => ({ ...one, marks: [mark('gap', { part: 'word/document.xml', start: at(docx, '<w:bookmarkEnd w:id="5"/></w:p>', row).end - 6, end: at(docx, '<w:bookmarkEnd w:id="5"/></w:p>', row).end - 6 })] }))
  return make(docx, [at1(1, 'Họ tên', places, { repeat: 'Thành viên' })], [{ field: field('/s/rows/*/name') }], [{ name: 'Thành viên', rows }])
}

const cells = (xml: string): readonly (readonly string[])[] => xml.split('</w:tr>').slice(1, -1).map((row) => row.split('</w:tc>').slice(0, -1).map((cell) => readable(`${cell.replace(/<w:p\/>/g, '</w:p>')}`)[0] ?? ''))

describe('repeated rows', () => {
  it('fills the printed rows first and leaves the others as printed', () => {
    expect(cells(filledXml(tableForm(['1', '2']), rowsOf(NAMES.slice(0, 1))))).toEqual([['1', 'Lê An', ''], ['2', '', '']])
  })

  it('copies the last row for more, counting on, with ids that stand once', () => {
    const xml = filledXml(tableForm(['1', '2']), rowsOf(NAMES))
    expect(cells(xml)).toEqual([['1', 'Lê An', ''], ['2', 'Lê Bình', ''], ['3', 'Lê Chi', ''], ['4', 'Lê Dũng', '']])
    expect(xml.match(/w14:paraId/g)).toHaveLength(4)
    expect(xml.match(/bookmarkStart/g)).toHaveLength(2)
  })

  it('numbers rows where the form has a column for it and no numbers', () => {
    expect(cells(filledXml(tableForm(['', '']), rowsOf(NAMES.slice(0, 3))))).toEqual([['1', 'Lê An', ''], ['2', 'Lê Bình', ''], ['3', 'Lê Chi', '']])
    expect(cells(filledXml(tableForm(['', '']), rowsOf(NAMES.slice(0, 1))))).toEqual([['1', 'Lê An', ''], ['', '', '']])
  })

  it('copies lines of a list as it does rows of a table', () => {
    const docx = makeDocx(`${para('1. ..........')}${para('Ký tên')}`)
    const row = at(docx, para('1. ..........'))
    const made = make(docx, [at1(1, 'Tài liệu', [place('whole', leader(at(docx, '..........')), { row: 0 })], { repeat: 'Tài liệu' })], [{ field: field('/s/rows/*/name') }], [{ name: 'Tài liệu', rows: [row] }])
    expect(readable(filledXml(made, rowsOf(['Bản đồ thửa đất', 'Giấy chứng nhận', 'Bản vẽ thiết kế'])))).toEqual(['1. Bản đồ thửa đất', '2. Giấy chứng nhận', '3. Bản vẽ thiết kế', 'Ký tên'])
  })

  it('writes all rows into the one hole that the paper has for them', () => {
    const docx = makeDocx(para('Mua của: ..........'))
    const made = make(docx, [at1(1, 'Mua của', [place('whole', leader(at(docx, '..........')))])], [{ field: field('/s/rows/*/name') }])
    expect(readable(filledXml(made, rowsOf(['Công ty A', 'Công ty B'])))).toEqual(['Mua của: Công ty A; Công ty B'])
  })

  it('writes several answers into one hole, with commas, row by row', () => {
    const docx = makeDocx(para('Bán tại: ..........'))
    const holes = [at1(1, 'Bán tại', [place('whole', leader(at(docx, '..........')))])]
    const fields = [{ field: field('/s/rows/*/name') }, { field: field('/s/rows/*/phone') }]
    const made = make(docx, holes, fields)
    const template = { ...made.template, map: { unprinted: [], holes: [{ n: 1, label: 'Bán tại', answer: '/s/rows/*/name', and: ['/s/rows/*/phone'] }] } }
    expect(readable(filledXml({ ...made, template }, { rows: [{ name: 'Quầy 1', phone: '024' }, { name: 'Quầy 2' }] }))).toEqual(['Bán tại: Quầy 1, 024; Quầy 2'])
  })
})

describe('the hand in an empty cell', () => {
  const size = (points: number, more = ''): string => `<w:rPr><w:rFonts w:ascii="Arial"/>${more}<w:sz w:val="${points * 2}"/></w:rPr>`
  const said = (words: string, points: number): string => `<w:p><w:r>${size(points, '<w:b/>')}<w:t>${words}</w:t></w:r></w:p>`
  const handIn = (rows: readonly (readonly string[])[], styles = ''): string => {
    const docx = makeDocx(table(rows), styles === '' ? {} : { styles })
    const end = partText(docx).indexOf('</w:p>', partText(docx).indexOf('<w:bookmarkEnd'))
    const xml = filledXml(make(docx, [at1(1, 'Ghi chú', [place('whole', mark('gap', { part: 'word/document.xml', start: end, end }))])], [{ field: field('/s/a') }]), { a: 'TRẢ LỜI' })
    return /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?<w:t xml:space="preserve">TRẢ LỜI/.exec(xml)?.[1] ?? ''
  }
  const blank = (properties = ''): string => `<w:p>${properties}<w:bookmarkEnd w:id="5"/></w:p>`
  it('is that of its row, where the cell says nothing; what marks a label is no hand', () => {
    expect(handIn([[said('TT', 9), said('Tên', 9)], [said('Ghi chú', 11), blank()]])).toBe('<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>')
  })
  it('is that of the rows above, where its row is empty', () => {
    expect(handIn([[said('TT', 14), said('Tên', 14)], [said('1', 10), said('A', 10)], ['<w:p/>', blank()]])).toBe('<w:rFonts w:ascii="Arial"/><w:sz w:val="20"/>')
  })
  it('has the font of the style that the words around have, and the size of its own mark', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    const label = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>Ghi chú</w:t></w:r></w:p>'
    const small = blank('<w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr>')
    expect(handIn([[label, small]], styles)).toBe('<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="20"/>')
    expect(handIn([[label, small]])).toBe('<w:sz w:val="20"/>')
    expect(handIn([[label, small]], '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>')).toBe('<w:sz w:val="20"/>')
  })
  it('is never that of a box drawn with a letter', () => {
    const box = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/><w:sz w:val="40"/></w:rPr><w:t>o</w:t></w:r></w:p>'
    expect(handIn([[said('Ghi chú', 11), box, blank()]])).toBe('<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>')
  })
  it('keeps what its own mark says beside, in the order of Word', () => {
    expect(handIn([[said('Ghi chú', 11), blank('<w:pPr><w:rPr><w:b/><w:lang w:val="vi-VN"/></w:rPr></w:pPr>')]])).toBe('<w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="22"/><w:lang w:val="vi-VN"/>')
  })
  it('is its own, where its paragraph says one or has a style', () => {
    expect(handIn([[said('Ghi chú', 11), blank('<w:pPr><w:rPr><w:rFonts w:ascii="Tahoma"/><w:i/><w:sz w:val="28"/></w:rPr></w:pPr>')]])).toBe('<w:rFonts w:ascii="Tahoma"/><w:i/><w:sz w:val="28"/>')
    expect(handIn([[said('Ghi chú', 11), blank('<w:pPr><w:pStyle w:val="O"/></w:pPr>')]])).toBe('')
    expect(handIn([['<w:p/>', blank()]])).toBe('')
  })
})
