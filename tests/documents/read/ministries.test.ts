import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../forms/documents/read/kind-of-label.ts'
import { para, run } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const centred = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')

describe('labels that ministries use', () => {
  test.each([
    ['health', 'Phạm vi hoạt động chuyên môn: .........', ['Phạm vi hoạt động chuyên môn: text']],
    ['health', 'Vị trí chuyên môn: ......... Quy mô: ....... giường bệnh', ['Vị trí chuyên môn: occupation', 'Quy mô: quantity']],
    ['education', 'Hiện là học sinh lớp: ......... Mã học sinh: ........', ['Hiện là học sinh lớp: text', 'Mã học sinh: number']],
    ['education', 'Niên khóa: 20....-20.... Ngành đào tạo: ........', ['Niên khóa: text', 'Ngành đào tạo: text']],
    ['fisheries', 'Chủ tàu: ....... Sức chở tối đa, tấn: ....... Số thuyền viên, người: .......', ['Chủ tàu: name', 'Sức chở tối đa, tấn: number', 'Số thuyền viên, người: quantity']],
    ['fisheries', 'Toạ độ: Kinh độ ........ Vĩ độ ..........', ['[Toạ độ] Kinh độ: number', '[Toạ độ] Vĩ độ: number']],
    ['construction', 'Cốt nền xây dựng: ....... m; Mật độ xây dựng: ....... %', ['Cốt nền xây dựng: number', 'Mật độ xây dựng: number']],
    ['transport', 'Vận chuyển từ: ........ đến: .......', ['Vận chuyển từ: text', 'đến: text']],
    ['transport', 'Thời gian sử dụng: từ ........ đến .......', ['Thời gian sử dụng: từ: date', '[Thời gian sử dụng] đến: date']],
    ['home affairs', 'Lý do chấm dứt hợp đồng lao động: .........', ['Lý do chấm dứt hợp đồng lao động: text']],
    ['home affairs', 'Ngày vào Đảng: ........, ngày chính thức ........', ['Ngày vào Đảng: date', 'ngày chính thức: date']],
    ['finance', 'Vốn điều lệ (bằng số; VNĐ): ........', ['Vốn điều lệ (bằng số; VNĐ): money']],
    ['finance', 'Vốn điều lệ (bằng chữ; VNĐ): ........', ['Vốn điều lệ (bằng chữ; VNĐ): moneyInWords']],
    ['finance', 'Thu nhập (đồng): ........ Kinh phí (triệu đồng): ........', ['Thu nhập: money', 'Kinh phí: money']],
    ['land', 'Quyết định số ....... ngày .... tháng .... năm ..... của ........', ['Quyết định số: documentNumber', 'ngày: date', 'của: issuePlace']],
    ['social affairs', 'Tổng số hội viên: ..... (nam: ..... nữ: .....)', ['Tổng số hội viên: quantity', 'nam: quantity', 'nữ: quantity']],
    ['social affairs', 'Hưởng chế độ từ: ..../....', ['Hưởng chế độ từ: date']],
    ['social affairs', 'Là (ghi rõ quan hệ: cha, mẹ, người giám hộ): ........ của cháu .........', ['Là (ghi rõ quan hệ: cha, mẹ, người giám hộ): relation', 'của cháu: name']],
    ['agriculture', 'Nước xuất khẩu: ........ Nước quá cảnh (nếu có): ........ Thời gian kiểm dịch: ........', ['Nước xuất khẩu: place', 'Nước quá cảnh (nếu có): place', 'Thời gian kiểm dịch: date']],
    ['agriculture', 'Tổng số (viết bằng chữ): ........ Tên, địa chỉ cơ sở sản xuất: ........', ['Tổng số (viết bằng chữ): text', 'Tên, địa chỉ cơ sở sản xuất: text']],
    ['agriculture', 'Đực: ........ Cái: ........', ['Đực: quantity', 'Cái: quantity']],
    ['insurance', 'GPLX số: ........ Đăng kiểm số: ........ Hiệu lực từ: ........ đến: ........', ['GPLX số: documentNumber', 'Đăng kiểm số: documentNumber', 'Hiệu lực từ: date', 'đến: date']],
    ['insurance', 'Số hợp đồng hoặc số chứng từ thanh toán: ........ Nhân chứng: ........', ['Số hợp đồng hoặc số chứng từ thanh toán: documentNumber', 'Nhân chứng: name']],
    ['justice', 'Người khởi kiện: ........ Nam/ Nữ: ........ Số chứng minh: ........ cấp tại: ........ Ngày: ........', ['Người khởi kiện: name', 'Nam/ Nữ: sex', 'Số chứng minh: identityNumber', 'cấp tại: issuePlace', 'Ngày: issueDate']],
    ['police', 'cho tôi tạm vắng tại: ........ Sở trường: ........', ['cho tôi tạm vắng tại: address', 'Sở trường: text']],
    ['planning', 'Tổ/xóm/ấp/thôn: ........ Tên pháp nhân: ........', ['Tổ/xóm/ấp/thôn: address', 'Tên pháp nhân: organisation']],
    ['health', 'Giới: Nam □ Nữ □     Tuổi: .......', ['Giới: sex', 'Tuổi: quantity']],
    ['health', 'Tiền sử bản thân: Đang mắc bệnh nào sau đây không: a) Không □; b) Có □', ['Tiền sử bản thân: Đang mắc bệnh nào sau đây không: yesNo']],
    ['health', 'Ông (bà) có đang điều trị bệnh gì không? Nếu có, liệt kê các thuốc đang dùng: .........', ['Ông (bà) có đang điều trị bệnh gì không? Nếu có, liệt kê các thuốc đang dùng: text']],
    ['labour', 'Thời hạn làm việc từ (ngày/tháng/năm): ........ đến (ngày/tháng/năm): ........', ['Thời hạn làm việc từ (ngày/tháng/năm): date', 'đến (ngày/tháng/năm): date']],
    ['labour', 'Nhân lực: Tổng số ...... người, trong đó: Tiến sĩ ......; Thạc sĩ .......', ['[Nhân lực] Tổng số: quantity', '[Trong đó] Tiến sĩ: quantity', '[Trong đó] Thạc sĩ: quantity']],
    ['education', 'Hiện đang học tại lớp: .........', ['Hiện đang học tại lớp: text']],
    ['labour', 'Tổng số công nhân ....... người; trong đó có ......... lao động nữ', ['Tổng số công nhân: quantity', 'trong đó có … lao động nữ: quantity']],
    ['finance', 'Đã nộp phí: ........ (đồng) theo biên lai số: ........', ['Đã nộp phí: money', 'theo biên lai số: documentNumber']],
    ['any', 'Tài liệu kèm theo: 1/.............. 2/..................', ['Tài liệu kèm theo: longText']],
    ['any', 'Tôi xin cam đoan...', []],
    ['police', 'CMND số: ......... do CA ............ cấp ngày .../.../...', ['CMND số: identityNumber', 'do CA: issuePlace', 'cấp ngày: issueDate']],
    ['police', 'Tên thường dùng: ........ Giấy CMND (hoặc Căn cước công dân, Hộ chiếu) số: ........', ['Tên thường dùng: name', 'Giấy CMND (hoặc Căn cước công dân, Hộ chiếu) số: identityNumber']],
  ])('%s: %s', (_, line, found) => {
    expect(holesOf(readLines(line))).toEqual(found)
  })
})

