import { Paragraph } from 'docx'
import { blankLine, centred, DOTS, grid, halves, heading, line, nationalHeading, notes, pack, text, title, type Block } from './parts.ts'

const STREET = 'Số nhà/phòng, ngách/hẻm, ngõ/kiệt, đường/phố/đại lộ, tổ/xóm/ấp/thôn: '

const address = (): readonly Paragraph[] => [
  line(STREET, DOTS), blankLine(),
  line('Xã/Phường/Đặc khu: ', DOTS),
  line('Tỉnh/Thành phố trực thuộc trung ương: ', DOTS),
]

const owner = (): readonly Block[] => [
  line('Kính gửi: (Cơ quan đăng ký kinh doanh cấp xã) ', DOTS),
  line('Tôi là (ghi họ tên bằng chữ in hoa): ', DOTS),
  line('Sinh ngày: ', DOTS, ' / ', DOTS, ' / ', DOTS, ' Giới tính: ', DOTS),
  line('Số định danh cá nhân: ', DOTS),
  line('Điện thoại (nếu có): ', DOTS, ' Thư điện tử (nếu có): ', DOTS),
  text('Trường hợp việc kết nối giữa Cơ sở dữ liệu về đăng ký hộ kinh doanh với Cơ sở dữ liệu quốc gia về dân cư bị gián đoạn thì đề nghị kê khai thêm các thông tin cá nhân dưới đây:'),
  line('Dân tộc: ', DOTS, ' Quốc tịch: ', DOTS),
  text('Nơi thường trú:'), ...address(),
  text('Nơi ở hiện tại:'), ...address(),
  heading('Đăng ký hộ kinh doanh do tôi là chủ hộ với các nội dung sau:'),
]

const business = (): readonly Block[] => [
  heading('1. Tên hộ kinh doanh:'),
  line('Tên hộ kinh doanh viết bằng tiếng Việt (ghi bằng chữ in hoa): ', DOTS), blankLine(),
  line('Tên hộ kinh doanh viết bằng tiếng nước ngoài (nếu có): ', DOTS),
  line('Tên hộ kinh doanh viết tắt (nếu có): ', DOTS),
  heading('2. Trụ sở của hộ kinh doanh:'),
  ...address(),
  line('Điện thoại: ', DOTS, ' Fax (nếu có): ', DOTS),
  line('Thư điện tử (nếu có): ', DOTS, ' Website (nếu có): ', DOTS),
  text('☐ Không kinh doanh tại trụ sở (đánh dấu X vào ô này nếu hộ kinh doanh không có địa điểm kinh doanh cố định)'),
  heading('3. Ngành, nghề kinh doanh (1):'),
  grid([['STT', 1], ['Tên ngành', 5], ['Mã ngành (2)', 2], ['Ngành, nghề kinh doanh chính (3)', 3]], [['1'], ['2'], ['3']]),
  heading('4. Vốn kinh doanh:'),
  line('Tổng số (bằng số, bằng chữ, VNĐ): ', DOTS), blankLine(),
]

const tax = (): readonly Block[] => [
  heading('5. Thông tin đăng ký thuế:'),
  text('5.1. Địa chỉ nhận thông báo thuế (chỉ kê khai nếu địa chỉ nhận thông báo thuế khác địa chỉ trụ sở):'),
  ...address(),
  line('Điện thoại (nếu có): ', DOTS, ' Thư điện tử (nếu có): ', DOTS),
  text('5.2. Ngày bắt đầu hoạt động (trường hợp hộ kinh doanh dự kiến bắt đầu hoạt động kể từ ngày được cấp Giấy chứng nhận đăng ký hộ kinh doanh thì không cần kê khai nội dung này) (4):'),
  line(DOTS, ' / ', DOTS, ' / ', DOTS),
  line('5.3. Tổng số lao động (dự kiến): ', DOTS),
  text('5.4. Phương pháp tính thuế GTGT (chọn 1 trong 2 phương pháp):'),
  text('☐ Phương pháp kê khai          ☐ Phương pháp khoán'),
]

