import { blankLine, DOTS, emphasis, line, nationalHeading, notes, pack, text, title } from './parts.ts'
import { namedPerson, placeAndDate, requester, signature, WHEN_WITHOUT_NUMBER, WHICH_PAPER } from './civil-status.ts'

const NOTES = [
  '(1) Ghi rõ tên cơ quan cấp giấy xác nhận tình trạng hôn nhân.',
  `(2) ${WHEN_WITHOUT_NUMBER}`,
  `(3) ${WHICH_PAPER}`,
  '(4) Ghi như sau: chưa bao giờ kết hôn thì ghi hiện tại chưa đăng ký kết hôn với ai; đang có vợ/chồng thì ghi tên vợ/chồng và số, nơi cấp, ngày cấp Giấy chứng nhận kết hôn; đã ly hôn thì ghi số, ngày của bản án, quyết định và tên Tòa án; vợ/chồng đã chết thì ghi số, nơi cấp, ngày cấp của giấy tờ chứng minh; xác nhận cho một khoảng thời gian thì ghi nơi cư trú, từ ngày và đến ngày.',
  '(5) Để kết hôn thì ghi rõ kết hôn với ai (họ, chữ đệm, tên; ngày, tháng, năm sinh; quốc tịch; giấy tờ tùy thân; nơi cư trú) và nơi dự định đăng ký kết hôn.',
]

/** Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: the form issued with Circular 04/2024/TT-BTP. */
export const makeMaritalStatusForm = (): Promise<Uint8Array> => pack('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', [
  ...nationalHeading(),
  title('TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN'),
  ...requester('Quan hệ với người được cấp Giấy xác nhận tình trạng hôn nhân: '),
  emphasis('Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:'),
  ...namedPerson('Nơi cư trú: (2) ', 'Giấy tờ tùy thân: (3) '),
  line('Tình trạng hôn nhân: (4) ', DOTS), blankLine(), blankLine(), blankLine(), blankLine(),
  line('Mục đích sử dụng Giấy xác nhận tình trạng hôn nhân: (5) ', DOTS), blankLine(), blankLine(), blankLine(), blankLine(),
  text('Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.'),
  placeAndDate(),
  signature(),
  ...notes(NOTES),
])
