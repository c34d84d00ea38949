import { describe, expect, test } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { NO_LISTS, field, filledXml, make, readable } from '../fill/hand-form.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { makeDocx } from '../make-docx.ts'
import { table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'


describe('columns of yes and no', () => {
  test.each([['boxes', '☐'], ['blank cells', '']])('answer with %s what each row asks', (_, cell) => {
    const form = readLines(bordered([['STT', 'Dấu hiệu', 'Có', 'Không'], ['1', 'Sốt', cell, cell], ['2', 'Ho', cell, cell]]))
    expect(holesOf(form)).toEqual(['Sốt: yesNo', 'Ho: yesNo'])
    expect(form.holes[0]?.places.map(({ role, option }) => [role, option])).toEqual([['option', 'Có'], ['option', 'Không']])
  })

  test('get their cross', () => {
    const docx = makeDocx(bordered([['Dấu hiệu', 'Có', 'Không'], ['Sốt', '', ''], ['Ho', '', '']]))
    const made = make(docx, readForm(docx).holes, [{ field: field('/s/fever', 'yes-no') }, { field: field('/s/cough', 'yes-no') }])
    const s = { fever: true, cough: false }
    const cells = filledXml(made, s).split('</w:tc>').slice(3, 9).map((cell) => readable(cell).join(''))
    expect(cells).toEqual(['Sốt', 'X', '', 'Ho', '', 'X'])
    expect(checkRoundTrip({ docx, template: made.template, form: made.model, answers: { s }, lists: NO_LISTS })).toEqual([])
  })
})

describe('rows of a table', () => {
  test('with a printed unit ask in the columns behind it', () => {
    expect(holesOf(readLines(bordered([['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số lượng', 'Ghi chú'], ['1', 'Số lớp', 'lớp', '', '']])))).toEqual(['[Số lượng] Số lớp: quantity', '[Số lớp] Ghi chú: text'])
    // Words under any other heading are what the table tells.
    expect(readLines(bordered([['TT', 'Trình tự', 'Trách nhiệm', 'Thời gian'], ['1', 'Tiếp nhận', 'Chuyên viên', '']])).holes.map(({ section }) => section)).not.toContain('Tiếp nhận')
  })

  test('that say and so on are neither asked nor left unread', () => {
    const form = readLines(bordered([['STT', 'Họ và tên', 'Ngày sinh'], ['1', '..........', '..../..../....'], ['…', '…', '…']]))
    expect([form.holes.map(({ repeat }) => repeat !== null), form.notUnderstood]).toEqual([[true, true], []])
  })

  test('with boxes beside their labels are one question each', () => {
    expect(holesOf(readLines(bordered([['Giới tính:', '☐ Nam ☐ Nữ'], ['Trình độ:', '☐ Đại học ☐ Cao đẳng ☐ Trung cấp']])))).toEqual(['Giới tính: sex', 'Trình độ: choice'])
  })
})

describe('a colon in a cell of its own', () => {
  test('ends the words before it; they ask with the first dots behind it, or with the blank', () => {
    expect(holesOf(readLines(table([['Tên mẫu', ':', '.......... Số lượng ..........'], ['Hiệu', ':', '..........'], ['Nhà sản xuất', ':', '']])))).toEqual(['Tên mẫu: text', 'Số lượng: quantity', 'Hiệu: text', 'Nhà sản xuất: organisation'])
  })
})

describe('parts', () => {
  test('for who applies are asked of all, and those of an office of nobody, whatever counts them', () => {
    const form = readLines('A.Phần dành cho khách hàng', '1. Họ và tên: ..........', 'b-Phần dành cho tổ chức kiểm tra', 'Phí: ..........')
    expect(form.holes.map(({ label, optional }) => ({ label, optional }))).toEqual([{ label: 'Họ và tên', optional: false }])
  })
})

test('a day with two dots is a day', () => {
  expect(holesOf(readLines('cấp ngày .. tháng ... năm ....'))).toEqual(['cấp ngày: issueDate'])
})
