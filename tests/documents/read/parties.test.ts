import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'


describe('columns that stand for parties', () => {
  test.each([['Bên A', 'Bên B'], ['Ông', 'Bà'], ['Vợ', 'Chồng'], ['Bên nam', 'Bên nữ'], ['Cha', 'Mẹ']])('%s and %s head what is asked below', (left, right) => {
    const line = 'Họ và tên: ...........'
    expect(holesOf(readLines(table([[left, right], [line, line]])))).toEqual([`[${left}] Họ và tên: name`, `[${right}] Họ và tên: name`])
    expect(holesOf(readLines(bordered([['', left, right], ['Họ và tên', '', ''], ['Năm sinh', '', '']])))).toEqual([
      `[${left}] Họ và tên: name`, `[${right}] Họ và tên: name`, `[${left}] Năm sinh: year`, `[${right}] Năm sinh: year`])
  })

  test('one of them that is known is enough: the row asks, whatever the other is called', () => {
    expect(holesOf(readLines(bordered([['', 'Thông tin thứ nhất', 'Bên nữ'], ['Dân tộc', '', '']])))).toEqual(['[Thông tin thứ nhất] Dân tộc: ethnicity', '[Bên nữ] Dân tộc: ethnicity'])
  })

  test('they belong to no title above the table, and end with it', () => {
    const bold = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')
    const form = readLines(bold('TỜ KHAI ĐĂNG KÝ'), table([[bold('BÊN NAM'), bold('BÊN NỮ')], ['Nơi sinh: ........', 'Nơi sinh: ........']]), 'Lý do: ..........')
    expect(form.title).toBe('TỜ KHAI ĐĂNG KÝ')
    expect(holesOf(form)).toEqual(['[Bên nam] Nơi sinh: place', '[Bên nữ] Nơi sinh: place', 'Lý do: text'])
  })
})
