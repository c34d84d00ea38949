import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { readLines } from './read-holes.ts'

const DOTS = '....................'
const LABELS = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Địa chỉ', 'Điện thoại']
const LETTERS = 'abcde'
const ITEMS: Readonly<Record<string, (at: number) => string>> = { '-': () => '- ', '': () => '', '+': () => '+ ', '•': () => '• ', 'a)': (at) => `${LETTERS[at] ?? ''}) `, '1.1.': (at) => `1.${at + 1}. `, '1.': (at) => `${at + 1}. ` }
const bold = (text: string): string => para(run(text, '<w:b/>'))
const form = (...lines: readonly string[]) => readLines(para(run('ĐƠN ĐỀ NGHỊ CẤP THẺ', '<w:b/>'), '<w:jc w:val="center"/>'), 'Kính gửi: Sở Xây dựng', ...lines).holes

/** Headings, and the items that may stand below each. */
const HEADINGS: readonly (readonly [string, string, readonly string[]])[] = [
  ...['I. THÔNG TIN NGƯỜI ĐỀ NGHỊ', 'A. Phần kê khai của cá nhân', 'Bên A:', 'BÊN CHUYỂN NHƯỢNG (BÊN A):', 'Người mẹ:', 'Phần I. Thông tin chủ đầu tư', 'II- Thông tin về doanh nghiệp', 'II – Thông tin về doanh nghiệp', '* Đối với tổ chức:', 'Thông tin về người được cấp:', 'Mục 1. Thông tin chung', 'Người đại diện theo pháp luật:', 'THÔNG TIN VỀ TÀI SẢN']
    .map((heading) => [heading, '', Object.keys(ITEMS)] as const),
  ...['1. Thông tin về người yêu cầu:', '1/ Thông tin về tổ chức:', '3. Người được ủy quyền (nếu có):'].map((heading) => [heading, '', ['-', '', '+', '•', 'a)', '1.1.']] as const),
  ['a) Về người cha:', 'b) Về người mẹ:', ['-', '', '+', '•', '1.']], ['- Đối với cá nhân:', '- Đối với tổ chức:', ['', '+', '•', 'a)', '1.']], ['* Đối với cá nhân:', '* Đối với tổ chức:', ['-', '', '+', 'a)', '1.']], ['I. NGƯỜI MUA', 'II. NGƯỜI BÁN', Object.keys(ITEMS)],
]

describe('parts of a form', () => {
  test.each(HEADINGS)('%s %s', (heading, next, items) => {
    for (const item of items) for (const head of [(text: string) => text, bold]) {
      const asked = LABELS.map((label, at) => `${ITEMS[item]?.(at) ?? ''}${label}: ${DOTS}`)
      const holes = form(head(heading), ...asked, ...(next === '' ? [] : [head(next), ...asked]))
      const said = `${heading} ${item} ${JSON.stringify(holes.map(({ section, label }) => [section, label]))}`
      expect(holes.map(({ label }) => label), said).toEqual(next === '' ? LABELS : [...LABELS, ...LABELS])
      const sections = [holes.slice(0, LABELS.length), holes.slice(LABELS.length)].map((half) => new Set(half.map(({ section }) => section)))
      expect([...sections[0] ?? []].filter((name) => name !== ''), said).toHaveLength(1)
      if (next !== '') expect(new Set(sections.flatMap((names) => [...names])).size, said).toBe(2)
    }
  })
})
