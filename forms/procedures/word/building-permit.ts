import { blankLine, centred, DOTS, halves, heading, line, nationalHeading, pack, text, title, type Block } from './parts.ts'

const owner = (): readonly Block[] => [
  line('1. Tên chủ đầu tư (Chủ hộ): ', DOTS),
  line('Số định danh cá nhân/Mã số doanh nghiệp: ', DOTS),
  line('- Người đại diện: ', DOTS, '; Chức vụ: ', DOTS),
  line('Số định danh cá nhân: ', DOTS),
  line('- Số điện thoại: ', DOTS),
]

const site = (): readonly Block[] => [
  heading('2. Thông tin công trình:'),
  text('- Địa điểm xây dựng:'),
  line('Lô đất số: ', DOTS, ' Diện tích: ', DOTS, ' m².'),
  line('Tại số nhà: ', DOTS, ' đường/phố: ', DOTS),
  line('phường/xã: ', DOTS, ' tỉnh, thành phố: ', DOTS),
]

const designers = (): readonly Block[] => [
  heading('3. Tổ chức/cá nhân lập, thẩm tra thiết kế xây dựng:'),
  text('3.1. Tổ chức/cá nhân lập thiết kế xây dựng:'),
  line('- Tên tổ chức/cá nhân: ', DOTS),
  line('Mã số chứng chỉ năng lực/hành nghề: ', DOTS),
  line('- Tên và mã số chứng chỉ hành nghề của các chủ nhiệm, chủ trì thiết kế: ', DOTS), blankLine(),
  text('3.2. Tổ chức/cá nhân thẩm tra thiết kế xây dựng:'),
  line('- Tên tổ chức/cá nhân: ', DOTS),
  line('Mã số chứng chỉ năng lực/hành nghề: ', DOTS),
  line('- Tên và mã số chứng chỉ hành nghề của các chủ trì thẩm tra thiết kế: ', DOTS), blankLine(),
]

const building = (): readonly Block[] => [
  heading('4. Nội dung đề nghị cấp phép:'),
  line('- Loại công trình: ', DOTS, ' Cấp công trình: ', DOTS),
  line('- Diện tích xây dựng: ', DOTS, ' m².'),
  line('- Cốt xây dựng: ', DOTS, ' m.'),
  line('- Khoảng lùi (nếu có): ', DOTS, ' m.'),
  line('- Tổng diện tích sàn: ', DOTS, ' m²'),
  text('(ghi rõ diện tích sàn các tầng hầm, tầng trên mặt đất, tầng kỹ thuật, tầng lửng, tum):'),
  blankLine(),
  line('- Chiều cao công trình: ', DOTS, ' m.'),
  line('- Số tầng: ', DOTS),
  text('(ghi rõ số tầng hầm, tầng trên mặt đất, tầng kỹ thuật, tầng lửng, tum - nếu có):'),
  blankLine(),
  line('5. Dự kiến thời gian hoàn thành công trình: ', DOTS, ' tháng.'),
]

/**
 * Đơn đề nghị cấp giấy phép xây dựng, after the application of Decree 175/2024/NĐ-CP as Đà Nẵng attached it; without the
 * district, which ended on 2025-07-01.
 */
export const makeBuildingPermitForm = (): Promise<Uint8Array> => pack('Đơn đề nghị cấp giấy phép xây dựng', [
  ...nationalHeading(),
  title('ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG'),
  centred('(Sử dụng cho công trình: Không theo tuyến/Tín ngưỡng, tôn giáo/Nhà ở riêng lẻ)'),
  line('Kính gửi: ', DOTS),
  ...owner(), ...site(), ...designers(), ...building(),
  text('6. Cam kết: Tôi xin cam đoan làm theo đúng giấy phép được cấp, nếu sai tôi xin hoàn toàn chịu trách nhiệm và bị xử lý theo quy định của pháp luật.'),
  text('Gửi kèm theo Đơn này các tài liệu:'),
  blankLine(), blankLine(),
  halves([], [centred('....., ngày ..... tháng ..... năm .....'), centred('NGƯỜI LÀM ĐƠN/ĐẠI DIỆN CHỦ ĐẦU TƯ', true), centred('(Ký, ghi rõ họ tên, đóng dấu (nếu có))'), centred(''), centred('')]),
])
