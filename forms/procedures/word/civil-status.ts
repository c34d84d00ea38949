import { centred, DOTS, halves, line, blankLine, text, type Block, type Piece } from './parts.ts'

/** A label and its dotted line, with a second one where the answer is often long. */
export const twoLines = (...pieces: readonly Piece[]): readonly Block[] => [line(...pieces, DOTS), blankLine()]

/** Người yêu cầu, as the civil status forms of Circular 04/2024/TT-BTP begin. */
export const requester = (relation: string): readonly Block[] => [
  line('Kính gửi: (1) ', DOTS),
  line('Họ, chữ đệm, tên người yêu cầu: ', DOTS),
  line('Ngày, tháng, năm sinh: ', DOTS),
  ...twoLines('Nơi cư trú: (2) '),
  ...twoLines('Giấy tờ tùy thân: (3) '),
  line(relation, DOTS),
]

/** A person named on the form: who they are, where they live, which paper proves it. */
export const namedPerson = (residence: string, paper: string): readonly Block[] => [
  line('Họ, chữ đệm, tên: ', DOTS),
  line('Ngày, tháng, năm sinh: ', DOTS),
  line('Giới tính: (2) ', DOTS, ' Dân tộc: (2) ', DOTS, ' Quốc tịch: (2) ', DOTS),
  ...twoLines(residence),
  ...twoLines(paper),
]

export const copiesWanted = (note: number): readonly Block[] => [
  text(`Đề nghị cấp bản sao (${note}): Có ☐, Không ☐`),
  line('Số lượng: ', DOTS, ' bản'),
]

export const placeAndDate = (): Block => line('Làm tại: ', DOTS, ', ngày ', DOTS, ' tháng ', DOTS, ' năm ', DOTS)

export const signature = (): Block =>
  halves([], [centred('Người yêu cầu', true), centred('(Ký, ghi rõ họ, chữ đệm, tên)'), centred(''), centred(''), centred('.......................................')])

/** Notes (2) and (3), which these forms share. */
export const WHEN_WITHOUT_NUMBER = 'Chỉ ghi khi người khai chưa có hoặc không cung cấp số định danh cá nhân/căn cước công dân/thẻ căn cước/căn cước điện tử. “Nơi cư trú” ghi theo nơi đăng ký thường trú; không có thì ghi nơi đăng ký tạm trú; không có cả hai thì ghi nơi ở hiện tại.'
export const WHICH_PAPER = 'Ghi số định danh cá nhân/căn cước công dân/thẻ căn cước/căn cước điện tử; không có thì ghi giấy tờ hợp lệ thay thế (hộ chiếu...), nơi cấp và ngày cấp.'
