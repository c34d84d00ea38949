import { Paragraph } from 'docx'
import { blankLine, centred, DOTS, emphasis, halves, line, nationalHeading, notes, pack, text, title } from './parts.ts'

const parent = (who: string): readonly Paragraph[] => [
  line(`Họ, chữ đệm, tên người ${who}: `, DOTS),
  line('Năm sinh: (5) ', DOTS, ' Dân tộc: (2) ', DOTS, ' Quốc tịch: (2) ', DOTS),
  line('Nơi cư trú: (2) ', DOTS),
  blankLine(),
  line('Giấy tờ tùy thân: (3) ', DOTS),
  blankLine(),
]

const NOTES = [
  '(1) Ghi rõ tên cơ quan đăng ký khai sinh.',
  '(2) Chỉ ghi trong trường hợp người có yêu cầu đăng ký hộ tịch chưa có/không cung cấp số định danh cá nhân/căn cước công dân/thẻ căn cước/căn cước điện tử; không cung cấp đầy đủ thông tin ngày, tháng, năm sinh. “Nơi cư trú” ghi theo nơi đăng ký thường trú; nếu không có thì ghi theo nơi đăng ký tạm trú; không có cả hai thì ghi theo nơi ở hiện tại.',
  '(3) Ghi số định danh cá nhân/căn cước công dân/thẻ căn cước. Trường hợp không có thì ghi giấy tờ hợp lệ thay thế (hộ chiếu...).',
  '(4) Trường hợp sinh tại cơ sở y tế thì ghi rõ tên cơ sở y tế và địa chỉ trụ sở cơ sở y tế đó. Trường hợp sinh ra ngoài cơ sở y tế thì ghi địa danh của 02 cấp hành chính (xã, tỉnh), nơi sinh ra.',
  '(5) Ghi đầy đủ ngày, tháng sinh của cha, mẹ (nếu có).',
  '(6) Đề nghị đánh dấu X vào ô nếu có yêu cầu cấp bản sao và ghi rõ số lượng.',
]

/** Tờ khai đăng ký khai sinh: the form issued with Circular 04/2024/TT-BTP. */
export const makeBirthForm = (): Promise<Uint8Array> => pack('Tờ khai đăng ký khai sinh', [
  ...nationalHeading(),
  title('TỜ KHAI ĐĂNG KÝ KHAI SINH'),
  line('Kính gửi: (1) ', DOTS),
  line('Họ, chữ đệm, tên người yêu cầu: ', DOTS),
  line('Ngày, tháng, năm sinh: ', DOTS),
  line('Nơi cư trú: (2) ', DOTS), blankLine(),
  line('Giấy tờ tùy thân: (3) ', DOTS), blankLine(),
  line('Quan hệ với người được khai sinh: ', DOTS),
  emphasis('Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:'),
  line('Họ, chữ đệm, tên: ', DOTS),
  line('Ngày, tháng, năm sinh: ', DOTS, ' ghi bằng chữ: ', DOTS), blankLine(),
  line('Giới tính: ', DOTS, ' Dân tộc: ', DOTS, ' Quốc tịch: ', DOTS),
  line('Nơi sinh: (4) ', DOTS), blankLine(),
  line('Quê quán: ', DOTS),
  ...parent('mẹ'),
  ...parent('cha'),
  text('Thông tin về Giấy chứng nhận kết hôn của cha, mẹ trẻ (nếu cha, mẹ trẻ đã ĐKKH):'),
  line('Số: ', DOTS, ' Quyển số: ', DOTS, ' đăng ký ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  line('tại ', DOTS),
  text('Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật.'),
  text('Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.'),
  line('Làm tại: ', DOTS, ', ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  text('Đề nghị cấp bản sao (6): Có ☐, Không ☐'),
  line('Số lượng: ', DOTS, ' bản'),
  halves([], [centred('Người yêu cầu', true), centred('(Ký, ghi rõ họ, chữ đệm, tên)'), centred(''), centred(''), centred('.......................................')]),
  ...notes(NOTES),
])
