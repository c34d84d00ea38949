import { blankLine, centred, DOTS, emphasis, halves, line, nationalHeading, notes, pack, text, title, type Block } from './parts.ts'

const trader = (): readonly Block[] => [
  line('1. Tên thương nhân: ', DOTS),
  line('2. Địa chỉ trụ sở chính: ', DOTS), blankLine(),
  line('3. Điện thoại: ', DOTS, ' Fax: ', DOTS),
  line('4. Giấy chứng nhận đăng ký kinh doanh (hoặc Giấy chứng nhận đăng ký doanh nghiệp) số ', DOTS),
  line('do ', DOTS, ' cấp đăng ký lần đầu ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  line('đăng ký thay đổi lần thứ ', DOTS, ' ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  text('5. Chi nhánh, văn phòng đại diện hoặc địa điểm kinh doanh (nếu có):'),
  line('- Tên: ', DOTS),
  line('- Địa chỉ: ', DOTS),
  line('- Điện thoại: ', DOTS, ' Fax: ', DOTS),
]

const request = (): readonly Block[] => [
  emphasis('Đề nghị Ủy ban nhân dân .................... (1) xem xét cấp Giấy phép bán lẻ sản phẩm thuốc lá, cụ thể như sau:'),
  text('6. Được phép mua sản phẩm thuốc lá của các thương nhân bán buôn sản phẩm thuốc lá có tên sau: (2)'),
  blankLine(), blankLine(), blankLine(),
  text('7. Được phép tổ chức bán lẻ sản phẩm thuốc lá tại các địa điểm: (3)'),
  blankLine(), blankLine(), blankLine(),
]

const NOTES = [
  '(1) Ghi tên xã, phường, đặc khu nơi thương nhân dự kiến kinh doanh (mẫu ban hành năm 2013 ghi huyện, quận; cấp huyện kết thúc từ ngày 01/7/2025).',
  '(2) Ghi rõ tên, địa chỉ của các thương nhân bán buôn sản phẩm thuốc lá.',
  '(3) Ghi rõ tên, địa chỉ, điện thoại các địa điểm bán lẻ sản phẩm thuốc lá.',
]

/** Đơn đề nghị cấp Giấy phép bán lẻ sản phẩm thuốc lá: Phụ lục 23 of Circular 21/2013/TT-BCT, the commune in the district's place. */
export const makeTobaccoForm = (): Promise<Uint8Array> => pack('Đơn đề nghị cấp Giấy phép bán lẻ sản phẩm thuốc lá', [
  ...nationalHeading(),
  halves([], [centred('............., ngày ...... tháng ...... năm ............')]),
  title('ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP BÁN LẺ SẢN PHẨM THUỐC LÁ'),
  line('Kính gửi: Ủy ban nhân dân ', DOTS, ' (1)'),
  ...trader(),
  ...request(),
  text('Thương nhân ........................................ xin cam đoan thực hiện đúng các quy định tại Nghị định số 67/2013/NĐ-CP, Thông tư số 21/2013/TT-BCT và chịu hoàn toàn trách nhiệm trước pháp luật.'),
  halves([], [centred('Người đại diện theo pháp luật của thương nhân', true), centred('(Họ và tên, ký tên, đóng dấu)'), centred(''), centred('')]),
  ...notes(NOTES),
])
