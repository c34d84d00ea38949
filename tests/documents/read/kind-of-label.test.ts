import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../forms/documents/read/kind-of-label.ts'

const kindsOf = (labels: string): readonly (readonly [string, string])[] => labels.split('|').map((label) => [label, kindOf(label, '').kind])
const allAs = (labels: string, kind: string): readonly (readonly [string, string])[] => labels.split('|').map((label) => [label, kind])

describe('the head of a label decides', () => {
  test.each([
    ['name', 'Tên luật sư hướng dẫn|Tên của người nhận|Tên đơn vị, tổ chức, cá nhân|của chủ xe|Bút danh'],
    ['organisation', 'Đại diện cho tổ chức|Tên đầy đủ của doanh nghiệp|Cơ quan bảo lãnh|của Đoàn luật sư|Bên bán hàng (hãng, nước)|Hiện đang công tác tại công ty'],
    ['place', 'Tên nước xuất khẩu|Tên các cảng đi qua|Nước|Quốc gia|Nơi neo đậu tàu|Nơi làm việc'],
    ['text', 'Tên thuốc|Tên đầy đủ thành phần|Các nguồn thu nhập khác|Lý do đề nghị đăng ký thường trú|Số động vật trên đã được tiêm phòng'],
    ['money', 'Tổng các chi phí dự kiến|Tổng nguồn vốn|Mức đề nghị hỗ trợ|Trị giá|Mệnh giá cổ phần|Tổng tiền'], ['number', 'Mã định danh dự án|Tổng sản lượng khai thác|Học kỳ|Sinh viên năm thứ|tham dự kỳ thi đợt|Thuế suất'],
    ['quantity', 'Số máng ăn|Số ao nuôi tôm'], ['documentNumber', 'Số lô sản xuất|Hộ chiếu lần gần nhất số|Số sản phẩm nói trên đã được chứng nhận theo kết quả xét nghiệm số'],
    ['date', 'Thời gian tạm ngừng: kể từ ngày|Thời gian nhập cảnh|Thời hạn hiệu lực đến'], ['year', 'Trong năm|Năm lập vườn|Năm thu hoạch'], ['website', 'Đường link trang điện tử|URL'],
  ])('%s: %s', (kind, labels) => {
    expect(kindsOf(labels)).toEqual(allAs(labels, kind))
  })
})

describe('one label asks several data', () => {
  test.each([
    ['text', 'Họ, tên, số điện thoại của người liên hệ|Địa chỉ, điện thoại, fax|Họ và tên, ngày sinh'], ['identityDocument', 'Số CMND, ngày cấp, nơi cấp'],
    ['name', 'Họ, chữ đệm và tên|Họ và tên cha'], ['phone', 'Điện thoại, email'], ['email', 'Email, số điện thoại liên hệ'], ['address', 'Thôn, xã, tỉnh'], ['quantity', 'Số thuyền viên, người'],
  ])('%s: %s', (kind, labels) => {
    expect(kindsOf(labels)).toEqual(allAs(labels, kind))
  })
})

describe('spelling and language', () => {
  test.each([
    ['Hoá đơn số', 'Hóa đơn số'], ['Tỉ lệ', 'Tỷ lệ'], ['Lí do', 'Lý do'], ['Nơi đăng kí khai sinh', 'Nơi đăng ký khai sinh'], ['Điên thoại', 'Điện thoại'], ['Số GCN', 'Số giấy chứng nhận'], ['Thẻ BHYT số', 'Thẻ bảo hiểm y tế số'],
    ['Số/No', 'Số'], ['Tên (Name)', 'Tên'], ['C o u n t r y', 'Nước'], ['Date of issue', 'Ngày cấp'], ['Place of birth', 'Nơi sinh'], ['Address', 'Địa chỉ'], ['− Địa chỉ', 'Địa chỉ'],
  ])('%s is %s', (written, meant) => {
    expect([written, kindOf(written, '').kind]).toEqual([written, kindOf(meant, '').kind])
    expect(kindOf(meant, '').reason).not.toBe('no known word in the label')
  })
})

describe('what is printed behind a hole', () => {
  test.each([
    ['Lưu lượng', 'm3/ngày đêm', 'number'], ['Điện tiêu thụ', 'kWh', 'number'], ['Thời hạn', 'tuần', 'quantity'], ['Mức thưởng', 'triệu đồng', 'money'], ['Đã thu', 'tỷ đồng.', 'money'], ['Rừng', 'héc ta', 'area'],
    ['Người nhận', 'tuần', 'name'], ['Bên', 'A', 'text'],
  ])('%s … %s', (label, after, kind) => {
    expect(kindOf(label, ` ${after}`).kind).toBe(kind)
  })
})
