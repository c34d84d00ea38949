import { describe, expect, test } from 'vitest'
import { holesOf, readLines } from './read-holes.ts'

describe('kinds of short labels', () => {
  test.each([
    ['Sinh viên năm thứ: ……………', 'Sinh viên năm thứ: number'],
    ['Sinh viên lớp: ……………', 'Sinh viên lớp: text'],
    ['Năm học: ……………', 'Năm học: text'],
    ['Địa điểm, thời gian giám sát: ……………', 'Địa điểm, thời gian giám sát: text'],
    ['Số lượng và loại bao bì: ……………', 'Số lượng và loại bao bì: text'],
    ['Cấp ủy hiện tại: ……………', 'Cấp ủy hiện tại: text'],
    ['Dân tộc: (Kinh, Tày, Mông...): ……………', 'Dân tộc: ethnicity'],
    ['Chiều cao: 1m ……, cân nặng: …… kg', 'Chiều cao: number'],
  ])('%s', (line, hole) => {
    expect(holesOf(readLines('TỜ KHAI', line))[0]).toBe(hole)
  })

  test('in brackets alone are those of their words', () => {
    expect(readLines('TỜ KHAI', 'Quê quán (xã, phường): …………… (huyện, quận): …………… (tỉnh, TP): ……………').holes.map(({ kind }) => kind)).toEqual(['place', 'address', 'address'])
  })
})

describe('what is printed and asks nothing', () => {
  test.each([
    ['hints side by side below a line', '(Lớp mấy)\t(Giáo sư, Tiến sĩ ... năm nào, chuyên ngành gì)'],
    ['what a table takes', 'Ghi chú: Hình thức học: Chính quy, tại chức .../ Văn bằng: Tiến sĩ, Kỹ sư ...'],
    ['where an office books the paper', 'Vào sổ số: ………… ngày …/…/……'],
    ['a list that breaks off in a bracket', 'Có thân nhân ở nước ngoài không (làm gì, địa chỉ ...)?'],
  ])('is %s', (_, line) => {
    expect(holesOf(readLines('TỜ KHAI', 'Họ và tên: ……………', line))).toEqual(['Họ và tên: name'])
  })

  test('is no remark that a form leaves room for', () => {
    expect(holesOf(readLines('TỜ KHAI', 'Họ và tên: ……………', 'Ghi chú: ……………'))).toContain('Ghi chú: text')
    expect(readLines('TỜ KHAI', 'Họ và tên: ……………', 'Lưu ý: Số điện thoại liên hệ: ……………').holes.map(({ kind }) => kind)).toEqual(['name', 'phone'])
  })

  test('is the court that has the case', () => {
    expect(holesOf(readLines('ĐƠN ĐỀ NGHỊ', 'Kính gửi: Tòa án nhân dân ……………', 'Họ và tên: ……………', 'Đang được Tòa án nhân dân …………… thụ lý giải quyết.'))).toEqual(['Họ và tên: name'])
  })
})

test('tabs with leaders between a number and the words of a box are the drafter\'s', () => {
  const leader = (n: number, words: string): string => `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${n}. </w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>${words} ☐</w:t></w:r></w:p>`
  const form = readLines('TỜ KHAI', 'Diện chính sách (đánh dấu vào các ô tương ứng):', leader(1, 'Con liệt sĩ'), leader(2, 'Người dân tộc thiểu số'))
  expect(form.holes.map(({ label, kind, options }) => [label, kind, options])).toEqual([['Diện chính sách', 'choices', ['Con liệt sĩ', 'Người dân tộc thiểu số']]])
})

test('the last clause of a long sentence is not cut inside a bracket', () => {
  expect(holesOf(readLines('TỜ KHAI', 'Hiện nay trong gia đình của tôi có các thân nhân (bố, mẹ, vợ, chồng) đang sống ở nước ngoài ……………'))[0]).toContain('(bố, mẹ, vợ, chồng) đang sống ở nước ngoài')
})

test('a count stands before what it counts, whatever is done with it; and the office that is asked is not', () => {
  const read = (line: string): readonly string[] => holesOf(readLines(line))
  expect(read('Tôi cam kết nộp đủ .......... bản sao trước ngày ..........')).toEqual(['Tôi cam kết nộp đủ: quantity', 'trước ngày: date'])
  expect(read('Nay tôi làm đơn này đề nghị .......... xem xét, giải quyết cho tôi được ..........')).toEqual(['xem xét, giải quyết cho tôi được: text'])
})

test.each([
  ['Đã nộp lệ phí ………. đồng theo biên lai số ………. ngày ……….', ['Đã nộp lệ phí: money', 'theo biên lai số: documentNumber', 'ngày: date']],
  ['Lý do xin nghỉ: ………. Thời gian nghỉ: ………. ngày', ['Lý do xin nghỉ: text', 'Thời gian nghỉ: quantity']],
  ['Vốn điều lệ: ………. đồng; tương đương ………. đô la Mỹ', ['Vốn điều lệ: money', 'tương đương: money']],
  ['có trụ sở tại ………., do ông (bà) ………. làm đại diện', ['có trụ sở tại: address', 'do ông (bà) … làm đại diện: name']],
  ['Hiện đang công tác tại: ………., từ năm ………. đến nay', ['Hiện đang công tác tại: place', 'từ năm … đến nay: year']],
  ['Độ sâu ………. m; lưu lượng ………. m3/ngày đêm', ['Độ sâu: number', 'lưu lượng: number']],
])('units and who acts: %s', (line, found) => { expect(holesOf(readLines(line))).toEqual(found) })
