import { centred, DOTS, halves, heading, line, nationalHeading, pack, text, title, type Block } from './parts.ts'

const deceased = (): readonly Block[] => [
  heading('I. THÔNG TIN NGƯỜI CHẾT ĐƯỢC MAI TÁNG (Nếu có)'),
  line('1. Họ và tên (Viết chữ in hoa): ', DOTS),
  line('Ngày/tháng/năm sinh: ', DOTS, ' / ', DOTS, ' / ', DOTS, ' Giới tính: ', DOTS, ' Dân tộc: ', DOTS),
  line('2. Hộ khẩu thường trú: ', DOTS),
  line('3. Ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS, ' chết'),
  line('4. Nguyên nhân chết ', DOTS),
  line('5. Thời gian mai táng ', DOTS),
  line('6. Địa điểm mai táng ', DOTS),
]

const organiser = (): readonly Block[] => [
  heading('II. THÔNG TIN CƠ QUAN, TỔ CHỨC, HỘ GIA ĐÌNH, CÁ NHÂN ĐỨNG RA MAI TÁNG CHO NGƯỜI CHẾT'),
  heading('1. Trường hợp cơ quan, tổ chức đứng ra mai táng'),
  line('a) Tên cơ quan, tổ chức: ', DOTS),
  line('- Địa chỉ: ', DOTS),
  line('b) Họ và tên người đại diện cơ quan: ', DOTS),
  line('- Chức vụ: ', DOTS),
  heading('2. Trường hợp hộ gia đình, cá nhân đứng ra mai táng'),
  line('a) Họ và tên (Chủ hộ hoặc người đại diện): ', DOTS),
  line('Ngày/tháng/năm sinh: ', DOTS, ' / ', DOTS, ' / ', DOTS),
  line('Giấy CMND số: ', DOTS, ' cấp ngày ', DOTS, ' Nơi cấp ', DOTS),
  line('b) Hộ khẩu thường trú: ', DOTS),
  line('Nơi ở: ', DOTS),
  line('c) Quan hệ với người chết: ', DOTS),
]

const confirmation = (): readonly Block[] => [
  heading('XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ'),
  text('Ủy ban nhân dân xã/phường/đặc khu đã tiếp nhận hồ sơ, đối chiếu các giấy tờ kèm theo và xác nhận thông tin cá nhân nêu trên của ông (bà) ............................ là đúng.'),
  halves(
    [centred('CÁN BỘ TIẾP NHẬN HỒ SƠ', true), centred('(Ký, ghi rõ họ tên)')],
    [centred('Ngày .... tháng .... năm ......'), centred('CHỦ TỊCH', true), centred('(Ký tên, đóng dấu)'), centred('')],
  ),
]

/** Tờ khai đề nghị hỗ trợ chi phí mai táng: Mẫu số 04 of Decree 20/2021/NĐ-CP. */
export const makeBurialForm = (): Promise<Uint8Array> => pack('Tờ khai đề nghị hỗ trợ chi phí mai táng', [
  centred('Mẫu số 04', true),
  ...nationalHeading(),
  title('TỜ KHAI ĐỀ NGHỊ HỖ TRỢ CHI PHÍ MAI TÁNG'),
  centred('(Áp dụng đối với đối tượng quy định tại Điều 5, khoản 1 Điều 14 Nghị định số 20/2021/NĐ-CP)'),
  ...deceased(),
  ...organiser(),
  text('Tôi xin cam đoan những lời khai trên là đúng, nếu có điều gì khai không đúng tôi xin chịu trách nhiệm hoàn toàn.'),
  halves([], [centred('Ngày .... tháng .... năm ......'), centred('Người khai', true), centred('(Ký, ghi rõ họ tên. Nếu cơ quan, tổ chức thì ký, đóng dấu)'), centred(''), centred('')]),
  ...confirmation(),
])
