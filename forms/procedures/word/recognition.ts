import { DOTS, blankLine, emphasis, line, nationalHeading, notes, pack, text, title } from './parts.ts'
import { copiesWanted, namedPerson, placeAndDate, requester, signature, WHEN_WITHOUT_NUMBER, WHICH_PAPER } from './civil-status.ts'

const NOTES = [
  '(1) Ghi rõ tên cơ quan đăng ký nhận cha, mẹ, con.',
  `(2) ${WHEN_WITHOUT_NUMBER}`,
  `(3) ${WHICH_PAPER} Trẻ em ghi số Giấy khai sinh, quyển số, nơi cấp và ngày cấp.`,
  '(4) Chỉ khai trong trường hợp người yêu cầu không đồng thời là người nhận cha/mẹ/con.',
  '(5) Chỉ khai trong trường hợp cha hoặc mẹ nhận con chưa thành niên, hoặc người đã thành niên nhưng mất năng lực hành vi dân sự: ghi ý kiến của người cha nếu mẹ là người yêu cầu, của người mẹ nếu cha là người yêu cầu, trừ khi người đó đã chết, mất tích, mất hoặc bị hạn chế năng lực hành vi dân sự.',
  '(6) Đánh dấu X vào ô nếu có yêu cầu cấp bản sao và ghi rõ số lượng.',
]

/** Tờ khai đăng ký nhận cha, mẹ, con: the form issued with Circular 04/2024/TT-BTP. */
export const makeRecognitionForm = (): Promise<Uint8Array> => pack('Tờ khai đăng ký nhận cha, mẹ, con', [
  ...nationalHeading(),
  title('TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON'),
  ...requester('Quan hệ với người nhận cha/mẹ/con: (4) '),
  emphasis('Đề nghị cơ quan công nhận người có tên dưới đây:'),
  ...namedPerson('Nơi cư trú: (2) ', 'Giấy khai sinh/Giấy tờ tùy thân: (3) '),
  line('Là ', DOTS, ' của người có tên dưới đây:'),
  ...namedPerson('Nơi cư trú: (2) ', 'Giấy khai sinh/Giấy tờ tùy thân: (3) '),
  line('Tôi cam đoan việc nhận ', DOTS, ' nói trên là đúng sự thật, tự nguyện,'),
  text('không có tranh chấp và chịu trách nhiệm trước pháp luật về cam đoan của mình.'),
  placeAndDate(),
  signature(),
  emphasis('Ý kiến của người hiện đang là mẹ hoặc cha (5)'),
  blankLine(), blankLine(), blankLine(),
  ...copiesWanted(6),
  ...notes(NOTES),
])
