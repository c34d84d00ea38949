import { describe, expect, test } from 'vitest'
import { bordered, readLines } from './read-holes.ts'

const DOTS = '..........'
const read = (...lines: readonly string[]): readonly string[] =>
  readLines('ĐƠN ĐỀ NGHỊ CẤP THẺ', ...lines).holes.map(({ label, kind, options }) => `${label}: ${kind}${options ? ` ${options.join('/')}` : ''}`)

describe.each(['☐', '□', '[ ]', '⬜', '◻'])('boxes drawn as %s', (box) => {
  test('ask yes or no, with a colon or without, before their words or behind, whichever comes first', () => {
    for (const asked of ['Đã kết hôn', 'Có nhu cầu nhận bản sao', 'Đề nghị cấp bản sao (nếu có)']) {
      for (const end of [': ', ' ', ':']) {
        for (const answers of [`Có ${box} Không ${box}`, `${box} Có ${box} Không`, `Có ${box}; Không ${box}`, `Có${box} / Không${box}`, `${box} Có      ${box} Không.`, `Có ${box}, không ${box}`, `Không ${box} Có ${box}`]) {
          expect(read(`3. ${asked}${end}${answers}`), `${asked}${end}${answers}`).toEqual([`${asked}: yesNo`])
        }
      }
    }
  })

  test('offer a choice, on one line or below each other, however it is marked', () => {
    const asked = 'Hình thức nhận kết quả'
    for (const line of [`${box} Trực tiếp ${box} Bưu chính ${box} Trực tuyến`, `Trực tiếp ${box} Bưu chính ${box} Trực tuyến ${box}`]) expect(read(`5. ${asked}: ${line}`)).toEqual([`${asked}: choice Trực tiếp/Bưu chính/Trực tuyến`])
    const below = [[`${box} Trực tiếp`, `${box} Bưu chính`], [`- Trực tiếp ${box}`, `- Bưu chính ${box}`], [`a) Trực tiếp: ${box}`, `b) Bưu chính: ${box}`], [`1. Trực tiếp: ${box}`, `2. Bưu chính: ${box}`], [`+ Trực tiếp: ${box}`, `+ Bưu chính: ${box}`]]
    for (const lines of below) expect(read(`${asked}:`, ...lines, `Lý do: ${DOTS}`), lines.join(' ')).toEqual([`${asked}: choice Trực tiếp/Bưu chính`, 'Lý do: text'])
    expect(read(`${asked}: ${box} Trực tiếp ${box} Khác: ${DOTS}`)).toEqual([`${asked}: choice Trực tiếp/Khác`, 'Khác: text'])
  })

  test('ask for the sex among other questions of the line', () => {
    for (const boxes of [`Nam ${box} Nữ ${box}`, `${box} Nam ${box} Nữ`]) expect(read(`Giới tính: ${boxes}`)).toEqual(['Giới tính: sex Nam/Nữ'])
    expect(read(`Họ tên: ${DOTS} Giới tính: Nam ${box} Nữ ${box} Dân tộc: ${DOTS}`)).toEqual(['Họ tên: name', 'Giới tính: sex Nam/Nữ', 'Dân tộc: ethnicity'])
  })
})

test.each(['...../...../........', '…/…/…', '…/…/20…', '......-......-........', 'ngày ..... tháng ..... năm ......', 'ngày … tháng … năm 20…', 'Ngày ….. tháng ….. năm ………', '__/__/____'])('%s is one date, whatever stands around it', (dots) => {
  for (const [label, kind] of [['Ngày sinh', 'date'], ['Ngày, tháng, năm sinh', 'date'], ['Ngày cấp', 'issueDate'], ['Ngày hết hạn', 'date']] as const) {
    for (const end of [': ', ' ', ':']) {
      expect(read(`2. ${label}${end}${dots}`), `${label}${end}`).toEqual([`${label}: ${kind}`])
      expect(read(`Họ tên: ${DOTS} ${label}${end}${dots} Nơi cấp: ${DOTS}`), `${label}${end}`).toEqual(['Họ tên: name', `${label}: ${kind}`, 'Nơi cấp: issuePlace'])
    }
  }
})

describe('a table', () => {
  test.each([[['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú']], [['TT', 'Tên giấy tờ', 'Số lượng', 'Ghi chú']], [['Số TT', 'Nội dung', 'Đơn vị tính', 'Thành tiền']]])('of %j repeats its blank rows', (head) => {
    const blank = [[['', '', '', '']], [['', '', '', ''], ['', '', '', '']], [['1', '', '', ''], ['2', '', '', '']], [['1.', '...', '...', '...'], ['…', '…', '…', '…']], [['01', '', '', ''], ['...', '', '', '']]]
    for (const rows of blank) {
      const { holes } = readLines('ĐƠN ĐỀ NGHỊ CẤP THẺ', '3. Thông tin chi tiết:', bordered([head, ...rows]))
      expect(holes.map(({ label, repeat }) => [label, repeat !== null]), JSON.stringify(rows)).toEqual(head.slice(1).map((label) => [label, true]))
    }
  })

  test.each([['in the next cell', (label: string) => [label, '']], ['by dots there', (label: string) => [label, DOTS]], ['behind a colon', (label: string) => [`${label}:`, '']], ['in its own cell', (label: string) => [`${label}: ${DOTS}`]], ['behind a colon\'s cell', (label: string) => [label, ':', '']], ['by a colon and dots', (label: string) => [label, `: ${DOTS}`]]])('asks %s, counted or not', (_where, row) => {
    const labels = ['Tên tổ chức', 'Mã số thuế', 'Địa chỉ']
    for (const rows of [labels.map(row), labels.map((label, i) => [String(i + 1), ...row(label)])]) expect(readLines('ĐƠN ĐỀ NGHỊ CẤP THẺ', 'I. Thông tin', bordered(rows)).holes.map(({ label }) => label), JSON.stringify(rows)).toEqual(labels)
  })
})
