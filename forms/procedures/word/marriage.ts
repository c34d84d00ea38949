import { Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { centred, DOTS, grid, halves, line, nationalHeading, notes, pack, text, title, type Block } from './parts.ts'
import { copiesWanted, WHEN_WITHOUT_NUMBER, WHICH_PAPER } from './civil-status.ts'

const ROWS = ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Dân tộc (4)', 'Quốc tịch (4)', 'Nơi cư trú (4)', 'Giấy tờ tùy thân (5)', 'Kết hôn lần thứ mấy']

// 3 cm x 4 cm, in twips.
const PHOTO = { width: 1701, height: 2268 }

const photo = (mark: string): TableCell =>
  new TableCell({ width: { size: PHOTO.width, type: WidthType.DXA }, children: [centred(mark)] })

/** Where the photographs of a marriage with a foreigner are glued. */
const photos = (): readonly Block[] => [
  new Table({
    width: { size: PHOTO.width * 2, type: WidthType.DXA }, columnWidths: [PHOTO.width, PHOTO.width],
    rows: [new TableRow({ height: { value: PHOTO.height, rule: 'exact' }, children: ['(1)', '(2)'].map(photo) })],
  }),
  new Paragraph(''),
]

const sign = (who: string): readonly Paragraph[] =>
  [centred(who, true), centred('(Ký, ghi rõ họ, chữ đệm, tên)'), centred(''), centred(''), centred('....................................')]

const NOTES = [
  '(1) (2) Dán ảnh của hai bên nữ, nam nếu đăng ký kết hôn có yếu tố nước ngoài.',
  '(3) Ghi rõ tên cơ quan đăng ký kết hôn.',
  `(4) ${WHEN_WITHOUT_NUMBER}`,
  `(5) ${WHICH_PAPER}`,
  '(6) Đánh dấu X vào ô nếu có yêu cầu cấp bản sao và ghi rõ số lượng.',
]

/** Tờ khai đăng ký kết hôn: the form issued with Circular 04/2024/TT-BTP. */
export const makeMarriageForm = (): Promise<Uint8Array> => pack('Tờ khai đăng ký kết hôn', [
  ...nationalHeading(),
  ...photos(),
  title('TỜ KHAI ĐĂNG KÝ KẾT HÔN'),
  line('Kính gửi: (3) ', DOTS),
  grid([['Thông tin', 4], ['Bên nữ', 5], ['Bên nam', 5]], ROWS.map((label) => [label])),
  text('Chúng tôi cam đoan những lời khai trên đây là đúng sự thật, việc kết hôn của chúng tôi là tự nguyện, không vi phạm quy định của Luật hôn nhân và gia đình Việt Nam.'),
  text('Chúng tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.'),
  text('Đề nghị Quý cơ quan đăng ký.'),
  halves([], [centred('…………, ngày …… tháng …… năm ……')]),
  halves(sign('Bên nữ'), sign('Bên nam')),
  ...copiesWanted(6),
  ...notes(NOTES),
])
