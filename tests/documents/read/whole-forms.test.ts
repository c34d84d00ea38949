import { describe, expect, test } from 'vitest'
import type { Hole } from '../../../forms/documents/hole.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para, run, table as bare } from '../make-docx.ts'

// Short forms in the manner of several trades, of our own writing: they hold the general rules together.
const BORDERS = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
const table = (rows: readonly (readonly string[])[]): string => bare(rows).replace('<w:tblPr/>', BORDERS)
const title = (text: string): string => para(run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '<w:b/>'), '<w:jc w:val="center"/>') + para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')
const lines = (...texts: readonly string[]): string => texts.map((text) => para(text)).join('')
const brief = ({ label, kind }: Hole): string => `${label}: ${kind}`
const holes = (body: string): readonly string[] => { const form = readForm(makeDocx(body)); expect(form.notUnderstood).toEqual([]); return form.holes.map(brief) }

describe('whole forms', () => {
  test('of a vehicle, with a part for the office', () => {
    expect(holes(title('GIẤY KHAI ĐĂNG KÝ XE') + lines(
      'A. PHẦN CHỦ XE KÊ KHAI', 'Tên chủ xe: ...............', 'Năm sinh: .......... Địa chỉ: ..............', 'Số CCCD/CMND/Hộ chiếu: .......... cấp ngày ..../..../..... tại ............', 'Biển số cũ: ......... Dung tích: ........cm3',
      'Lý do: Cấp mới ☐ Cấp đổi ☐ Cấp lại ☐', 'B. PHẦN KIỂM TRA XÁC ĐỊNH CỦA CƠ QUAN ĐĂNG KÝ XE', 'Biển số cũ: .......... Biển số mới: .........',
    ))).toEqual(['Tên chủ xe: name', 'Năm sinh: year', 'Địa chỉ: address', 'Số CCCD/CMND/Hộ chiếu: identityNumber', 'cấp ngày: issueDate', 'tại: issuePlace', 'Biển số cũ: licencePlate', 'Dung tích: number', 'Lý do: choice'])
  })

  test('of a company, with boxes in cells and labelled rows', () => {
    expect(holes(title('GIẤY ĐỀ NGHỊ ĐĂNG KÝ') + lines('1. Tình trạng thành lập (đánh dấu X vào ô thích hợp)') + table([['Thành lập mới', '☐'], ['Tách doanh nghiệp', '☐']])
      + lines('2. Vốn điều lệ (bằng số; bằng chữ; VNĐ): .........', '3. Có hiển thị thông tin hay không? Có ☐ Không ☐', '4. Nguồn vốn:') + table([['Loại nguồn vốn', 'Tỷ lệ (%)', 'Số tiền'], ['Vốn nhà nước', '', ''], ['Vốn tư nhân', '', '']]))).toEqual([
      'Tình trạng thành lập: choice', 'Vốn điều lệ (bằng số; bằng chữ; VNĐ): money', 'Có hiển thị thông tin hay không?: yesNo', 'Vốn nhà nước: number', 'Vốn nhà nước: money', 'Vốn tư nhân: number', 'Vốn tư nhân: money',
    ])
  })

  test('of a school, in running sentences and to two addressees', () => {
    expect(holes(title('ĐƠN XIN CHUYỂN TRƯỜNG') + lines('Kính gửi: - Hiệu trưởng trường ..............', '- Hiệu trưởng trường ..............', 'Tôi tên: .................., là phụ huynh của em: ................. Sinh ngày: ...../...../.....',
      'Nay xin cho con tôi chuyển đến học tại Trường: .............. năm học 20... - 20...', 'Lý do chuyển: ..........'))).toEqual([
      'Tôi tên: name', 'là phụ huynh của em: name', 'Sinh ngày: date', 'Nay xin cho con tôi chuyển đến học tại Trường: organisation', 'năm học: text', 'Lý do chuyển: text',
    ])
  })

  test('of a loan, in figures and in words', () => {
    expect(holes(title('ĐƠN') + lines('Số tiền đề nghị vay: ............ đồng (Bằng chữ: ..................... đồng)', 'Thời hạn vay: ...... tháng, lãi suất ......%/tháng', 'Tài khoản số: ........ tại ngân hàng: .........'))).toEqual([
      'Số tiền đề nghị vay: money', 'Bằng chữ: moneyInWords', 'Thời hạn vay: quantity', 'lãi suất: number', 'Tài khoản số: bankAccount', 'tại ngân hàng: organisation',
    ])
  })

  test('of a tax, with a row of cells without a label', () => {
    expect(holes(title('TỜ KHAI THUẾ') + lines('[01] Kỳ tính thuế: Tháng ... năm ...', '[02] Lần đầu ☐', '[03] Tên người nộp thuế:.........', '[04] Mã số thuế:') + table([Array.from({ length: 13 }, () => '')]))).toEqual([
      'Kỳ tính thuế: date', 'Lần đầu: tick', 'Tên người nộp thuế: name', 'Mã số thuế: taxCode',
    ])
  })

  test('without any dots, and with questions above dotted lines', () => {
    expect(holes(title('ĐƠN XIN NGHỈ') + lines('Kính gửi: UBND xã A', 'Tôi tên là: ', 'Sinh ngày: ', 'Địa chỉ: ', 'Nay tôi làm đơn này xin nghỉ.'))).toEqual(['Tôi tên là: name', 'Sinh ngày: date', 'Địa chỉ: address'])
    expect(holes(title('ĐƠN KIẾN NGHỊ') + lines('I. NỘI DUNG KIẾN NGHỊ', '................', '................', 'II. YÊU CẦU GIẢI QUYẾT:', '................'))).toEqual(['NỘI DUNG KIẾN NGHỊ: longText', 'YÊU CẦU GIẢI QUYẾT: text'])
  })

  test('of a death, with the hour', () => {
    expect(holes(title('TỜ KHAI') + lines('Đã chết vào lúc: ....... giờ ....... phút, ngày ....... tháng ....... năm ........', 'Số Giấy báo tử: ........ do ........ cấp ngày ..... tháng .... năm .....'))).toEqual([
      'Đã chết vào lúc: text', 'ngày: date', 'Số Giấy báo tử: documentNumber', 'do: issuePlace', 'cấp ngày: issueDate',
    ])
  })
})
