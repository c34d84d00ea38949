import { describe, expect, test } from 'vitest'
import { makeDocx, para, run } from '../make-docx.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { field, filledXml, make, readable } from '../fill/hand-form.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const END = 'Tôi xin chân thành cảm ơn.'

describe('a form without dots', () => {
  test('asks in a list whatever the vocabulary knows', () => {
    expect(holesOf(readLines('Họ và tên:', 'Ông (bà):', 'Chức vụ:', 'Nơi công tác:', 'Lý do:', END))).toEqual(['Họ và tên: name', 'Ông (bà): name', 'Chức vụ: occupation', 'Nơi công tác: place', 'Lý do: text'])
    expect(holesOf(readLines('Chức vụ:', 'Tài liệu kèm theo:', '- Bản sao giấy khai sinh', END))).toEqual(['Chức vụ: occupation'])
  })

  test('has room between two labels of one line', () => {
    const docx = makeDocx(para('- Sinh ngày, tháng, năm:                           Giới tính:') + para('- Quê quán:') + para(END))
    const form = readForm(docx)
    expect(holesOf(form)).toEqual(['Sinh ngày, tháng, năm: date', 'Giới tính: sex', 'Quê quán: place'])
    const made = make(docx, form.holes, ['/s/born', '/s/sex', '/s/home'].map((pointer) => ({ field: field(pointer) })))
    expect(readable(filledXml(made, { born: '02/03/1990', sex: 'Nữ', home: 'Huế' }))).toEqual([expect.stringMatching(/^- Sinh ngày, tháng, năm:\s*02\/03\/1990\s+Giới tính: Nữ$/), '- Quê quán: Huế', END])
    // Where no word is known the blank only sets the page.
    expect(holesOf(readLines('Nơi nhận gồm:            Đại diện các phía:'))).toEqual([])
  })

  test('has cells that hold their own label', () => {
    expect(holesOf(readLines(bordered([['Họ và tên:', 'Ngày sinh:'], ['Đơn vị công tác:', 'Trình độ:']])))).toEqual(['Họ và tên: name', 'Ngày sinh: date', 'Đơn vị công tác: organisation', 'Trình độ: text'])
    expect(holesOf(readLines(bordered([[para('3. Mục tiêu:') + para('')], [para('4. Chủ nhiệm:') + para('Họ và tên: .........')]])))).toEqual(['Mục tiêu: text', '[Chủ nhiệm] Họ và tên: name'])
  })

  test('names a placeholder in square brackets behind its colon', () => {
    expect(holesOf(readLines('Địa chỉ: [Địa chỉ]', 'Mục [A] không phải khai'))).toEqual(['Địa chỉ: address'])
  })
})

describe('what a label belongs to', () => {
  test('the cell beside it, and the number it is a part of', () => {
    expect(holesOf(readLines(bordered([['Số lao động:', 'Nam: ....... Nữ: .......']])))).toEqual(['[Số lao động] Nam: quantity', '[Số lao động] Nữ: quantity'])
    expect(holesOf(readLines('Số lao động: Nam: ....... Nữ: .......'))).toEqual(['[Số lao động] Nam: quantity', '[Số lao động] Nữ: quantity'])
  })

  test('whom a counted question names, until the next number', () => {
    expect(holesOf(readLines('11. Họ tên cha: ....... Ngày sinh: .......', '12. Số điện thoại: .......'))).toEqual(['[Người cha] Họ tên cha: name', '[Người cha] Ngày sinh: date', 'Số điện thoại: phone'])
    expect(holesOf(readLines('Họ, chữ đệm, tên người mẹ: .......', 'Năm sinh: .......'))).toEqual(['[Người mẹ] Họ, chữ đệm, tên người mẹ: name', '[Người mẹ] Năm sinh: year'])
  })

  test('the mark behind the hole before is not its own', () => {
    expect(readLines('Họ và tên: .......(2); Mã số hồ sơ......(3)').holes.map(({ label, note }) => [label, note])).toEqual([['Họ và tên', 2], ['Mã số hồ sơ', 3]])
  })

  test('a note that has named a hole names it again, and the office is never asked for', () => {
    const form = readLines(
      para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>'), 'Kính gửi: ............(2)............', '......... (1) đề nghị ............(2) xem xét. Nếu sai ......... (1) chịu trách nhiệm.',
      'Ghi chú:', '(1) Tên thương nhân.', '(2) Tên cơ quan có thẩm quyền.',
    )
    expect(holesOf(form)).toEqual(['Tên thương nhân: organisation', 'Tên thương nhân: organisation'])
  })

  test('dots that break off the words of a bracket are none', () => {
    expect(holesOf(readLines('Thông tin về cổ đông (kê khai trong trường hợp ...): ..........'))).toHaveLength(1)
    expect(holesOf(readLines('Tôi có giấy phép lái xe (giấy phép lái xe số ...) và xe'))).toHaveLength(1)
  })
})

describe('several labels in one line of a form without dots', () => {
  test.each([
    ['3. Số điện thoại:   4. Số Fax:', ['Số điện thoại: phone', 'Số Fax: phone']],
    ['2. Tên thiết bị:   3. Hãng sản xuất:', ['Tên thiết bị: text', 'Hãng sản xuất: organisation']],
    ['Số CCCD:  Ngày cấp:  Nơi cấp:', ['Số CCCD: identityNumber', 'Ngày cấp: issueDate', 'Nơi cấp: issuePlace']],
    ['7. Số quyết định bổ nhiệm người phụ trách an toàn:     Ký ngày:', ['Số quyết định bổ nhiệm người phụ trách an toàn: documentNumber', 'Ký ngày: date']],
  ])('%s', (line, found) => {
    expect(holesOf(readLines(line, END))).toEqual(found)
  })

  test('what heads lines of its own is a part, in a list of questions too', () => {
    expect(holesOf(readLines('1. Họ và tên:', '2. Chuyên ngành đào tạo:', '3. Giấy chứng nhận đào tạo:', '- Số giấy chứng nhận:', '- Ngày cấp:', END)))
      .toEqual(['Họ và tên: name', expect.stringMatching(/^Chuyên ngành đào tạo: /), '[Giấy chứng nhận đào tạo] Số giấy chứng nhận: documentNumber', '[Giấy chứng nhận đào tạo] Ngày cấp: issueDate'])
  })
})
