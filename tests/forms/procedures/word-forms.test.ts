import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { WORD_FORMS } from '../../../forms/procedures/make-word-forms.ts'
import { setZipDates } from '../../../forms/procedures/word/zip-dates.ts'
import { ONLINE, ROOT } from './folders.ts'

type Entry = { readonly date: number; readonly bytes: () => Buffer }

/** Entries of a zip by name, from its central directory. */
const entriesOf = (zip: Buffer): ReadonlyMap<string, Entry> => {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries = new Map<string, Entry>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const raw = zip.subarray(start, start + size)
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), { date: zip.readUInt32LE(at + 12), bytes: () => (method === 0 ? raw : inflateRawSync(raw)) })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const textOf = (code: string): string => {
  const xml = entriesOf(readFileSync(`${ROOT}${code}/form.docx`)).get('word/document.xml')?.bytes().toString('utf8') ?? ''
  return xml.replaceAll(/<w:tab\/>/g, '…').replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&')
}

/** Do the labels stand in the text, one after the other? Gives the first that does not. */
const firstMissing = (text: string, labels: readonly string[]): string | undefined => {
  let from = 0
  return labels.find((label) => {
    const at = text.indexOf(label, from)
    from = at + label.length
    return at === -1
  })
}

describe('the Word form', () => {
  it.each([
    ['1.001193', ['TỜ KHAI ĐĂNG KÝ KHAI SINH', 'Kính gửi: (1)', 'Họ, chữ đệm, tên người yêu cầu:', 'Ngày, tháng, năm sinh:', 'Nơi cư trú: (2)', 'Giấy tờ tùy thân: (3)', 'Quan hệ với người được khai sinh:',
      'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:', 'Họ, chữ đệm, tên:', 'ghi bằng chữ:', 'Giới tính:', 'Dân tộc:', 'Quốc tịch:', 'Nơi sinh: (4)', 'Quê quán:', 'Họ, chữ đệm, tên người mẹ:', 'Năm sinh: (5)', 'Họ, chữ đệm, tên người cha:',
      'Thông tin về Giấy chứng nhận kết hôn của cha, mẹ trẻ', 'Số:', 'Quyển số:', 'đăng ký ngày', 'tại', 'Tôi cam đoan', 'Làm tại:', 'Đề nghị cấp bản sao', 'Người yêu cầu', 'Chú thích:']],
    ['1.001612', ['GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH', 'Kính gửi: (Cơ quan đăng ký kinh doanh cấp xã)', 'Tôi là (ghi họ tên bằng chữ in hoa):', 'Sinh ngày:', 'Giới tính:', 'Số định danh cá nhân:', 'Điện thoại (nếu có):', 'Thư điện tử (nếu có):',
      'Dân tộc:', 'Quốc tịch:', 'Nơi thường trú:', 'Nơi ở hiện tại:', '1. Tên hộ kinh doanh:', '2. Trụ sở của hộ kinh doanh:', 'Không kinh doanh tại trụ sở', '3. Ngành, nghề kinh doanh', 'Tên ngành', 'Mã ngành', '4. Vốn kinh doanh:',
      'Tổng số (bằng số, bằng chữ, VNĐ):', '5. Thông tin đăng ký thuế:', '5.1.', '5.2.', '5.3. Tổng số lao động (dự kiến):', '5.4. Phương pháp tính thuế GTGT', '6. Chủ thể thành lập hộ kinh doanh:', '7. Thông tin về các thành viên', 'Chữ ký', 'Tôi xin cam kết:', 'CHỦ HỘ KINH DOANH']],
    ['2.000181', ['ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP BÁN LẺ SẢN PHẨM THUỐC LÁ', 'Kính gửi:', '1. Tên thương nhân:', '2. Địa chỉ trụ sở chính:', '3. Điện thoại:', 'Fax:', '4. Giấy chứng nhận đăng ký kinh doanh (hoặc Giấy chứng nhận đăng ký doanh nghiệp) số',
      'cấp đăng ký lần đầu ngày', 'đăng ký thay đổi lần thứ', '5. Chi nhánh, văn phòng đại diện hoặc địa điểm kinh doanh (nếu có):', '- Tên:', '- Địa chỉ:', '6. Được phép mua sản phẩm thuốc lá', '7. Được phép tổ chức bán lẻ sản phẩm thuốc lá', 'cam đoan', 'Người đại diện theo pháp luật của thương nhân']],
    ['1.000656', ['TỜ KHAI ĐĂNG KÝ KHAI TỬ', 'Kính gửi: (1)', 'Họ, chữ đệm, tên người yêu cầu:', 'Quan hệ với người đã chết:', 'Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:', 'Họ, chữ đệm, tên:', 'Giới tính: (2)', 'Dân tộc: (2)', 'Quốc tịch: (2)',
      'Nơi cư trú cuối cùng: (2)', 'Giấy tờ tùy thân: (3)', 'Đã chết vào lúc:', 'giờ', 'phút, ngày', 'tháng', 'năm', 'Nơi chết:', 'Nguyên nhân chết:', 'Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử: (4)', 'do', 'cấp ngày', 'Tôi cam đoan', 'Làm tại:', 'Đề nghị cấp bản sao (5)', 'Chú thích:']],
    ['1.000894', ['TỜ KHAI ĐĂNG KÝ KẾT HÔN', 'Kính gửi: (3)', 'Thông tin', 'Bên nữ', 'Bên nam', 'Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Dân tộc (4)', 'Quốc tịch (4)', 'Nơi cư trú (4)', 'Giấy tờ tùy thân (5)', 'Kết hôn lần thứ mấy', 'Chúng tôi cam đoan', 'Đề nghị Quý cơ quan đăng ký.', 'Đề nghị cấp bản sao (6)', 'Chú thích:']],
    ['1.001022', ['TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON', 'Kính gửi: (1)', 'Họ, chữ đệm, tên người yêu cầu:', 'Quan hệ với người nhận cha/mẹ/con: (4)', 'Đề nghị cơ quan công nhận người có tên dưới đây:', 'Họ, chữ đệm, tên:', 'Giấy khai sinh/Giấy tờ tùy thân: (3)', 'Là ', 'của người có tên dưới đây:',
      'Họ, chữ đệm, tên:', 'Giấy khai sinh/Giấy tờ tùy thân: (3)', 'Tôi cam đoan việc nhận', 'nói trên là đúng sự thật, tự nguyện,', 'không có tranh chấp', 'Làm tại:', 'Người yêu cầu', 'Ý kiến của người hiện đang là mẹ hoặc cha (5)', 'Đề nghị cấp bản sao (6)', 'Chú thích:']],
    ['1.004873', ['TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'Kính gửi: (1)', 'Họ, chữ đệm, tên người yêu cầu:', 'Ngày, tháng, năm sinh:', 'Nơi cư trú: (2)', 'Giấy tờ tùy thân: (3)', 'Quan hệ với người được cấp Giấy xác nhận tình trạng hôn nhân:', 'Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:',
      'Họ, chữ đệm, tên:', 'Giới tính: (2)', 'Dân tộc: (2)', 'Quốc tịch: (2)', 'Tình trạng hôn nhân: (4)', 'Mục đích sử dụng Giấy xác nhận tình trạng hôn nhân: (5)', 'Tôi cam đoan', 'Làm tại:', 'Người yêu cầu', 'Chú thích:']],
    ['1.004194', ['TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ', 'Kính gửi(1):', '1. Họ, chữ đệm và tên khai sinh:', '2. Ngày, tháng, năm sinh:', '3. Giới tính:', '4. Số định danh cá nhân:', '5. Số điện thoại liên hệ:', '6. Email:', '7. Họ, chữ đệm và tên chủ hộ:', '8. Mối quan hệ với chủ hộ:', '9. Số định danh cá nhân của chủ hộ:', '10. Nội dung đề nghị(2):',
      '11. Những thành viên trong hộ gia đình cùng thay đổi:', 'TT', 'Họ, chữ đệm và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Mối quan hệ với chủ hộ', 'Ý KIẾN CỦA CHỦ HỘ(3)', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP(4)', '(7) Họ và tên:', '(7) Số định danh cá nhân:', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ(5)', '(7) Họ và tên:', 'NGƯỜI KÊ KHAI(6)', 'Chú thích:']],
    ['1.004222', ['TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ', 'Kính gửi(1):', '1. Họ, chữ đệm và tên khai sinh:', '2. Ngày, tháng, năm sinh:', '3. Giới tính:', '4. Số định danh cá nhân:', '5. Số điện thoại liên hệ:', '6. Email:', '7. Họ, chữ đệm và tên chủ hộ:', '8. Mối quan hệ với chủ hộ:', '9. Số định danh cá nhân của chủ hộ:', '10. Nội dung đề nghị(2):',
      '11. Những thành viên trong hộ gia đình cùng thay đổi:', 'TT', 'Họ, chữ đệm và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Mối quan hệ với chủ hộ', 'Ý KIẾN CỦA CHỦ HỘ(3)', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP(4)', '(7) Họ và tên:', '(7) Số định danh cá nhân:', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ(5)', '(7) Họ và tên:', 'NGƯỜI KÊ KHAI(6)', 'Chú thích:']],
    ['1.001731', ['TỜ KHAI ĐỀ NGHỊ HỖ TRỢ CHI PHÍ MAI TÁNG', 'I. THÔNG TIN NGƯỜI CHẾT ĐƯỢC MAI TÁNG (Nếu có)', '1. Họ và tên (Viết chữ in hoa):', 'Ngày/tháng/năm sinh:', 'Giới tính:', 'Dân tộc:', '2. Hộ khẩu thường trú:', '3. Ngày', 'tháng', 'năm', 'chết', '4. Nguyên nhân chết', '5. Thời gian mai táng', '6. Địa điểm mai táng',
      'II. THÔNG TIN', 'a) Tên cơ quan, tổ chức:', '- Địa chỉ:', 'b) Họ và tên người đại diện cơ quan:', '- Chức vụ:', 'a) Họ và tên (Chủ hộ hoặc người đại diện)', 'Giấy CMND số:', 'cấp ngày', 'Nơi cấp', 'b) Hộ khẩu thường trú:', 'Nơi ở:', 'c) Quan hệ với người chết:', 'Tôi xin cam đoan', 'Người khai', 'XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ']],
    ['1.013978', ['ĐƠN ĐĂNG KÝ ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT', 'Kính gửi:', 'a) Họ và tên (2):', 'b) Giấy tờ nhân thân/pháp nhân (3):', 'c) Địa chỉ (4):', 'd) Điện thoại liên hệ (nếu có):', 'Hộp thư điện tử (nếu có):', '2. Thửa đất đăng ký', 'a) Thửa đất số:', 'Tờ bản đồ số:', 'b) Địa chỉ (5):', 'c) Diện tích (6):', 'sử dụng chung:', 'sử dụng riêng:', 'd) Sử dụng vào mục đích (7):', 'từ thời điểm:',
      'đ) Thời hạn đề nghị được sử dụng đất (8):', 'e) Nguồn gốc sử dụng đất (9):', 'thửa đất liền kề số', '3. Nhà ở, công trình xây dựng', 'a) Loại nhà ở, công trình xây dựng (11):', 'b) Diện tích xây dựng (12):', 'c) Diện tích sàn xây dựng/diện tích sử dụng (13):', 'd) Sở hữu chung (14):', 'sở hữu riêng (14):', 'đ) Số tầng:', 'số tầng nổi:', 'số tầng hầm:', 'e) Nguồn gốc (15):', 'g) Năm hoàn thành xây dựng (16):',
      'h) Thời hạn sở hữu đến (17):', 'i) Cam kết', '4. Đề nghị', 'b) Đề nghị cấp Giấy chứng nhận', 'c) Đề nghị ghi nợ tiền sử dụng đất', 'd) Đề nghị khác (nếu có):', 'Những giấy tờ nộp kèm theo (19):', 'Tôi/chúng tôi xin cam đoan', 'Chú thích:']],
    ['1.001776', ['TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI', 'THÔNG TIN CỦA ĐỐI TƯỢNG', '1. Họ và tên (Viết chữ in hoa):', 'Ngày/tháng/năm sinh:', 'Giới tính:', 'Dân tộc:', 'Giấy CMND hoặc Căn cước công dân số', 'cấp ngày', 'Nơi cấp:', '2. Hộ khẩu thường trú:', 'Hiện đang ở với ai và địa chỉ nơi ở?', '3. Tình trạng đi học', 'Chưa đi học (Lý do:', 'Đã nghỉ học (Lý do:', 'Đang đi học (Ghi cụ thể):', '4. Có thẻ BHYT không?',
      '5. Đang hưởng chế độ nào sau đây:', 'Lương hưu/Trợ cấp BHXH hàng tháng:', 'đồng.', 'Hưởng từ tháng', 'Trợ cấp bảo trợ xã hội hàng tháng:', 'Trợ cấp ưu đãi người có công hàng tháng:', 'Trợ cấp, phụ cấp hàng tháng khác:', '6. Thuộc hộ nghèo không?', '7. Giấy xác nhận khuyết tật số', '- Dạng tật:', '- Mức độ khuyết tật:', '8. Có tham gia làm việc không?', 'a) Nếu có thì đang làm gì', 'thu nhập hàng tháng', 'b) Nếu không thì ghi lý do:',
      '9. Tình trạng hôn nhân:', '10. Số con (Nếu có):', 'dưới 36 tháng tuổi:', '11. Khả năng tự phục vụ?', '12. Cá nhân/hộ gia đình đang trực tiếp chăm sóc, nuôi dưỡng:', 'Tôi xin cam đoan', 'Thông tin người khai thay', 'Mối quan hệ với đối tượng:', 'NGƯỜI KHAI', 'XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ']],
    ['1.013225', ['ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG', 'Kính gửi:', '1. Tên chủ đầu tư (Chủ hộ):', 'Số định danh cá nhân/Mã số doanh nghiệp:', '- Người đại diện:', 'Chức vụ:', 'Số định danh cá nhân:', '- Số điện thoại:', '2. Thông tin công trình:', '- Địa điểm xây dựng:', 'Lô đất số:', 'Diện tích:', 'Tại số nhà:', 'đường/phố:', 'phường/xã:', 'tỉnh, thành phố:', '3.1.', '- Tên tổ chức/cá nhân:', 'Mã số chứng chỉ năng lực/hành nghề:',
      'chủ nhiệm, chủ trì thiết kế:', '3.2.', '- Tên tổ chức/cá nhân:', 'chủ trì thẩm tra thiết kế:', '4. Nội dung đề nghị cấp phép:', '- Loại công trình:', 'Cấp công trình:', '- Diện tích xây dựng:', '- Cốt xây dựng:', '- Khoảng lùi (nếu có):', '- Tổng diện tích sàn:', '- Chiều cao công trình:', '- Số tầng:', '5. Dự kiến thời gian hoàn thành công trình:', '6. Cam kết:', 'Gửi kèm theo Đơn này các tài liệu:', 'NGƯỜI LÀM ĐƠN/ĐẠI DIỆN CHỦ ĐẦU TƯ']],
  ])('of %s has the official labels in their order', (code, labels) => {
    expect(firstMissing(textOf(code), ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', ...labels])).toBeUndefined()
  })

  it.each(Object.entries(WORD_FORMS))('of %s is what the script makes, byte for byte', async (code, make) => {
    expect(Buffer.compare(readFileSync(`${ROOT}${code}/form.docx`), Buffer.from(await make()))).toBe(0)
  })

  it('exists for each procedure with an online form', () => {
    expect(Object.keys(WORD_FORMS).toSorted()).toEqual([...ONLINE].toSorted())
  })

  it('does not say when it was made', () => {
    const entries = [...entriesOf(readFileSync(`${ROOT}1.001193/form.docx`)).values()]
    expect(new Set(entries.map((entry) => entry.date))).toEqual(new Set([0x0021_0000]))
  })
})

it('refuses to date what is not a zip', () => {
  expect(() => setZipDates(new Uint8Array(64))).toThrow(/not a zip/)
})
