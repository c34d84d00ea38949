import { Paragraph } from 'docx'
import { centred, DOTS, halves, heading, line, nationalHeading, pack, small, text, title, type Block } from './parts.ts'

const allowance = (name: string): readonly Paragraph[] => [line(`${name}: `, DOTS, ' đồng.'), line('Hưởng từ tháng ', DOTS, ' / ', DOTS)]

const person = (): readonly Block[] => [
  heading('THÔNG TIN CỦA ĐỐI TƯỢNG'),
  line('1. Họ và tên (Viết chữ in hoa): ', DOTS),
  line('Ngày/tháng/năm sinh: ', DOTS, ' / ', DOTS, ' / ', DOTS, ' Giới tính: ', DOTS, ' Dân tộc: ', DOTS),
  line('Giấy CMND hoặc Căn cước công dân số ', DOTS, ' cấp ngày ', DOTS, ' / ', DOTS, ' / ', DOTS),
  line('Nơi cấp: ', DOTS),
  line('2. Hộ khẩu thường trú: ', DOTS),
  line('Hiện đang ở với ai và địa chỉ nơi ở? ', DOTS),
]

const schooling = (): readonly Block[] => [
  text('3. Tình trạng đi học'),
  line('☐ Chưa đi học (Lý do: ', DOTS, ')'),
  line('☐ Đã nghỉ học (Lý do: ', DOTS, ')'),
  line('☐ Đang đi học (Ghi cụ thể): ', DOTS),
  text('4. Có thẻ BHYT không? ☐ Không ☐ Có'),
]

const support = (): readonly Block[] => [
  text('5. Đang hưởng chế độ nào sau đây:'),
  ...allowance('Lương hưu/Trợ cấp BHXH hàng tháng'),
  ...allowance('Trợ cấp bảo trợ xã hội hàng tháng'),
  ...allowance('Trợ cấp ưu đãi người có công hàng tháng'),
  ...allowance('Trợ cấp, phụ cấp hàng tháng khác'),
  text('6. Thuộc hộ nghèo không? ☐ Không ☐ Có'),
  line('7. Giấy xác nhận khuyết tật số ', DOTS, ' Ngày cấp: ', DOTS, ' Nơi cấp ', DOTS),
  line('- Dạng tật: ', DOTS),
  line('- Mức độ khuyết tật: ', DOTS),
]

const life = (): readonly Block[] => [
  text('8. Có tham gia làm việc không? ☐ Không ☐ Có'),
  line('a) Nếu có thì đang làm gì ', DOTS, ', thu nhập hàng tháng ', DOTS, ' đồng'),
  line('b) Nếu không thì ghi lý do: ', DOTS),
  line('9. Tình trạng hôn nhân: ', DOTS),
  line('10. Số con (Nếu có): ', DOTS, ' người. Trong đó, dưới 36 tháng tuổi: ', DOTS, ' người.'),
  line('11. Khả năng tự phục vụ? ', DOTS),
  line('12. Cá nhân/hộ gia đình đang trực tiếp chăm sóc, nuôi dưỡng: ', DOTS),
]

const PROXY = ['Giấy CMND hoặc Căn cước công dân số: ……………', 'Ngày cấp: ………………………………', 'Nơi cấp: ………………………………', 'Mối quan hệ với đối tượng: ………………', 'Địa chỉ: …………………………………']

const signatures = (): Block => halves(
  [heading('Thông tin người khai thay'), ...PROXY.map((content) => small(content))],
  [centred('Ngày .... tháng .... năm ......'), centred('NGƯỜI KHAI', true), centred('(Ký, ghi rõ họ tên. Trường hợp khai thay phải ghi đầy đủ thông tin người khai thay)')],
)

const confirmation = (): readonly Block[] => [
  heading('XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ'),
  text('Ủy ban nhân dân xã/phường/đặc khu đã tiếp nhận hồ sơ, đối chiếu các giấy tờ kèm theo và xác nhận thông tin cá nhân nêu trên của ông (bà) ............................ là đúng.'),
  halves(
    [centred('CÁN BỘ TIẾP NHẬN HỒ SƠ', true), centred('(Ký, ghi rõ họ tên)')],
    [centred('Ngày .... tháng .... năm ......'), centred('CHỦ TỊCH', true), centred('(Ký tên, đóng dấu)'), centred('')],
  ),
]

/** Tờ khai đề nghị trợ giúp xã hội of people with disabilities: Mẫu số 1đ of Decree 20/2021/NĐ-CP. */
export const makeSocialAssistanceForm = (): Promise<Uint8Array> => pack('Tờ khai đề nghị trợ giúp xã hội', [
  centred('Mẫu số 1đ', true),
  ...nationalHeading(),
  title('TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI'),
  centred('(Áp dụng đối với đối tượng quy định tại khoản 6 Điều 5 Nghị định số 20/2021/NĐ-CP)'),
  ...person(), ...schooling(), ...support(), ...life(),
  text('Tôi xin cam đoan những lời khai trên là đúng sự thực, nếu có điều gì khai không đúng, tôi xin chịu trách nhiệm hoàn toàn.'),
  signatures(),
  ...confirmation(),
])
