import { describe, expect, test } from 'vitest'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { NO_LISTS, field, filledXml, make, readable } from '../fill/hand-form.ts'
import { makeDocx, para, table } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const repeatsOf = (...lines: readonly string[]) => readLines(...lines).holes.map(({ label, repeat, places }) => [label, repeat, new Set(places.map(({ row }) => row)).size])
const MEMBER = 'Họ và tên: ............ Năm sinh: ........'
const PERSON = ['Họ và tên: ............', 'Ngày sinh: ............']

describe('lines that ask the same of one after another', () => {
  test('are a repeating group, numbered or with dashes', () => {
    expect(repeatsOf('Danh sách thành viên:', `1. ${MEMBER}`, `2. ${MEMBER}`, `3. ${MEMBER}`, 'Lý do: ........')).toEqual([
      ['Họ và tên', 'Danh sách thành viên', 3], ['Năm sinh', 'Danh sách thành viên', 3], ['Lý do', null, 1]])
    expect(repeatsOf('Đại diện:', `- ${MEMBER}`, `- ${MEMBER}`)).toEqual([['Họ và tên', 'Đại diện', 2], ['Năm sinh', 'Đại diện', 2]])
  })

  test('may be several lines each, and the last person only begun', () => {
    const [name = '', born = ''] = PERSON
    expect(repeatsOf('Thông tin người đại diện:', `1. ${name}`, born, `2. ${name}`, born)).toEqual([['Họ và tên', 'Người đại diện', 2], ['Ngày sinh', 'Người đại diện', 2]])
    expect(repeatsOf('Thông tin người đại diện:', `1. ${name}`, born, `2. ${name}`, '............', 'Lý do: ........')).toEqual([['Họ và tên', 'Người đại diện', 1], ['Ngày sinh', 'Người đại diện', 1], ['Lý do', null, 1]])
  })

  test('are not where they ask for something else, or for another party', () => {
    expect(repeatsOf('1. Họ và tên: .........', '2. Năm sinh: .........', '3. Họ và tên: .........')).toEqual([['Họ và tên', null, 1], ['Năm sinh', null, 1], ['Họ và tên', null, 1]])
    expect(repeatsOf('Bên mua:', MEMBER, 'Bên bán:', MEMBER).map(([, repeat]) => repeat)).toEqual([null, null, null, null])
    expect(holesOf(readLines(table([[MEMBER, MEMBER]]))).length).toBe(4)
  })

  test('are filled line by line, and copied for more with their numbers', () => {
    const [name = '', born = ''] = PERSON
    const docx = makeDocx([`1. ${name}`, born, 'Lý do: ........'].map((line) => para(line)).join('').replace('<w:p><w:r><w:t xml:space="preserve">Lý', `${para(`2. ${name}`)}<w:p><w:r><w:t xml:space="preserve">Lý`))
    const form = readForm(docx)
    const fields = [field('/s/rows/*/name'), field('/s/rows/*/born'), field('/s/why')]
    const made = make(docx, form.holes, fields.map((one) => ({ field: one })), form.repeats)
    const s = { rows: [{ name: 'Lê An', born: '1990' }, { name: 'Lê Bình', born: '1992' }], why: 'Mất' }
    const dots = (line: string): string => line.replace(/[.\s]+$/, '')
    expect(readable(filledXml(made, s)).map(dots)).toEqual(['1. Họ và tên: Lê An', 'Ngày sinh: 1990', '2. Họ và tên: Lê Bình', 'Ngày sinh: 1992', '2. Họ và tên:', 'Lý do: Mất'])
    expect(checkRoundTrip({ docx, template: made.template, form: made.model, answers: { s }, lists: NO_LISTS })).toEqual([])
  })
})
