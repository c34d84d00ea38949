import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import { blankLine, centred, DOTS, grid, line, nationalHeading, notes, pack, small, text, title, TEXT_WIDTH, type Block } from './parts.ts'

const DIGITS = 12
const DIGIT_WIDTH = 380

const digitCell = (): TableCell => new TableCell({ width: { size: DIGIT_WIDTH, type: WidthType.DXA }, children: [new Paragraph('')] })

/** A label and a cell for each digit of a personal identification number. */
const digits = (label: string): Table => {
  const first = TEXT_WIDTH - DIGITS * DIGIT_WIDTH
  const cells = Array.from({ length: DIGITS }, digitCell)
  const name = new TableCell({ width: { size: first, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, children: [text(label)] })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: [first, ...cells.map(() => DIGIT_WIDTH)],
    rows: [new TableRow({ cantSplit: true, children: [name, ...cells] })],
  })
}

const MEMBER_COLUMNS = [['TT', 2], ['Họ, chữ đệm và tên', 9], ['Ngày, tháng, năm sinh', 6], ['Giới tính', 4], ['Số định danh cá nhân', 7], ['Mối quan hệ với chủ hộ', 6]] as const
const BLANK_ROWS = 9

const PERSON = ['(7) Họ và tên: …………………', '(7) Số định danh cá nhân: …………………']

const opinionCell = (heading: string, mark: number, last: readonly string[]): TableCell => new TableCell({
  width: { size: TEXT_WIDTH / 4, type: WidthType.DXA },
  children: [
    small('…, ngày … tháng … năm …', AlignmentType.CENTER),
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: `${heading}(${mark})`, bold: true, size: 20 })] }),
    ...Array.from({ length: 4 }, () => new Paragraph('')),
    ...last.map((content) => small(content)),
  ],
})

const opinions = (): Table => new Table({
  width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: Array.from({ length: 4 }, () => TEXT_WIDTH / 4),
  rows: [new TableRow({
    cantSplit: true,
    children: [
      opinionCell('Ý KIẾN CỦA CHỦ HỘ', 3, []),
      opinionCell('Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 4, PERSON),
      opinionCell('Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 5, PERSON),
      opinionCell('NGƯỜI KÊ KHAI', 6, []),
    ],
  })],
})

const NOTES = [
  '(1) Ghi tên công an cấp xã nơi nhận tờ khai.',
  '(2) Ghi rõ việc đề nghị và địa chỉ chỗ ở, ví dụ: đăng ký thường trú, đăng ký tạm trú tại số nhà, đường, xã, tỉnh.',
  '(3) (4) (5) Ghi rõ đồng ý hay không đồng ý rồi ký, ghi rõ họ tên; không cần nếu đã xác nhận qua VNeID hoặc có văn bản riêng.',
  '(6) Người kê khai ký, ghi rõ họ tên.',
  '(7) Chỉ kê khai khi cần ý kiến của người đó.',
]

const declarant = (): readonly Block[] => [
  line('Kính gửi(1): ', DOTS),
  line('1. Họ, chữ đệm và tên khai sinh: ', DOTS),
  line('2. Ngày, tháng, năm sinh: ', DOTS, ' / ', DOTS, ' / ', DOTS, ' 3. Giới tính: ', DOTS),
  digits('4. Số định danh cá nhân:'),
  line('5. Số điện thoại liên hệ: ', DOTS, ' 6. Email: ', DOTS),
  line('7. Họ, chữ đệm và tên chủ hộ: ', DOTS, ' 8. Mối quan hệ với chủ hộ: ', DOTS),
  digits('9. Số định danh cá nhân của chủ hộ:'),
  line('10. Nội dung đề nghị(2): ', DOTS), blankLine(),
]

/** Tờ khai thay đổi thông tin cư trú: form CT01 in the edition of Circular 53/2025/TT-BCA. */
export const makeResidenceForm = (): Promise<Uint8Array> => pack('Tờ khai thay đổi thông tin cư trú', [
  ...nationalHeading(),
  title('TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ'),
  ...declarant(),
  text('11. Những thành viên trong hộ gia đình cùng thay đổi:'),
  grid(MEMBER_COLUMNS, Array.from({ length: BLANK_ROWS }, () => [])),
  centred(''),
  opinions(),
  ...notes(NOTES),
])
