import { checkExamplesOnPaper } from '../../../forms/documents/round-trip/check-examples-on-paper.ts'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import type { Field, FormModel } from '../../../forms/engine/form-model.ts'
import { ALL, compiled, CONTEXT, ONLINE, POSTED, recordOf, ROOT } from './folders.ts'

describe.each(ALL)('the folder of %s', (code) => {
  it('is clean in the eyes of the linter', async () => {
    const findings = lintProcedure(await readProcedureFolder(`${ROOT}${code}`), CONTEXT, checkExamplesOnPaper)
    expect(findings.filter((finding) => finding.severity === 'error').map(({ file, pointer, message }) => `${file} ${pointer} ${message.en}`)).toEqual([])
  })

  it('is written in NFC, says where its facts come from, and ends its levels with the one that holds', () => {
    const record = recordOf(code)
    const text = readFileSync(`${ROOT}${code}/procedure.json`, 'utf8')
    expect(text).toBe(text.normalize('NFC'))
    expect(record.sources?.length).toBeGreaterThan(0)
    expect(record.levels[0]).toMatchObject({ scheme: 'nd-43-2011' })
  })

  it('ends every list of limits and fees with a rule for all other cases', () => {
    const lists = recordOf(code).channels.flatMap((terms) => [terms.limits, terms.fees])
    expect(lists.filter((rules) => rules.at(-1)?.when !== undefined)).toEqual([])
    expect(lists.length).toBeGreaterThan(0)
  })

  it('names every component once', () => {
    const ids = recordOf(code).components.map((component) => component.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(ONLINE)('the paper of %s', (code) => {
  it('takes every answer in a hole or says why not, and leaves no hole open that the system could fill', async () => {
    const findings = lintProcedure(await readProcedureFolder(`${ROOT}${code}`), CONTEXT)
    expect(findings.filter(({ file }) => file === 'form.map.json').map(({ pointer, message }) => `${pointer} ${message.en}`)).toEqual([])
    expect(existsSync(`${ROOT}${code}/form.map.json`)).toBe(true)
  })
})

describe.each(POSTED)('%s, posted only', (code) => {
  it('has no form of its own and says where to get it', () => {
    expect(existsSync(`${ROOT}${code}/form.schema.json`)).toBe(false)
    expect(existsSync(`${ROOT}${code}/form.docx`)).toBe(false)
    const forms = recordOf(code).components.filter((component) => component.isForm)
    expect(forms.filter((component) => !component.help?.vi.includes('lấy mẫu tại') || !component.help.vi.includes(`dichvucong.gov.vn (tìm mã ${code})`))).toEqual([])
    expect(forms.length).toBeGreaterThan(0)
  })
})

const labelsOf = (form: FormModel, section: string): readonly string[] =>
  form.sections.find((one) => one.slug === section)?.fields.flatMap((field) => (field.kind === 'repeating-group' ? [...(field.children ?? [])] : [field])).map((field) => field.title.vi) ?? []

describe('labels stand as in the official form, in its order', () => {
  it.each([
    ['1.001193', 'nguoi-yeu-cau', ['Kính gửi', 'Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Số định danh cá nhân', 'Giấy tờ tùy thân', 'Nơi cư trú', 'Quan hệ với người được khai sinh']],
    ['1.001193', 'tre', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Ghi bằng chữ', 'Giới tính', 'Dân tộc', 'Quốc tịch', 'Nơi sinh', 'Quê quán']],
    ['1.001193', 'nguoi-me', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Số định danh cá nhân', 'Giấy tờ tùy thân', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú']],
    ['1.001193', 'nguoi-cha', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Số định danh cá nhân', 'Giấy tờ tùy thân', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú']],
    ['1.001193', 'ket-hon', ['Số', 'Quyển số', 'đăng ký ngày', 'tại']],
    ['1.001612', 'chu-ho', ['Tôi là (ghi họ tên bằng chữ in hoa)', 'Sinh ngày', 'Giới tính', 'Số định danh cá nhân', 'Điện thoại (nếu có)', 'Thư điện tử (nếu có)', 'Dân tộc', 'Quốc tịch', 'Nơi thường trú', 'Nơi ở hiện tại']],
    ['1.001612', 'ten-ho-kinh-doanh', ['Tên hộ kinh doanh viết bằng tiếng Việt (ghi bằng chữ in hoa)', 'Tên hộ kinh doanh viết bằng tiếng nước ngoài (nếu có)', 'Tên hộ kinh doanh viết tắt (nếu có)']],
    ['1.001612', 'tru-so', ['Trụ sở của hộ kinh doanh', 'Điện thoại', 'Fax (nếu có)', 'Thư điện tử (nếu có)', 'Website (nếu có)']],
    ['1.001612', 'nganh-nghe', ['Tên ngành', 'Mã ngành', 'Ngành, nghề kinh doanh chính']],
    ['1.001612', 'thong-tin-thue', ['Địa chỉ nhận thông báo thuế', 'Điện thoại (nếu có)', 'Thư điện tử (nếu có)', 'Ngày bắt đầu hoạt động', 'Tổng số lao động (dự kiến)', 'Phương pháp tính thuế GTGT (chọn 1 trong 2 phương pháp)']],
    ['1.001612', 'thanh-vien', ['Họ tên', 'Ngày, tháng, năm sinh', 'Số định danh cá nhân', 'Giới tính', 'Quốc tịch', 'Dân tộc', 'Nơi thường trú', 'Nơi ở hiện tại']],
    ['2.000181', 'thuong-nhan', ['Kính gửi', 'Tên thương nhân', 'Địa chỉ trụ sở chính', 'Điện thoại', 'Fax']],
    ['2.000181', 'dang-ky-kinh-doanh', ['Giấy chứng nhận đăng ký kinh doanh (hoặc Giấy chứng nhận đăng ký doanh nghiệp) số', 'cấp đăng ký lần đầu ngày', 'đăng ký thay đổi lần thứ', 'ngày']],
    ['2.000181', 'chi-nhanh', ['Tên', 'Địa chỉ', 'Điện thoại', 'Fax']],
    ['1.000656', 'nguoi-yeu-cau', ['Kính gửi', 'Họ, chữ đệm, tên người yêu cầu', 'Ngày, tháng, năm sinh', 'Nơi cư trú', 'Giấy tờ tùy thân', 'Quan hệ với người đã chết']],
    ['1.000656', 'nguoi-chet', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú cuối cùng', 'Giấy tờ tùy thân']],
    ['1.000656', 'viec-chet', ['Đã chết vào lúc: giờ', 'phút', 'ngày, tháng, năm', 'Nơi chết', 'Nguyên nhân chết', 'Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử', 'do', 'cấp ngày']],
    ['1.000894', 'ben-nu', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú', 'Giấy tờ tùy thân', 'Kết hôn lần thứ mấy']],
    ['1.000894', 'ben-nam', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú', 'Giấy tờ tùy thân', 'Kết hôn lần thứ mấy']],
    ['1.001022', 'nguoi-yeu-cau', ['Kính gửi', 'Họ, chữ đệm, tên người yêu cầu', 'Ngày, tháng, năm sinh', 'Nơi cư trú', 'Giấy tờ tùy thân', 'Quan hệ với người nhận cha/mẹ/con']],
    ['1.001022', 'nguoi-duoc-cong-nhan', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú', 'Giấy khai sinh/Giấy tờ tùy thân', 'Là']],
    ['1.004873', 'nguoi-yeu-cau', ['Kính gửi', 'Họ, chữ đệm, tên người yêu cầu', 'Ngày, tháng, năm sinh', 'Nơi cư trú', 'Giấy tờ tùy thân', 'Quan hệ với người được cấp Giấy xác nhận tình trạng hôn nhân']],
    ['1.004873', 'nguoi-duoc-cap', ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Dân tộc', 'Quốc tịch', 'Nơi cư trú', 'Giấy tờ tùy thân']],
    ['1.004194', 'nguoi-ke-khai', ['Kính gửi', 'Họ, chữ đệm và tên khai sinh', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Số điện thoại liên hệ', 'Email']],
    ['1.004194', 'chu-ho', ['Họ, chữ đệm và tên chủ hộ', 'Mối quan hệ với chủ hộ', 'Số định danh cá nhân của chủ hộ']],
    ['1.004194', 'thanh-vien', ['Họ, chữ đệm và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Mối quan hệ với chủ hộ']],
    ['1.004194', 'y-kien', ['Ý KIẾN CỦA CHỦ HỘ', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 'Họ và tên', 'Số định danh cá nhân', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 'Họ và tên', 'Số định danh cá nhân']],
    ['1.004222', 'nguoi-ke-khai', ['Kính gửi', 'Họ, chữ đệm và tên khai sinh', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Số điện thoại liên hệ', 'Email']],
    ['1.004222', 'chu-ho', ['Họ, chữ đệm và tên chủ hộ', 'Mối quan hệ với chủ hộ', 'Số định danh cá nhân của chủ hộ']],
    ['1.004222', 'thanh-vien', ['Họ, chữ đệm và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Mối quan hệ với chủ hộ']],
    ['1.004222', 'y-kien', ['Ý KIẾN CỦA CHỦ HỘ', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 'Họ và tên', 'Số định danh cá nhân', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 'Họ và tên', 'Số định danh cá nhân']],
    ['1.001731', 'nguoi-chet', ['Họ và tên (Viết chữ in hoa)', 'Ngày/tháng/năm sinh', 'Giới tính', 'Dân tộc', 'Hộ khẩu thường trú', 'Ngày … tháng … năm … chết', 'Nguyên nhân chết', 'Thời gian mai táng', 'Địa điểm mai táng']],
    ['1.001731', 'nguoi-mai-tang', ['Tên cơ quan, tổ chức', 'Địa chỉ', 'Họ và tên người đại diện cơ quan', 'Chức vụ', 'Họ và tên (Chủ hộ hoặc người đại diện)', 'Ngày/tháng/năm sinh', 'Giấy CMND số', 'cấp ngày', 'Nơi cấp', 'Hộ khẩu thường trú', 'Nơi ở', 'Quan hệ với người chết']],
    ['1.013978', 'nguoi-su-dung-dat', ['Kính gửi', 'Họ và tên', 'Giấy tờ nhân thân/pháp nhân', 'Địa chỉ', 'Điện thoại liên hệ (nếu có)', 'Hộp thư điện tử (nếu có)']],
    ['1.013978', 'thua-dat', ['Thửa đất số', 'Tờ bản đồ số', 'Địa chỉ', 'Diện tích', 'sử dụng chung', 'sử dụng riêng', 'Sử dụng vào mục đích', 'từ thời điểm', 'Thời hạn đề nghị được sử dụng đất', 'Nguồn gốc sử dụng đất', 'nội dung về quyền đối với thửa đất liền kề']],
    ['1.013978', 'nha-o', ['Loại nhà ở, công trình xây dựng', 'Diện tích xây dựng', 'Diện tích sàn xây dựng/diện tích sử dụng', 'Sở hữu chung', 'sở hữu riêng', 'Số tầng', 'số tầng nổi', 'số tầng hầm', 'Nguồn gốc', 'Năm hoàn thành xây dựng', 'Thời hạn sở hữu đến', 'Cam kết về việc đủ điều kiện tồn tại nhà ở, công trình xây dựng']],
    ['1.001776', 'doi-tuong', ['Họ và tên (Viết chữ in hoa)', 'Ngày/tháng/năm sinh', 'Giới tính', 'Dân tộc', 'Giấy CMND hoặc Căn cước công dân số', 'cấp ngày', 'Nơi cấp', 'Hộ khẩu thường trú', 'Hiện đang ở với ai và địa chỉ nơi ở?']],
    ['1.001776', 'che-do', ['Lương hưu/Trợ cấp BHXH hàng tháng', 'Trợ cấp bảo trợ xã hội hàng tháng', 'Trợ cấp ưu đãi người có công hàng tháng', 'Trợ cấp, phụ cấp hàng tháng khác']],
    ['1.001776', 'khuyet-tat', ['Giấy xác nhận khuyết tật số', 'Ngày cấp', 'Nơi cấp', 'Dạng tật', 'Mức độ khuyết tật']],
    ['1.001776', 'khai-thay', ['Giấy CMND hoặc Căn cước công dân số', 'Ngày cấp', 'Nơi cấp', 'Mối quan hệ với đối tượng', 'Địa chỉ']],
    ['1.013225', 'chu-dau-tu', ['Kính gửi', 'Tên chủ đầu tư (Chủ hộ)', 'Số định danh cá nhân/Mã số doanh nghiệp', 'Người đại diện', 'Chức vụ', 'Số điện thoại']],
    ['1.013225', 'cong-trinh', ['Lô đất số', 'Diện tích', 'Tại số nhà', 'đường/phố', 'phường/xã; tỉnh, thành phố']],
    ['1.013225', 'noi-dung', ['Loại công trình', 'Cấp công trình', 'Diện tích xây dựng', 'Cốt xây dựng', 'Khoảng lùi (nếu có)', 'Tổng diện tích sàn', 'Chiều cao công trình', 'Số tầng', 'Dự kiến thời gian hoàn thành công trình', 'Gửi kèm theo Đơn này các tài liệu']],
  ])('%s /%s', (code, section, official) => {
    const labels = labelsOf(compiled(code).form, section)
    expect(labels.filter((label) => official.includes(label))).toEqual(official)
  })
})

const everyField = (fields: readonly Field[]): readonly Field[] => fields.flatMap((field) => [field, ...everyField(field.children ?? [])])

describe.each(ONLINE)('the form of %s', (code) => {
  const { form } = compiled(code)
  const fields = everyField(form.sections.flatMap((section) => section.fields))

  it('has help at every field, in both languages (Circular 32/2017)', () => {
    expect(fields.filter((field) => !field.help || field.help.vi === field.help.en).map((field) => field.pointer)).toEqual([])
    expect(fields.length).toBeGreaterThan(20)
  })

  it('is titled in both languages throughout', () => {
    const same = fields.filter((field) => field.title.vi === field.title.en && !['Fax', 'Email'].includes(field.title.vi))
    expect(same.map((field) => field.pointer)).toEqual([])
    const options = fields.flatMap((field) => field.options ?? [])
    expect(options.filter((option) => option.title.vi === option.title.en)).toEqual([])
  })

  it('ends with a declaration', () => {
    expect(form.sections.at(-1)?.fields.some((field) => field.kind === 'declaration')).toBe(true)
  })
})
