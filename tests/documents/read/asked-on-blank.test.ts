import { expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

test('a numbered question right above the next number asks, whatever its words; one that heads others does not', () => {
  expect(holesOf(readLines('5. Địa chỉ: .......', '6. Thành phần tham dự:', '7. Nơi tổ chức: .......'))).toEqual(['Địa chỉ: address', 'Thành phần tham dự: text', 'Nơi tổ chức: place'])
  expect(holesOf(readLines('6. Thành phần tham dự:', '- Chủ tọa: .......', '7. Nơi tổ chức: .......')).map((hole) => hole.split('] ').at(-1))).not.toContain('Thành phần tham dự: text')
})

test('among questions of one count a lost colon does not matter', () => {
  expect(holesOf(readLines('1.1. Tên cơ sở', '1.2. Địa chỉ: .......'))).toEqual(['Tên cơ sở: organisation', 'Địa chỉ: address'])
  expect(holesOf(readLines('1. Tên cơ sở', '1.2. Địa chỉ: .......'))).toEqual(['[Tên cơ sở] Địa chỉ: address'])
})

test('a bracket that says what to list makes the line above it a question', () => {
  expect(holesOf(readLines('Đăng ký phạm vi hoạt động sau:', '(Liệt kê các vị trí công việc mà cá nhân đề nghị)', 'Tôi xin chân thành cảm ơn.'))).toEqual(['Đăng ký phạm vi hoạt động sau: text'])
})

test('blank between semicolons is room', () => {
  expect(holesOf(readLines('Ngày nhận: …/…/20…: Tên thuốc:        ; số lượng:        ; trị giá:')).map((hole) => hole.split('] ').at(-1)?.split(':')[0])).toEqual(['Ngày nhận', 'Tên thuốc', 'số lượng', 'trị giá'])
})

test('blocks that are printed twice are rows of a group, headed or not; fewer questions are not', () => {
  const block = ['Từ ngày ........ đến ngày ........ Tại ........', 'Nội dung thực hành: ........']
  expect(readLines('8. Đã thực hành tại cơ sở:', ...block, ...block).holes.map(({ label, repeat }) => [label, repeat !== null])).toEqual([['Từ ngày', true], ['đến ngày', true], ['Tại', true], ['Nội dung thực hành', true]])
  const headed = ['- Giấy chứng nhận:', 'Số: ........ Ngày cấp: ........']
  expect(readLines(para(run('1. Đã được cấp', '<w:b/>')), ...headed, ...headed).holes.map(({ label, repeat }) => [label, repeat !== null])).toEqual([['Số', true], ['Ngày cấp', true]])
  expect(readLines('Địa chỉ: ........', 'Điện thoại: ........', 'Địa chỉ: ........', 'Điện thoại: ........').holes.map(({ repeat }) => repeat)).toEqual([null, null, null, null])
})

test('a bracket behind a colon that says how to answer makes the line a question, though its words break off in dots', () => {
  expect(holesOf(readLines('c) Nội dung', '- Tên chương trình: (Ghi rõ tên của chương trình.....)', '- Quy mô: (VD: số lượng doanh nghiệp tham gia...)', '- Số tầng: (trong đó ghi rõ số tầng hầm)')).map((hole) => hole.split('] ').at(-1))).toEqual(['Tên chương trình: text', 'Quy mô: text', 'Số tầng: quantity'])
})

test('a line with a colon right above who signs asks', () => {
  expect(holesOf(readLines('Số hiệu: .......', 'Hồ sơ kèm theo gồm có:', bordered([['', 'CÁ NHÂN ĐỀ NGHỊ']])))).toEqual(['Số hiệu: number', 'Hồ sơ kèm theo gồm có: text'])
})

test('of numbered questions one that lost its dots asks; what somebody states does not', () => {
  expect(holesOf(readLines('1. Vị trí dự kiến: .......', '2. Quy mô dự kiến (số cầu cảng, bến).', '3. Mục đích sử dụng: .......')).map((hole) => hole.split('] ').at(-1))).toEqual([expect.stringMatching(/^Vị trí dự kiến: /), expect.stringMatching(/^Quy mô dự kiến/), 'Mục đích sử dụng: text'])
  expect(readLines('1. Địa chỉ: .......', '2. Tôi đã đọc các quy định.', '3. Mục đích sử dụng: .......').holes).toHaveLength(2)
})

test('a number without its stop counts a list, and a bracket says what it counts', () => {
  expect(readLines('Hồ sơ kèm theo bao gồm', '1………', '2………').holes.map(({ label, places }) => [label, places.length])).toEqual([['Hồ sơ kèm theo bao gồm', 2]])
  expect(readLines('Hồ sơ gửi kèm gồm:', '(thống kê tài liệu gửi kèm theo)', 'Tôi xin cam đoan.').holes.map(({ label }) => label)).toEqual(['Hồ sơ gửi kèm gồm'])
})

test('a bracket in a heading of numbered questions heads them', () => {
  expect(readLines(para(run('II. QUAN HỆ GIA ĐÌNH (Ghi rõ họ tên, năm sinh của bố mẹ)')), '1. Họ và tên cha: .......').holes.map(({ label }) => label)).toEqual(['Họ và tên cha'])
})

test('a tab up to the stop is room, and a label that is broken off goes on below', () => {
  expect(holesOf(readLines('Người đại diện: .......; Chức vụ</w:t><w:tab/><w:t>; Số định danh cá', 'nhân: .......')).map((hole) => hole.split('] ').at(-1))).toEqual(['Người đại diện: name', 'Chức vụ: occupation', 'Số định danh cá nhân: identityNumber'])
  expect(readLines('Người đại diện: ......., Số điện thoại', 'Địa chỉ: .......').holes.map(({ label }) => label)).toEqual(['Người đại diện', 'Địa chỉ'])
})

test('a bracket behind a colon may list the data', () => {
  expect(readLines('Giấy phép đã được cấp: (số, ngày, cơ quan cấp)', 'Lý do: .......').holes.map(({ label }) => label.split(/:? \(/)[0])).toEqual(['Giấy phép đã được cấp', 'Lý do'])
})
