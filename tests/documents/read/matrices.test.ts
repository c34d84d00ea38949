import { describe, expect, test } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { NO_LISTS, field, filledXml, make, readable } from '../fill/hand-form.ts'
import { makeDocx, para } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const SCALE = ['Hoạt động', 'Làm được', 'Làm được khi có người giúp', 'Không làm được']

describe('rows that a cross answers', () => {
  test('under a scale are one choice each, also where a row breaks off with dots', () => {
    const form = readLines(bordered([SCALE, ['1. Đi lại', '', '', ''], ['2. Việc nhà như nấu cơm, quét nhà...', '', '', '']]))
    expect(holesOf(form)).toEqual(['Đi lại: choice', 'Việc nhà như nấu cơm, quét nhà: choice'])
    expect(form.holes[0]?.options).toEqual(SCALE.slice(1))
  })

  test('count on with two numbers, and ask on behind yes and no', () => {
    const form = readLines(bordered([['STT', 'Dấu hiệu', 'Có', 'Không', 'Ghi chú'], ['1', 'Vận động', '', '', ''], ['1.1', 'Yếu tay', '', '', '']]))
    expect(holesOf(form)).toEqual(['Vận động: yesNo', '[Vận động] Ghi chú: text', 'Yếu tay: yesNo', '[Yếu tay] Ghi chú: text'])
  })

  test('with a box in each cell are a choice, whatever the columns are called', () => {
    expect(holesOf(readLines(bordered([['Tiêu chí', 'Mức 1', 'Mức 2', 'Mức 3'], ['Thái độ', '☐', '☐', '☐'], ['Thời gian', '☐', '☐', '☐']])))).toEqual(['Thái độ: choice', 'Thời gian: choice'])
  })

  test('are none under columns that take words', () => {
    expect(holesOf(readLines(bordered([['Chỉ tiêu', 'Kế hoạch', 'Thực hiện'], ['Số lớp', '', '']])))).toEqual(['Số lớp - Kế hoạch: quantity', 'Số lớp - Thực hiện: quantity'])
  })

  test('get their cross in the column that is chosen', () => {
    const docx = makeDocx(bordered([SCALE, ['Đi lại', '', '', '']]) + para('Tôi xin cam đoan.'))
    const walking = field('/s/walking', 'radios', { options: SCALE.slice(1).map((text, i) => ({ value: `step${i}`, title: { vi: text, en: text } })) })
    const made = make(docx, readForm(docx).holes, [{ field: walking }])
    const s = { walking: 'step1' }
    expect(filledXml(made, s).split('</w:tc>').slice(4, 8).map((cell) => readable(cell).join(''))).toEqual(['Đi lại', '', 'X', ''])
    expect(checkRoundTrip({ docx, template: made.template, form: made.model, answers: { s }, lists: NO_LISTS })).toEqual([])
  })
})

test('parts of the address of who receives a letter are not asked', () => {
  const form = readLines('ĐƠN ĐỀ NGHỊ', 'Kính gửi: Ủy ban nhân dân xã ……………', 'Huyện (quận, thị xã) ……………', 'Tỉnh, thành phố ……………', 'Họ và tên: ……………')
  expect(holesOf(form)).toEqual(['Họ và tên: name'])
})