describe('kinds of labels by their words alone', () => {
  test.each([
    ['name', 'Người sử dụng đất|Người quản lý trực tiếp|Bên chuyển nhượng|Luật sư|Tên hộ gia đình, cá nhân|Chủ rừng|Trưởng đoàn'],
    ['date', 'Hạn dùng|Thời điểm xảy ra tai nạn|Ngày được công nhận'], ['year', 'Năm đưa vào sử dụng|Năm thực hiện'],
    ['address', 'Đặc khu|Nơi đăng ký hộ khẩu|Địa chỉ trại nuôi'], ['place', 'Cảng xuất phát|Vùng khai thác|Nơi thực hành'],
    ['organisation', 'Tên nhà xuất bản|Kho bạc Nhà nước|Cơ quan chủ quản|Tên phòng khám'], ['number', 'Kinh độ|Sức chở|Số serial|Mã ngành'],
    ['quantity', 'Tổng đàn|Thâm niên|Số giường bệnh|Số lượt người'], ['money', 'Mức bồi thường|Dự toán kinh phí|Giá khởi điểm'],
    ['documentNumber', 'Giấy phép hành nghề số|Số GPLX|Giấy chứng nhận đăng ký doanh nghiệp số|Số tờ khai hải quan'], ['identityNumber', 'Mã định danh cá nhân|CCCD/Hộ chiếu số'],
    ['occupation', 'Vị trí dự tuyển|Ngạch công chức'], ['bankAccount', 'Số TK|Tài khoản tiền gửi'], ['licencePlate', 'Số đăng ký xe'],
    ['text', 'Chủ đề|Trường hợp bị thương|Loài nuôi|Chủng loại, số lượng vũ khí|Kích thước'],
  ])('%s: %s', (kind, labels) => {
    for (const label of labels.split('|')) expect([label, kindOf(label, '').kind]).toEqual([label, kind])
  })
})

