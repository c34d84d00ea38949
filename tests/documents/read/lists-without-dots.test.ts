import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')
const heading = (text: string): string => para(run(text, '<w:b/>'))

describe('a form that shows nowhere where to write', () => {
  test('asks with the lines of its lists, but for those that head others', () => {
    const form = readLines(TITLE, heading('I. Thông tin chung'), '1. Tên doanh nghiệp', '- Bằng tiếng Việt;', '- Bằng tiếng nước ngoài (nếu có).', '2. Loại hình doanh nghiệp.', '3. Địa chỉ đặt trụ sở chính.', '4. Vốn điều lệ.')
    expect(holesOf(form).map((hole) => hole.replace(/^\[.*\] /, ''))).toEqual([
      'Bằng tiếng Việt: text', 'Bằng tiếng nước ngoài (nếu có): text', 'Loại hình doanh nghiệp: text', 'Địa chỉ đặt trụ sở chính: address', 'Vốn điều lệ: money',
    ])
  })

  test('asks with a list of which little is known, once another has been found to ask', () => {
    const known = ['1. Họ và tên.', '2. Địa chỉ.', '3. Số điện thoại.']
    const other = ['1. Số lượng máy.', '2. Các kiến nghị khác.', '3. Dự kiến triển khai.']
    expect(readLines(TITLE, heading('I. Người nộp'), ...known, heading('II. Nội dung xin cấp'), ...other).holes).toHaveLength(6)
    expect(readLines(TITLE, heading('II. Nội dung xin cấp'), ...other, 'Hết.').holes).toEqual([])
  })

  test('promises and lists papers without asking', () => {
    expect(readLines(TITLE, '1. Tên đơn vị: HỢP TÁC XÃ', '2. Địa chỉ: Số 7A, Thành Thái', '3. Số lượng nộp lại: 01 phù hiệu').holes).toEqual([])
    expect(readLines(TITLE, 'Tôi cam kết:', '- Địa chỉ trên là đúng;', '- Số điện thoại liên lạc được;', '- Họ và tên đúng giấy tờ.').holes).toEqual([])
    expect(readLines(TITLE, 'Hồ sơ gồm:', '- Giấy khai sinh;', '- Ảnh thẻ;', '- Sổ hộ khẩu.').holes).toEqual([])
  })

  test('beside lines with dots a line without them heads what is below it', () => {
    expect(holesOf(readLines(TITLE, '1. Họ và tên: ..........', '2. Địa điểm xây dựng:', '- Lô đất số: ..........', '3. Điện thoại: ..........'))).toHaveLength(3)
  })

  test('and what is told of a thing is no more about the person above it', () => {
    const numbered = (text: string): string => para(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    expect(holesOf(readLines(TITLE, ...['Thông tin về tổ chức đăng ký:', 'Tên người đại diện:', 'Địa chỉ:', 'Thông tin về giống cây:', 'Tên khoa học:', 'Tên thương mại:'].map(numbered))).at(-2)).toBe('[Giống cây] Tên khoa học: text')
  })

  test('asks with labels that only end in a colon', () => {
    const form = readLines(TITLE, heading('I. THÔNG TIN CHUNG VỀ DỰ ÁN'), 'Tên dự án:', 'Đơn vị lập dự án:', 'Mục tiêu:', 'Nhiệm vụ:', 'Thời gian:')
    expect(form.holes.map(({ label }) => label)).toEqual(['Tên dự án', 'Đơn vị lập dự án', 'Mục tiêu', 'Nhiệm vụ', 'Thời gian'])
    expect(new Set(form.holes.map(({ section }) => section))).toEqual(new Set(['Thông tin chung về dự án']))
  })

  test('asks optional things only once: what comes below them is asked of all', () => {
    const form = readLines(TITLE, '1. Tên doanh nghiệp', '- Bằng tiếng Việt;', '- Bằng tiếng nước ngoài (nếu có).', '2. Địa chỉ đặt trụ sở chính.', '3. Vốn điều lệ.')
    expect(form.holes.map(({ optional }) => optional)).toEqual([false, true, false, false])
  })

  test('asks two things in a line that a dash parts', () => {
    const tabbed = para('<w:r><w:t>- Sinh ngày, tháng, năm:</w:t></w:r><w:r><w:tab/><w:tab/><w:tab/></w:r><w:r><w:t>- Giới tính:</w:t></w:r>')
    expect(holesOf(readLines(TITLE, '- Họ và tên:', tabbed, '- Địa chỉ:'))).toEqual(['Họ và tên: name', 'Sinh ngày, tháng, năm: date', 'Giới tính: sex', 'Địa chỉ: address'])
  })
})
