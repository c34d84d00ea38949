import { describe, expect, test } from 'vitest'
import { readLines } from './read-holes.ts'

/** Labels as Vietnamese forms print them, and what is left of them where a unit is said beside the answer. */
const LABELS = [
  'Diện tích (m2)', 'Diện tích (ha)', 'Khối lượng (kg)', 'Giá trị (VNĐ)', 'Số tiền (đồng)', 'Tỷ lệ (%)', 'Chiều cao (m)', 'Thể tích (m3)', 'Diện tích, m2', 'Điện thoại (nếu có)', 'Email (nếu có)',
  'Số CCCD/CMND', 'Số CMND (CCCD)', 'Họ và tên (chữ in hoa)', 'Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Ngày sinh (dd/mm/yyyy)', 'Nơi sinh (ghi rõ xã, tỉnh)', 'Số nhà, đường phố', 'Mã số thuế/CCCD', 'Số tài khoản',
  'Tại ngân hàng', 'Lý do', 'Ngành, nghề kinh doanh', 'Vốn điều lệ (bằng số)', 'Vốn điều lệ (bằng chữ)', 'Biển số xe', 'Quan hệ với chủ hộ', 'Trình độ học vấn', 'Giới tính (Nam/Nữ)', 'Chức vụ', 'Số lượng (cái)',
  'Thời hạn (tháng)', 'Số lao động (người)', 'Hạng GPLX', 'Năm sinh', 'Cấp ngày', 'Nơi cấp', 'Quốc tịch', 'Quê quán', 'Nơi thường trú', 'Đơn vị tính',
]
const withoutUnit = (label: string): string => label.replace(/ \((m2|ha|kg|VNĐ|đồng|%|m|m3|cái|tháng|người)\)$|, m2$/u, '')
const DOTS = '..............'
const lower = (label: string): string => label.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
const read = (...lines: readonly string[]): readonly string[] => readLines('ĐƠN ĐỀ NGHỊ CẤP THẺ', ...lines).holes.map(({ label }) => withoutUnit(label))

describe('usual labels', () => {
  test.each(LABELS)('%s, alone on its line, however it is counted and marked', (label) => {
    for (const count of ['', '1. ', '- ', 'a) ', '2.1. ']) {
      for (const end of [': ', ':', ' ', '(1): ', ' (2): ', '\u00a0: ']) expect(read(`${count}${label}${end}${DOTS}`), `${count}${label}${end}`).toEqual([withoutUnit(label)])
    }
  })

  test.each(LABELS.map((label, i) => [label, LABELS[(i + 17) % LABELS.length] ?? ''] as const))('%s and %s in one line', (first, second) => {
    for (const join of ['; ', ' ', ', ', '. ', ';', ' - ']) {
      for (const next of [second, lower(second)]) expect(read(`${first}: ${DOTS}${join}${next}: ${DOTS}`), `${first}${join}${next}`).toEqual([withoutUnit(first), withoutUnit(next)])
    }
  })
})
