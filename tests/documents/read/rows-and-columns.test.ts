import { describe, expect, test } from 'vitest'
import { para } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

describe('rows', () => {
  test('ask in the measure that heads their columns, one heading over two or most of them', () => {
    const sums = bordered([['Chỉ tiêu', 'Số tiền phải nộp', 'Số tiền được miễn', 'Số kỳ trước'], ['Thuế môn bài', '', '', ''], ['Thuế tài nguyên', '', '', '']])
    expect(new Set(holesOf(readLines(sums)).map((hole) => hole.replace(/^\[.*\] /, '')))).toEqual(new Set(['Thuế môn bài: money', 'Thuế tài nguyên: money', 'Thuế môn bài: quantity', 'Thuế tài nguyên: quantity']))
  })

  test('ask in the unit that they print, and the same of each year', () => {
    const plan = bordered([['TT', 'Nội dung', 'Đơn vị', 'Kế hoạch', 'Ghi chú'], ['1', 'Doanh thu', 'đồng', '', ''], ['2', 'Lao động', 'người', '', '']])
    expect(holesOf(readLines(plan))).toEqual(['[Kế hoạch] Doanh thu: money', '[Doanh thu] Ghi chú: text', '[Kế hoạch] Lao động: quantity', '[Lao động] Ghi chú: text'])
    const years = bordered([['Nội dung', 'Năm trước', 'Năm nay'], ['Doanh thu', '', ''], ['Lợi nhuận', '', '']])
    expect(holesOf(readLines(years)).slice(0, 2)).toEqual(['[Năm trước] Doanh thu: money', '[Năm nay] Doanh thu: money'])
  })

  test('are not asked where a cell is barred, and go on beside it', () => {
    const sums = bordered([['Chỉ tiêu', 'Số đầu năm', 'Số cuối năm'], ['Vốn', '', ''], ['Lãi', 'x', '']])
    expect(holesOf(readLines(sums))).toEqual(['[Số đầu năm] Vốn: quantity', '[Số cuối năm] Vốn: quantity', '[Số cuối năm] Lãi: quantity'])
  })

  test('ask inside their cells where those have questions of their own', () => {
    const papers = bordered([['Giấy tờ', 'Thông tin', 'Số lượng'], ['Hợp đồng', para('Số:') + para('Ngày ký:'), ''], ['Hóa đơn', '', '']])
    expect(holesOf(readLines(papers)).slice(0, 3)).toEqual(['[Hợp đồng] Số: documentNumber', '[Hợp đồng] Ngày ký: date', expect.stringMatching(/quantity$/)])
  })

  test('that one cell begins are rows to fill all the same', () => {
    const sheet = bordered([['STT', 'Tên', 'Nguồn gốc', 'Số lượng', 'Ghi chú'], ['1', '', 'Hóa đơn số ....... ngày .......', '', ''], ['2', '', '', '', '']])
    expect(readLines(sheet).holes.map(({ label, repeat }) => [label, repeat])).toEqual(['Tên', 'Nguồn gốc', 'Số lượng', 'Ghi chú'].map((label) => [label, 'Bảng 1']))
  })

  test('of questions are answered yes or no in the cell beside them', () => {
    const sheet = bordered([['1. Có sốt không?', 'Không ☐ Có ☐'], ['2. Có ho không?', 'Không ☐ Có ☐']])
    expect(holesOf(readLines(sheet))).toEqual(['Có sốt không?: yesNo', 'Có ho không?: yesNo'])
  })
})

const cell = (text: string, width: number, span = 1): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${para(text)}</w:tc>`
const sheetOf = (width: number): string => `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid>${[2000, width, width, width].map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${[
  cell('Họ và tên', 2000) + cell('Trình độ', 3 * width, 3), cell('', 2000) + ['Sơ cấp', 'Trung cấp', 'Cao đẳng'].map((text) => cell(text, width)).join(''),
  ...['', ''].map(() => cell('', 2000) + ['', '', ''].map((text) => cell(text, width)).join('')),
].map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`

test('narrow columns under one heading are crossed, wide ones are written in', () => {
  expect(readLines(sheetOf(700)).holes.map(({ kind }) => kind)).toEqual(['name', 'tick', 'tick', 'tick'])
  expect(readLines(sheetOf(2000)).holes.map(({ kind }) => kind)).not.toContain('tick')
})

describe('below rows that the form names', () => {
  test('there is room for others', () => {
    const form = readLines(bordered([['TT', 'Chỉ tiêu', 'Phải nộp', 'Được miễn'], ['1', 'Sản lượng điện', '', ''], ['2', 'Sản lượng nước', '', ''], ['3', '............', '', '']]))
    expect(form.holes.filter(({ repeat }) => repeat !== null).map(({ label }) => label)).toEqual(['Chỉ tiêu', 'Phải nộp', 'Được miễn'])
  })

  test('a year that the head of a column leaves open is no answer, and the rows of one thing ask beside its name', () => {
    const merged = bordered([['Hàng hóa', 'Thông tin chi tiết', 'Cấp năm 20…', 'Ước thực hiện'], ['Thuốc lá', 'Lượng (tấn)', '', ''], ['', 'Trị giá (nghìn USD)', '', '']])
      .replace(`<w:tcPr/>${para('Thuốc lá')}`, `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${para('Thuốc lá')}`)
      .replace(`<w:tcPr/>${para('')}</w:tc><w:tc><w:tcPr/>${para('Trị giá (nghìn USD)')}`, `<w:tcPr><w:vMerge/></w:tcPr>${para('')}</w:tc><w:tc><w:tcPr/>${para('Trị giá (nghìn USD)')}`)
    expect(merged).toContain('<w:vMerge/>')
    expect(holesOf(readLines(merged))).toEqual(['Lượng (tấn) - Cấp năm 20: number', 'Lượng (tấn) - Ước thực hiện: number', 'Trị giá (nghìn USD) - Cấp năm 20: money', 'Trị giá (nghìn USD) - Ước thực hiện: money'])
  })
})
