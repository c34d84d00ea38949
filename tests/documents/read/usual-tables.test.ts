import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { readLines } from './read-holes.ts'

type Cell = string | { readonly text: string; readonly span?: number; readonly merge?: 'begins' | 'goes on' }
const DOTS = '..........'
const wide = (text: string, span: number): Cell => ({ text, span })
const tall = (text: string): Cell => ({ text, merge: 'begins' })
const GOES_ON: Cell = { text: '', merge: 'goes on' }

const cellXml = (cell: Cell): string => {
  const { text, span, merge } = typeof cell === 'string' ? { text: cell } : cell
  const properties = `${span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`}${merge === undefined ? '' : `<w:vMerge${merge === 'begins' ? ' w:val="restart"' : ''}/>`}`
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map((line) => para(line)).join('')}</w:tc>`
}
const drawn = (rows: readonly (readonly Cell[])[]): string =>
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${rows.map((cells) => `<w:tr>${cells.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`
const TITLE = para(run('ĐƠN ĐỀ NGHỊ CẤP THẺ', '<w:b/>'), '<w:jc w:val="center"/>')
/** '[part] label: kind', with '*' behind it in rows that repeat. */
const read = (...rows: readonly (readonly Cell[])[]): readonly string[] =>
  readLines(TITLE, drawn(rows)).holes.map(({ section, label, kind, repeat }) => `${section === '' ? '' : `[${section}] `}${label}: ${kind}${repeat === null ? '' : '*'}`)

describe('rows that have labels', () => {
  test.each([['Đơn vị tính', 'Số lượng'], ['ĐVT', 'Kế hoạch'], ['Đơn vị', 'Số lượng']])('beside units under %s', (unit, asked) => {
    const rows = [['Diện tích', 'm2', ''], ['Lao động', 'người', ''], ['Doanh thu', 'triệu đồng', '']]
    const found = [`[${asked}] Diện tích: area`, `[${asked}] Lao động: quantity`, `[${asked}] Doanh thu: money`]
    expect(read(['Chỉ tiêu', unit, asked], ...rows)).toEqual(found)
    expect(read(['TT', 'Chỉ tiêu', unit, asked], ...rows.map((row, i) => [`${i + 1}`, ...row]))).toEqual(found)
  })

  test.each(['Trả lời', 'Thông tin', 'Nội dung kê khai', 'Nội dung'])('of which only %s is to be filled ask with them', (heading) => {
    expect(read(['STT', 'Câu hỏi', heading], ['1', 'Tên cơ sở', ''], ['2', 'Bạn có con không?', ''], ['3', 'Thu nhập hàng tháng', '']).map((one) => one.replace(/^\[.*?\] /u, ''))).toEqual(['Tên cơ sở: organisation', 'Bạn có con không?: text', 'Thu nhập hàng tháng: money'])
  })

  test('leave to an office its column, and ask no choice because an area is named', () => {
    expect(read(['TT', 'Nội dung', 'Kê khai', 'Cơ quan thẩm định ghi'], ['1', 'Diện tích', '', ''], ['2', 'Số tầng', '', ''])).toEqual(['[Kê khai] Diện tích: area', '[Kê khai] Số tầng: quantity'])
  })

  test('are added up, though a share is printed', () => {
    expect(read(['STT', 'Nguồn vốn', 'Số tiền', 'Tỷ lệ (%)'], ['1', '', '', ''], ['2', '', '', ''], ['', 'Tổng cộng', '', '100%'])).toContain('[Tổng cộng] Số tiền: money')
  })
})

describe('rows that stand under others', () => {
  test.each([['I. THÔNG TIN CÁ NHÂN', 'II. THÔNG TIN LIÊN HỆ'], ['A. Thông tin cá nhân', 'B. Thông tin liên hệ'], ['THÔNG TIN CÁ NHÂN', 'THÔNG TIN LIÊN HỆ'], ['Phần 1: Thông tin cá nhân', 'Phần 2: Thông tin liên hệ']])('that say %s', (heading, next) => {
    expect(read([wide(heading, 2)], ['Họ và tên', ''], ['Ngày sinh', ''], [wide(next, 2)], ['Email', ''])).toEqual(['[Cá nhân] Họ và tên: name', '[Cá nhân] Ngày sinh: date', '[Thông tin liên hệ] Email: email'])
    expect(read([wide(heading, 4)], ['Họ và tên', '', 'Giới tính', ''], [wide(next, 4)], ['Email', wide('', 3)])).toEqual(['[Cá nhân] Họ và tên: name', '[Cá nhân] Giới tính: sex', '[Thông tin liên hệ] Email: email'])
  })

  test('are groups of their own', () => {
    const group = (count: string, name: string): readonly (readonly Cell[])[] => [[count, wide(name, 3)], ['1', '', '', ''], ['2', '', '', '']]
    const columns = (name: string): readonly string[] => [`[${name}] Nội dung: text*`, `[${name}] Số lượng: quantity*`, `[${name}] Ghi chú: text*`]
    expect(read(['TT', 'Nội dung', 'Số lượng', 'Ghi chú'], ...group('I', 'Máy móc'), ...group('II', 'Nhân lực'))).toEqual([...columns('Máy móc'), ...columns('Nhân lực')])
  })

  test('of a cell that goes on beside them', () => {
    const beside = ['[Người cha] Họ tên: name', '[Người cha] Năm sinh: year', '[Người mẹ] Họ tên: name', '[Người mẹ] Năm sinh: year']
    expect(read([tall('Người cha'), 'Họ tên', ''], [GOES_ON, 'Năm sinh', ''], [tall('Người mẹ'), 'Họ tên', ''], [GOES_ON, 'Năm sinh', ''])).toEqual(beside)
    expect(read([tall('Người cha'), `Họ tên: ${DOTS}`], [GOES_ON, `Năm sinh: ${DOTS}`], [tall('Người mẹ'), `Họ tên: ${DOTS}`], [GOES_ON, `Năm sinh: ${DOTS}`])).toEqual(beside)
  })

  test('with numbers in cells of their own are under no number', () => {
    expect(read(['1', `Họ và tên: ${DOTS}`], ['2', `Ngày sinh: ${DOTS}`], ['3', 'Giới tính: □ Nam □ Nữ'])).toEqual(['Họ và tên: name', 'Ngày sinh: date', 'Giới tính: sex'])
  })
})

describe('cells that look like others', () => {
  test.each([['Do cơ quan nào cấp', 'issuePlace'], ['Cơ quan kiểm tra', 'organisation']])('%s asks which office', (heading, kind) => {
    expect(read(['TT', 'Tên giấy tờ', heading], ['1', '', ''], ['2', '', ''])).toContain(`${heading}: ${kind}*`)
  })

  test('room for an answer of two rows, and letters that are options', () => {
    expect(read([tall('Địa chỉ'), DOTS], [GOES_ON, DOTS], ['Email', DOTS])).toEqual(['Địa chỉ: address', 'Email: email'])
    expect(readLines(TITLE, drawn([['Nhóm máu', 'A', '☐', 'B', '☐', 'O', '☐', 'AB', '☐']])).holes.flatMap(({ options = [] }) => options)).toEqual(['A', 'B', 'O', 'AB'])
  })
})

describe('rows to fill', () => {
  test('that all begin with the same words', () => {
    expect(read(['Thời gian', 'Đơn vị công tác', 'Chức vụ'], [`Từ ${DOTS} đến ${DOTS}`, '', ''], [`Từ ${DOTS} đến ${DOTS}`, '', ''])).toEqual(['Thời gian: text*', 'Đơn vị công tác: organisation*', 'Chức vụ: occupation*'])
  })

  test('under headings of two rows', () => {
    expect(read([tall('STT'), tall('Họ và tên'), wide('Giấy tờ', 2)], [GOES_ON, GOES_ON, 'Số', 'Ngày cấp'], ['1', '', '', ''], ['2', '', '', ''])).toEqual(['Họ và tên: name*', '[Giấy tờ] Số: documentNumber*', '[Giấy tờ] Ngày cấp: issueDate*'])
  })
})
