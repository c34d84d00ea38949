import { expect, it } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para } from '../make-docx.ts'

const pledgeOf = (...lines: readonly string[]): string | undefined =>
  readForm(makeDocx([para('TỜ KHAI', '<w:jc w:val="center"/>'), para('Họ tên: ..........'), ...lines.map((line) => para(line))].join(''))).pledge

it.each([
  ['a sentence', ['Tôi cam đoan những lời khai trên là đúng.'], 'Tôi cam đoan những lời khai trên là đúng.'],
  ['behind a heading', ['6. Cam kết: Tôi xin cam đoan làm theo đúng giấy phép.'], 'Tôi xin cam đoan làm theo đúng giấy phép.'],
  ['over two paragraphs', ['Tôi cam đoan khai đúng.', 'Tôi chịu trách nhiệm trước pháp luật.', 'Người khai'], 'Tôi cam đoan khai đúng. Tôi chịu trách nhiệm trước pháp luật.'],
  ['point by point', ['Tôi xin cam kết:', '- Trụ sở là của tôi;', '- Khai đúng sự thật.', '- Điều khác'], 'Tôi xin cam kết: Trụ sở là của tôi; Khai đúng sự thật. Điều khác.'],
  ['of several', ['Tôi/chúng tôi xin cam đoan kê khai đúng (2).'], 'Tôi/chúng tôi xin cam đoan kê khai đúng.'],
])('reads what the person declares, %s', (_how, lines, pledge) => {
  expect(pledgeOf(...lines)).toBe(pledge)
})

it.each([
  ['none is printed', ['Kính đề nghị xem xét.']],
  ['it has a hole of its own', ['Tôi cam đoan việc nhận .......... nói trên là đúng.']],
  ['others pledge', ['Công ty cam kết thực hiện đúng.']],
  ['it never ends', ['Tôi cam kết:']],
])('reads none where %s', (_why, lines) => {
  expect(pledgeOf(...lines)).toBeUndefined()
})
