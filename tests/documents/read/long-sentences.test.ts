import { expect, test } from 'vitest'
import { bordered, holesOf, readLines } from './read-holes.ts'


test.each([
  ['a day is named by what was done on it', 'Ngày …/…/…… tôi đã chấm dứt hợp đồng lao động với (tên đơn vị) ………………', 'Ngày tháng năm tôi đã chấm dứt hợp đồng lao động: date'],
  ['a question is asked with all of its clauses', 'a) Bị bắt, bị tù khi nào và ở đâu, đã khai báo cho ai, về những vấn đề gì ………………', 'Bị bắt, bị tù khi nào và ở đâu, đã khai báo cho ai, về những vấn đề gì: text'],
  ['a part that an "or" joins is no sentence of its own', 'Tổ chức cung cấp dịch vụ; hoặc Tổ chức được ủy quyền khai thay: ………………', 'Tổ chức cung cấp dịch vụ; hoặc Tổ chức được ủy quyền khai thay: organisation'],
  ['what somebody is in a case is no name', 'Tôi là ……………… trong vụ án dân sự số ………………', 'Tôi là: relation'],
])('%s', (_, line, hole) => {
  expect(holesOf(readLines('ĐƠN ĐỀ NGHỊ', line))[0]).toBe(hole)
})

test('a date that a cell prints asks nothing of the cell beside it', () => {
  expect(readLines('LÝ LỊCH', bordered([['Tháng/năm:', '3/1993', '', '4/1993', '']])).holes.map(({ label }) => label)).not.toContain('4/1993')
})
