import { blankLine, DOTS, emphasis, line, nationalHeading, notes, pack, text, title } from './parts.ts'
import { copiesWanted, namedPerson, placeAndDate, requester, signature, WHEN_WITHOUT_NUMBER, WHICH_PAPER } from './civil-status.ts'

const NOTES = [
  '(1) Ghi rõ tên cơ quan đăng ký khai tử.',
  `(2) ${WHEN_WITHOUT_NUMBER} Cũng ghi khi không cung cấp đủ ngày, tháng, năm sinh.`,
  `(3) ${WHICH_PAPER}`,
  '(4) Ghi theo Giấy báo tử thì gạch cụm từ “Giấy tờ thay thế Giấy báo tử”; ghi theo giấy tờ thay thế thì ghi rõ tên, số giấy tờ và gạch cụm từ “Giấy báo tử”; không có thì để trống.',
  '(5) Đánh dấu X vào ô nếu có yêu cầu cấp bản sao và ghi rõ số lượng.',
]

/** Tờ khai đăng ký khai tử: the form issued with Circular 04/2024/TT-BTP. */
export const makeDeathForm = (): Promise<Uint8Array> => pack('Tờ khai đăng ký khai tử', [
  ...nationalHeading(),
  title('TỜ KHAI ĐĂNG KÝ KHAI TỬ'),
  ...requester('Quan hệ với người đã chết: '),
  emphasis('Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:'),
  ...namedPerson('Nơi cư trú cuối cùng: (2) ', 'Giấy tờ tùy thân: (3) '),
  line('Đã chết vào lúc: ', DOTS, ' giờ ', DOTS, ' phút, ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  line('Nơi chết: ', DOTS), blankLine(),
  line('Nguyên nhân chết: ', DOTS),
  line('Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử: (4) ', DOTS), blankLine(),
  line('do ', DOTS, ' cấp ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS),
  text('Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.'),
  placeAndDate(),
  ...copiesWanted(5),
  signature(),
  ...notes(NOTES),
])
