import { describe, expect, test } from 'vitest'
import type { Hole } from '../../../forms/documents/hole.ts'
import { para } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const BORDERS = '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid/>'

/** 'words', with '>2 ' before those of a cell over two columns, '^ ' where a merged cell begins and '^' alone where it goes on. */
const cell = (text: string): string => {
  const [, merge = '', span = '1', words = ''] = /^(\^?)(?:>(\d) )?\s?(.*)$/su.exec(text) ?? []
  const properties = `<w:tcPr>${span === '1' ? '' : `<w:gridSpan w:val="${span}"/>`}${merge === '' ? '' : `<w:vMerge${words === '' ? '' : ' w:val="restart"'}/>`}</w:tcPr>`
  return `<w:tc>${properties}${words.split('\n').map((line) => para(line)).join('')}</w:tc>`
}
const grid = (...rows: readonly (readonly string[])[]): string => `${BORDERS}${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

const rowsOf = ({ places }: Hole): number => new Set(places.map(({ row }) => row)).size

describe('tables of rows to fill', () => {
  const members = grid(
    ['^ STT', '^ Tên thành viên', '>2 Vốn góp', '^ Ghi chú'],
    ['^', '^', 'Giá trị phần vốn góp (bằng số; VNĐ)', 'Tỷ lệ (%)', '^'],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['1', '', '', '', ''], ['2', '', '', '', ''],
  )

  test('two rows of headings, numbers of the columns, ordinals, and one table after another', () => {
    const form = readLines('DANH SÁCH THÀNH VIÊN', 'I. Thành viên là cá nhân', members, 'II. Thành viên là pháp nhân', members, para('Ngày ... tháng ... năm ...'))
    const labels = ['Tên thành viên', 'Giá trị phần vốn góp (bằng số; VNĐ)', 'Tỷ lệ', 'Ghi chú']
    expect(form.holes.map(({ label }) => label)).toEqual([...labels, ...labels])
    expect(form.holes.map(({ section }) => section).slice(1, 4)).toEqual(['Thành viên là cá nhân > Vốn góp', 'Thành viên là cá nhân > Vốn góp', 'Thành viên là cá nhân'])
    expect(form.holes.map(rowsOf)).toEqual([2, 2, 2, 2, 2, 2, 2, 2])
    expect(form.repeats.map(({ name, rows }) => [name, rows.length])).toEqual([['Thành viên là cá nhân', 2], ['Thành viên là pháp nhân', 2]])
  })

  test('two tables under one heading are two groups', () => {
    expect(readLines('I. Danh sách thành viên', members, members).repeats.map(({ rows }) => rows.length)).toEqual([2, 2])
  })

  test('a bare word below a heading that asks is asked with it; below another it asks alone', () => {
    expect(holesOf(readLines(grid(['^ Họ và tên', '>2 Năm sinh'], ['^', 'Nam', 'Nữ'], ['', '', ''])))).toEqual([expect.stringMatching(/Họ và tên: name$/), expect.stringMatching(/Năm sinh Nam: year$/), expect.stringMatching(/Năm sinh Nữ: year$/)])
    expect(readLines(grid(['^ Giống', '>2 Tính biệt'], ['^', 'Đực', 'Cái'], ['', '', ''])).holes.map(({ label, section }) => `${section}: ${label}`)).toEqual([': Giống', 'Tính biệt: Đực', 'Tính biệt: Cái'])
  })

  test('what is added up below the rows is asked once, and only of columns that can be added up', () => {
    const form = readLines(grid(['Tên hàng', 'Số lượng', 'Khối lượng (kg)', 'Mục đích sử dụng'], ['', '', '', ''], ['', '', '', ''], ['Tổng số', '', '', '']))
    expect(form.holes.map(({ label, repeat }) => [label, repeat !== null])).toEqual([['Tên hàng', true], ['Số lượng', true], ['Khối lượng', true], ['Mục đích sử dụng', true], ['Số lượng', false], ['Khối lượng', false]])
    expect(form.holes.at(-1)?.section).toBe('Tổng số')
  })

  test('several questions in one cell are columns of their own, on the rows that print them', () => {
    const form = readLines(grid(['TT', 'Họ và tên', 'Chứng chỉ'], ['1', '', 'Số chứng chỉ:\n\nNgày cấp:\n\nCơ quan cấp'], ['2', '', ''], ['3', '', '']))
    expect(holesOf(form)).toEqual([expect.stringMatching(/Họ và tên: name$/), '[Chứng chỉ] Số chứng chỉ: documentNumber', '[Chứng chỉ] Ngày cấp: issueDate', '[Chứng chỉ] Cơ quan cấp: issuePlace'])
    expect(form.holes.map(({ places }) => places.length)).toEqual([1, 1, 1, 1])
    expect(form.repeats.map(({ rows }) => rows.length)).toEqual([1])
  })
})

test('columns that a note spares some people are optional, the one that carries the note is not', () => {
  const rows = grid(['STT', 'Số định danh (1) hoặc số hộ chiếu (đối với người nước ngoài)', 'Giới tính', 'Quốc tịch', 'Ghi chú'], ['', '', '', '', ''])
  const form = readLines('I. Danh sách thành viên', rows, 'Chú thích:', '(1) Nếu cột số 2 ghi Số định danh thì không phải kê khai các cột số 3, 4.')
  expect(form.holes.map(({ optional }) => optional)).toEqual([false, true, true, false])
  const reserved = readLines('7. Các thành viên hộ gia đình (1):', grid(['Họ tên', 'Giới tính'], ['', '']), 'Chú thích:', '(1) Chỉ kê khai trong trường hợp hộ gia đình thành lập;', '- Nếu có số định danh thì không phải kê khai các cột số 2.')
  expect(reserved.holes.map(({ optional }) => optional)).toEqual([true, true])
})

describe('tables of questions', () => {
  test('words with a colon beside each other head no columns; wide blank cells are no digits of a number', () => {
    const blank = '<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr><w:p/></w:tc>'.repeat(6)
    const rows = `<w:tr>${cell('Cơ quan giải quyết:')}${cell('Nhân chứng:')}</w:tr><w:tr>${cell('Thiệt hại hàng hóa')}${blank}</w:tr><w:tr>${cell('')}${blank}</w:tr>`
    expect(holesOf(readLines(`${BORDERS}${rows}</w:tbl>`))).toEqual(['Cơ quan giải quyết: organisation', 'Nhân chứng: name', 'Thiệt hại hàng hóa: text'])
    const digits = '<w:tc><w:tcPr><w:tcW w:w="400" w:type="dxa"/></w:tcPr><w:p/></w:tc>'.repeat(6)
    expect(readLines(`${BORDERS}<w:tr>${cell('Mã số thuế')}${digits}</w:tr></w:tbl>`).holes.map(({ places }) => places.length)).toEqual([6])
  })

  test('a question alone in its cell asks beside another; above its own parts it does not', () => {
    expect(holesOf(readLines(grid(['Số người trên xe:', 'Đăng kiểm số: .........'], ['Loại hàng:'], ['Họ tên lái xe: .........', 'SĐT: .........'])))).toEqual(['Số người trên xe: quantity', 'Đăng kiểm số: documentNumber', 'Loại hàng: text', 'Họ tên lái xe: name', 'SĐT: phone'])
    expect(holesOf(readLines(grid(['Địa chỉ:'], ['Xã: .........', 'Tỉnh: .........'])))).toEqual([expect.stringMatching(/Xã: address$/), expect.stringMatching(/Tỉnh: address$/)])
  })
})