const MEMBER_COLUMNS = [['STT', 6], ['Họ tên', 10], ['Ngày, tháng, năm sinh', 9], ['Số định danh cá nhân', 10], ['Giới tính', 6], ['Quốc tịch', 7], ['Dân tộc', 6], ['Nơi thường trú', 9], ['Nơi ở hiện tại', 8], ['Chữ ký', 6]] as const

const founders = (): readonly Block[] => [
  heading('6. Chủ thể thành lập hộ kinh doanh: (đánh dấu X vào ô thích hợp)'),
  text('☐ Cá nhân          ☐ Các thành viên hộ gia đình'),
  heading('7. Thông tin về các thành viên hộ gia đình đăng ký hộ kinh doanh (5):'),
  grid(MEMBER_COLUMNS, [MEMBER_COLUMNS.map((_, index) => String(index + 1)), [], [], []]),
]

const UNDERTAKINGS = [
  '- Bản thân (trường hợp hộ kinh doanh do một cá nhân đăng ký thành lập)/Bản thân và các thành viên hộ gia đình đăng ký hộ kinh doanh (trường hợp hộ kinh doanh do các thành viên hộ gia đình đăng ký thành lập) đồng ý chia sẻ thông tin cá nhân được lưu giữ tại Cơ sở dữ liệu quốc gia về dân cư cho Cơ quan đăng ký kinh doanh cấp xã, Cơ quan quản lý nhà nước về đăng ký kinh doanh để phục vụ công tác quản lý nhà nước về đăng ký hộ kinh doanh theo quy định;',
  '- Bản thân (trường hợp hộ kinh doanh do một cá nhân đăng ký thành lập)/Bản thân và các thành viên hộ gia đình đăng ký hộ kinh doanh (trường hợp hộ kinh doanh do các thành viên hộ gia đình đăng ký thành lập) không thuộc diện pháp luật cấm kinh doanh; không đồng thời là chủ hộ kinh doanh, thành viên hộ gia đình đăng ký hộ kinh doanh khác; không là chủ doanh nghiệp tư nhân;',
  '- Trụ sở thuộc quyền sử dụng hợp pháp của hộ kinh doanh và được sử dụng đúng mục đích theo quy định của pháp luật (hộ kinh doanh chỉ cam kết trong trường hợp kinh doanh tại trụ sở);',
  '- Hoàn toàn chịu trách nhiệm trước pháp luật về tính hợp pháp, chính xác và trung thực của nội dung đăng ký trên.',
]

const NOTES = [
  '(1) Ngành, nghề đầu tư kinh doanh có điều kiện được ghi theo văn bản quy phạm pháp luật chuyên ngành; hộ kinh doanh chỉ được kinh doanh khi có đủ điều kiện.',
  '(2) Ghi tên ngành và mã ngành cấp bốn trong Hệ thống ngành kinh tế Việt Nam đối với ngành, nghề kinh doanh chính; các ngành, nghề khác không cần ghi mã.',
  '(3) Đánh dấu X để chọn một trong các ngành, nghề đã kê khai làm ngành, nghề kinh doanh chính.',
  '(4) Nếu được cấp Giấy chứng nhận sau ngày đã kê khai thì ngày bắt đầu hoạt động là ngày được cấp Giấy chứng nhận.',
  '(5) Chỉ kê khai khi chủ thể thành lập là các thành viên hộ gia đình; kê khai cả chủ hộ. Người đã ghi số định danh cá nhân không phải kê khai các cột 6, 7, 8, 9, trừ khi việc kết nối bị gián đoạn.',
  '(6) Chủ hộ kinh doanh ký trực tiếp vào phần này.',
]

/** Giấy đề nghị đăng ký hộ kinh doanh: Mẫu số 1 issued with Circular 68/2025/TT-BTC. */
export const makeHouseholdBusinessForm = (): Promise<Uint8Array> => pack('Giấy đề nghị đăng ký hộ kinh doanh', [
  ...nationalHeading(),
  halves([], [centred('……, ngày …… tháng …… năm ……')]),
  title('GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH'),
  ...owner(), ...business(), ...tax(), ...founders(),
  heading('Tôi xin cam kết:'), ...UNDERTAKINGS.map(text),
  halves([], [centred('CHỦ HỘ KINH DOANH', true), centred('(Ký và ghi họ tên) (6)'), centred(''), centred('')]),
  ...notes(NOTES),
])
