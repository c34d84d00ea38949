import type { Text } from '../engine/json.ts'

/** Why a part of a listed record was not understood; what it says is kept as it stands. */
export const DOUBTS = {
  'no-code': { vi: 'Mã thủ tục chưa đúng dạng 1.234567.', en: 'The code is not of the form 1.234567.' },
  'no-title': { vi: 'Không có tên thủ tục.', en: 'There is no title.' },
  'limit-without-unit': { vi: 'Thời hạn không ghi đơn vị.', en: 'The time limit has no unit.' },
  'limit-in-words': { vi: 'Thời hạn không phải một con số có đơn vị.', en: 'The time limit is no number with a unit.' },
  'limit-joined-to-fee': { vi: 'Thời hạn và mức phí dính liền, không tách được.', en: 'Time limit and fee run into each other.' },
  'fee-in-words': { vi: 'Phí, lệ phí không phải một số tiền đồng.', en: 'The fee is no amount in VND.' },
  'free-with-amounts': { vi: 'Ghi miễn phí nhưng chú thích lại có số tiền.', en: 'It says free, and its note names amounts.' },
  'channels-unread': { vi: 'Không đọc được cách thức thực hiện.', en: 'The ways to submit could not be read.' },
  'papers-in-words': { vi: 'Thành phần hồ sơ không có bảng đếm bản.', en: 'The papers are not a table with counts.' },
  'file-joined': { vi: 'Tên tệp mẫu dính liền tên giấy tờ.', en: 'The name of the form\'s file runs into that of the paper.' },
  'law-without-number': { vi: 'Văn bản không tách được số ký hiệu.', en: 'The number of this document could not be told from its title.' },
  'tier-unread': { vi: 'Không rõ cấp thực hiện.', en: 'The tier is not known.' },
} as const satisfies Readonly<Record<string, Text>>

export type DoubtKind = keyof typeof DOUBTS

/** `field` is the key of the list, `text` what stands there (its beginning). */
export type Doubt = { readonly field: string; readonly kind: DoubtKind; readonly text: string }

const SHOWN = 160

export const doubt = (field: string, kind: DoubtKind, text: string): Doubt => ({ field, kind, text: text.slice(0, SHOWN) })

/** What a part of a record became, and what was doubtful in it. */
export type Reading<Value> = { readonly value: Value; readonly doubts: readonly Doubt[] }
