import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'

const says = (vi: string, en: string): Text => ({ vi, en })

/** Help by the words of a label, where the kind of field alone would say something foreign to it. The first that fits. */
const BY_WORDS: Readonly<Record<string, readonly (readonly [RegExp, Text])[]>> = {
  organisation: [
    [/ho kinh doanh/, says('Ghi tên đầy đủ, ví dụ Hộ kinh doanh Hoa Mai.', 'The full name, for example Hộ kinh doanh Hoa Mai.')],
    [/hop tac/, says('Ghi tên đầy đủ, ví dụ Hợp tác xã An Phú.', 'The full name, for example Hợp tác xã An Phú.')],
    [/truong\b|co so dao tao/, says('Ghi tên đầy đủ, ví dụ Trường Trung học phổ thông Chu Văn An.', 'The full name, for example Trường Trung học phổ thông Chu Văn An.')],
    [/ca nhan|ho gia dinh|chu dau tu|chu (so huu|hang|xe)|ho va ten|ho ten/, says('Cá nhân ghi họ và tên, ví dụ Nguyễn Văn Bình; tổ chức ghi tên đầy đủ, ví dụ Công ty TNHH Bình Minh.', 'A person: the full name, for example Nguyễn Văn Bình; an organisation: its full name, for example Công ty TNHH Bình Minh.')],
    [/co quan/, says('Ghi tên đầy đủ, ví dụ Ủy ban nhân dân phường Ba Đình.', 'The full name, for example Ủy ban nhân dân phường Ba Đình.')],
  ],
  text: [
    [/chuc vu|chuc danh/, says('Ví dụ giám đốc, trưởng phòng, nhân viên.', 'For example director, head of division, staff member.')],
    [/^lop\b/, says('Ví dụ 10A1.', 'For example 10A1.')],
    [/^khoa\b/, says('Ghi theo giấy tờ của trường, ví dụ 2024 - 2027.', 'As on the papers of the school, for example 2024 - 2027.')],
    [/^so nha/, says('Ví dụ số 12 phố Hàng Bài.', 'For example 12 Hang Bai Street.')],
    [/tinh trang hon nhan/, says('Ví dụ chưa kết hôn, đang có vợ hoặc chồng, đã ly hôn.', 'For example unmarried, married, divorced.')],
    [/trinh do/, says('Ví dụ trung học phổ thông, cao đẳng, đại học.', 'For example upper secondary, college, university.')],
    [/^ly do/, says('Nêu ngắn gọn lý do.', 'State the reason in short.')],
    [/^hang\b|hang$/, says('Ví dụ B, C1.', 'For example B, C1.')],
    [/^(thoi han|thoi gian)/, says('Ghi thời gian, ví dụ 12 tháng hoặc từ 01/7/2025 đến 30/6/2026.', 'The period, for example 12 months or from 01/7/2025 to 30/6/2026.')],
    [/^noi cap|^co quan cap/, says('Cơ quan cấp giấy tờ, ví dụ Bộ Công an.', 'The authority that issued the paper, for example the Ministry of Public Security.')],
    [/^(thuoc )?(doi tuong|dien)\b/, says('Ghi đối tượng theo giấy tờ, ví dụ hộ nghèo, người khuyết tật.', 'As on your papers, for example poor household, person with a disability.')],
    [/ma (so )?nganh/, says('Bốn chữ số theo Hệ thống ngành kinh tế Việt Nam, ví dụ 4711.', 'Four digits of the Viet Nam standard industrial classification, for example 4711.')],
    [/thua|to ban do|lo dat/, says('Ghi số như trên giấy tờ về đất, ví dụ 125.', 'As on the papers of the land, for example 125.')],
  ],
  'long-text': [[/tinh trang hon nhan/, says('Ví dụ: hiện chưa đăng ký kết hôn với ai.', 'For example: not married to anybody at present.')]],
}

/** 'Hiện đang làm gì' is an occupation, 'Chức vụ' is none. */
export const helpByWords = (title: string, inputType: string): Text | undefined => {
  const words = foldText(title)
  return BY_WORDS[inputType]?.find(([pattern]) => pattern.test(words))?.[1]
}
