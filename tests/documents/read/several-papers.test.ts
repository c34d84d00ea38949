import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const heading = (words: string): string => para(run(words, '<w:b/>'), '<w:jc w:val="center"/>')
const TITLE = heading('ĐƠN ĐỀ NGHỊ')
const NAME = 'Tôi tên là: ............'
const MOTTO = heading('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
const BIRTH = 'Nơi sinh: ............'
const end = (form: readonly string[]): readonly string[] => form.map((hole) => hole.replace(/^\[.*\] /, ''))

describe('a document of several papers', () => {
  test('goes on with the next behind the notes of the first', () => {
    const form = readLines(TITLE, NAME, 'Ghi chú:', '(1) Ghi rõ tên cơ quan.', MOTTO, 'TỜ KHAI', BIRTH)
    expect(end(holesOf(form))).toEqual(['Tôi tên là: name', 'Nơi sinh: place'])
  })

  test('asks nothing in what an office hands out, up to the next', () => {
    const form = readLines(TITLE, NAME, '(Ký, ghi rõ họ tên)', heading('GIẤY CHỨNG NHẬN'), BIRTH, MOTTO, heading('TỜ KHAI'), 'Số điện thoại: ............')
    expect(end(holesOf(form))).toEqual(['Tôi tên là: name', 'Số điện thoại: phone'])
  })

  test('has no such paper in a title over two lines', () => {
    expect(holesOf(readLines(TITLE, heading('GIẤY PHÉP XÂY DỰNG'), NAME))).toEqual([expect.stringMatching(/Tôi tên là: name$/)])
  })

  test('gets its number below the motto of each', () => {
    const head = table([[para('TÊN TỔ CHỨC'), MOTTO], [para('Số: ............'), para('............, ngày ..... tháng ..... năm .......')]])
    expect(end(holesOf(readLines(TITLE, NAME, head, heading('THÔNG BÁO'), BIRTH)))).toEqual(['Tôi tên là: name', 'Nơi sinh: place'])
    expect(holesOf(readLines(TITLE, NAME, 'Hợp đồng lao động', 'Số: ............'))).toHaveLength(2)
  })

  test('is no office\'s because a minister issued it, or a law counts what an office does', () => {
    expect(end(holesOf(readLines(heading('MẪU ĐƠN ĐỀ NGHỊ'), heading('của Bộ trưởng Bộ Y tế)'), NAME)))).toEqual(['Tôi tên là: name'])
    expect(end(holesOf(readLines(TITLE, NAME, '(Ký, ghi rõ họ tên)', 'l) Phê duyệt quy chế hoạt động của hội đồng quản lý;', BIRTH)))).toEqual(['Tôi tên là: name', 'Nơi sinh: place'])
  })
})

test('who else is greeted is nobody that is asked for', () => {
  expect(holesOf(readLines(TITLE, 'Kính gửi: ............', 'Đồng kính gửi: ____________', NAME))).toEqual(['Tôi tên là: name'])
})

test('a seal in a cell of its own is no answer', () => {
  const side = (words: string): string => table([[para(words), para('')]]).replace('<w:tblPr/>', '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>')
  expect(holesOf(readLines(TITLE, NAME, side('Dấu của công ty')))).toEqual(['Tôi tên là: name'])
  expect(holesOf(readLines(TITLE, NAME, side('Địa chỉ của công ty')))).toHaveLength(2)
})

test('a remark in the middle of a form ends where the next part of it begins', () => {
  const form = readLines(heading('GIẤY ĐỀ NGHỊ'), 'Tên hộ: ............', 'Lưu ý:', '- Chọn và kê khai vào trang tương ứng.', para(run('ĐĂNG KÝ THAY ĐỔI CHỦ HỘ'), '<w:jc w:val="center"/>'), 'Tên hộ sau khi thay đổi (ghi bằng chữ in hoa và có thể thêm tên bằng tiếng nước ngoài kèm theo tên viết tắt): ............')
  expect(form.holes.map(({ section }) => section)).toEqual(['', 'Đăng ký thay đổi chủ hộ'])
})

test('numbered lines are notes where marks above refer to them, and a list where they do not', () => {
  const notes = ['(1) Tên tổ chức đề nghị.', '(2) Căn cước công dân (ghi số, ngày cấp).']
  expect(readLines(heading('VĂN BẢN ĐỀ NGHỊ'), 'Sau khi xem xét hồ sơ của các cá nhân đáp ứng tiêu chuẩn theo quy định, ….(1)… đề nghị như sau:', 'Số căn cước (2): ............', ...notes).holes.map(({ label }) => label)).toEqual(['Tên tổ chức đề nghị', 'Số căn cước'])
  expect(readLines(heading('ĐƠN'), 'Tên (2): ............', 'Giấy tờ nộp kèm gồm có (1):', '(1) Giấy chứng nhận đã cấp;', '(2) ............', '(3) ............').holes.map(({ label, repeat }) => [label, repeat])).toEqual([['Tên', null], ['Giấy tờ nộp kèm gồm có', 'Giấy tờ nộp kèm gồm có']])
})

test('a unit that heads a page is no title', () => {
  expect(readLines(heading('BẢN VẼ TÁCH THỬA ĐẤT'), 'Diện tích: ............', heading('ĐƠN VỊ ĐO ĐẠC'), 'Địa chỉ: ............')).toMatchObject({ title: 'BẢN VẼ TÁCH THỬA ĐẤT', holes: [{ label: 'Diện tích' }, { label: 'Địa chỉ' }] })
})

test('a table that stands below the notes under a heading of its own is asked', () => {
  const grid = bordered([['STT', 'Tên người sử dụng đất', 'Địa chỉ'], ['', '', ''], ['', '', '']])
  expect(readLines(TITLE, NAME, 'Hướng dẫn kê khai:', '(1) Ghi rõ tên.', heading('Bảng 18a: Danh sách những người sử dụng đất'), grid).holes.map(({ label }) => label)).toEqual(['Tôi tên là', 'Tên người sử dụng đất', 'Địa chỉ'])
})