describe('how ministries print', () => {
  test('boxes side by side are cells of one answer', () => {
    expect(holesOf(readLines('Số căn cước: ☐☐☐☐☐☐☐☐☐☐☐☐ Mã tỉnh ☐☐ Mã xã ☐☐'))).toEqual(['Số căn cước: identityNumber', 'Mã tỉnh: number', 'Mã xã: number'])
    expect(holesOf(readLines('Mã số thuế: ☐ ☐ ☐ ☐ ☐ ☐ ☐ ☐ ☐ ☐'))).toEqual(['Mã số thuế: taxCode'])
    expect(readLines('Ngày sinh: ☐☐/☐☐/☐☐☐☐').holes[0]?.places.map(({ role }) => role)).toEqual(['day', 'month', 'year'])
  })

  test('one question has several lines of boxes behind its colon', () => {
    const form = readLines('Loại giấy tờ pháp lý của cá nhân:', '☐ Chứng minh nhân dân ☐ Căn cước công dân', '☐ Hộ chiếu ☐ Loại khác (ghi rõ): ........')
    expect(form.holes.map(({ label, options }) => [label, options])).toEqual([['Loại giấy tờ pháp lý của cá nhân', ['Chứng minh nhân dân', 'Căn cước công dân', 'Hộ chiếu', 'Loại khác']], ['Loại khác (ghi rõ)', undefined]])
  })

  test('the words of a box end where it asks for more', () => {
    const form = readLines('Nhận tiền qua:', '☐ Tài khoản: Tên tài khoản ........... Số tài khoản ............', '☐ Nhận trực tiếp')
    expect(form.holes[0]?.options).toEqual(['Tài khoản', 'Nhận trực tiếp'])
    expect(holesOf(form).slice(1)).toEqual([expect.stringMatching(/> Tài khoản\] Tên tài khoản: name$/), expect.stringMatching(/> Tài khoản\] Số tài khoản: bankAccount$/)])
  })

  test('an office begins its part below the signature in any letters', () => {
    expect(holesOf(readLines('Nơi sinh: ........', '......, ngày ... tháng ... năm ...', 'Người khai', '(Ký, ghi rõ họ tên)', 'Xác nhận của UBND cấp xã', 'Ông (bà) ........... hiện cư trú tại ..........'))).toEqual(['Nơi sinh: place'])
  })

  test('lines that only count are a list, and a number that counts on from before is a question', () => {
    const list = readLines('Tài liệu kèm theo:', '1. ..........', '2. ..........', '3..........')
    expect(list.holes.map(({ label, repeat, places }) => [label, repeat, places.length])).toEqual([['Tài liệu kèm theo', 'Tài liệu kèm theo', 3]])
    const form = readLines('21. Mức lương: ....... VNĐ', para(run('I. QUÁ TRÌNH ĐÀO TẠO', '<w:b/>')), '22. ........')
    expect(form.holes.map(({ label, repeat }) => [label, repeat])).toEqual([['Mức lương', null], ['QUÁ TRÌNH ĐÀO TẠO', null]])
    expect(holesOf(readLines('Năm học:', '20.... - 20....'))).toEqual([expect.stringMatching(/^Năm học: text$/)])
  })

  test('a bracket of its own line asks where a colon does', () => {
    expect(holesOf(readLines('Diện tích: ........ m2', '(Ghi bằng chữ: .........)'))).toEqual(['Diện tích: area', 'Ghi bằng chữ: text'])
    expect(holesOf(readLines('Diện tích: ........ m2', '(Ghi rõ từng loại ...)'))).toEqual(['Diện tích: area'])
  })

  test('lines of boxes without a label are one question', () => {
    expect(readLines('Vị trí công việc: ........', '☐ Nhà quản lý ☐ Giám đốc', '☐ Chuyên gia ☐ Lao động kỹ thuật').holes.map(({ kind, options }) => [kind, options?.length])).toEqual([['occupation', undefined], ['choice', 4]])
  })

  test('names of an organisation need no dots', () => {
    expect(holesOf(readLines('Tên tiếng Việt:', 'Tên tiếng Anh (nếu có):', 'Tên viết tắt:', 'Địa chỉ: ..........'))).toEqual(['Tên tiếng Việt: organisation', 'Tên tiếng Anh (nếu có): organisation', 'Tên viết tắt: organisation', 'Địa chỉ: address'])
  })

  test('a bracket that shows how to write asks nothing, one with a colon does', () => {
    expect(holesOf(readLines('Thời gian hoạt động: ........ (ghi cụ thể: từ ... giờ đến ... giờ)'))).toEqual(['Thời gian hoạt động: text'])
    expect(holesOf(readLines('Lý do khác (ghi rõ: ...)'))).toEqual(['ghi rõ: text'])
  })

  test('a long bracket with another inside is no part of a label', () => {
    const inside = 'thói quen về ăn uống, loại thức ăn bị dị ứng; thói quen về sinh hoạt, giờ giấc (tư thế ngủ, ngủ có đèn hay tắt đèn)'
    for (const bracket of [`(${inside})`, `(${inside}`]) expect(readLines(`Thói quen ${bracket}:`, '..............').holes.map(({ label }) => label)).toEqual(['Thói quen'])
  })

  test('a heading asks, and the sentence below it only says how', () => {
    expect(holesOf(readLines(para(run('II. THUYẾT MINH', '<w:b/>')), 'Đơn vị tự viết thuyết minh đơn giản theo các tiêu chí', '..............', '..............'))).toEqual([expect.stringMatching(/THUYẾT MINH: longText$/)])
  })

  test('a column whose heading asks for a cross is ticked', () => {
    expect(holesOf(readLines(bordered([['STT', 'Tên ngành', 'Ngành chính (đánh dấu X để chọn một trong các ngành đã khai)'], ['', '', '']])))).toEqual([expect.stringMatching(/Tên ngành: text$/), expect.stringMatching(/Ngành chính: tick$/)])
  })

  test('what stands below a title in its look belongs to it, and opens no part', () => {
    const form = readLines(centred('ĐƠN ĐỀ NGHỊ'), centred('Cấp giấy phép hành nghề'), 'Kính gửi: .........', 'Nơi sinh: ..........')
    expect([form.title, ...holesOf(form)]).toEqual(['ĐƠN ĐỀ NGHỊ Cấp giấy phép hành nghề', 'Nơi sinh: place'])
    expect(readLines(centred('GIẤY KHAI ĐĂNG KÝ XE (Vehicle declaration)'), 'Nơi sinh: ..........').title).toBe('GIẤY KHAI ĐĂNG KÝ XE (Vehicle declaration)')
  })
})
