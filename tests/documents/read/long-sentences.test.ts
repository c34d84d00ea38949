import { expect, test } from 'vitest'
import { bordered, holesOf, readLines } from './read-holes.ts'


test.each([
  ['a day is named by what was done on it', 'Ngày …/…/…… tôi đã chấm dứt hợp đồng lao động với (tên đơn vị) ………………', 'Ngày tháng năm tôi đã chấm dứt hợp đồng lao động: date'],
  ['a question is asked with all of its clauses', 'a) Bị bắt, bị tù khi nào và ở đâu, đã khai báo cho ai, về những vấn đề gì ………………', 'Bị bắt, bị tù khi nào và ở đâu, đã khai báo cho ai, về những vấn đề gì: text'],
  ['a part that an "or" joins is no sentence of its own', 'Tổ chức cung cấp dịch vụ; hoặc Tổ chức được ủy quyền khai thay: ………………', 'Tổ chức cung cấp dịch vụ; hoặc Tổ chức được ủy quyền khai thay: organisation'],
  ['what somebody is in a case is no name', 'Tôi là ……………… trong vụ án dân sự số ………………', 'Tôi là: relation'],
])('%s', (_, line, hole) => {
  expect(holesOf(readLines('ĐƠN ĐỀ NGHỊ', line))[0]).toBe(hole)
})

test('a date that a cell prints asks nothing of the cell beside it', () => {
  expect(readLines('LÝ LỊCH', bordered([['Tháng/năm:', '3/1993', '', '4/1993', '']])).holes.map(({ label }) => label)).not.toContain('4/1993')
})

test.each([
  ['a bracket that instructs at length is none of the label', 'Tình trạng hôn nhân (Ghi rõ: không có chồng hoặc vợ; có chồng hoặc vợ đã chết): ………………', 'Tình trạng hôn nhân: text'],
  ['what a bracket has given a name is asked of by that name', 'Tôi có tên trong Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất (sau đây gọi chung là Giấy chứng nhận) số: ………………', '[Giấy chứng nhận] số: documentNumber'],
  ['a clause that is long all the same asks with where', 'Tôi cam kết diện tích nhà ở bình quân đầu người thấp hơn 15 m2 sàn trên một người tại tỉnh ………………', 'tại tỉnh: place'],
  ['or with what it agrees', 'Chúng tôi cam kết chất lượng của lô hàng hóa nhập khẩu nói trên là hoàn toàn phù hợp với quy chuẩn kỹ thuật ………………', 'phù hợp với quy chuẩn kỹ thuật: text'],
  ['what is said of income is a sum', 'Tôi có thu nhập hàng tháng thực nhận tính theo bảng tiền công là ……………… tính đến nay', 'Tôi có thu nhập hàng tháng thực nhận tính theo bảng tiền công là: money'],
  ['the end of a title asks for the year', 'CHƯƠNG TRÌNH THƯƠNG HIỆU NĂM ………………', 'CHƯƠNG TRÌNH THƯƠNG HIỆU NĂM: year'],
  ['a mark that lost its first bracket is a mark', 'c) Địa chỉ2): ………………', 'Địa chỉ: address'],
])('%s', (_, line, hole) => {
  expect(holesOf(readLines('ĐƠN ĐỀ NGHỊ', line))[0]).toBe(hole)
})
