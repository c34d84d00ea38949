import { describe, expect, test } from 'vitest'
import type { WordForm } from '../../../forms/documents/hole.ts'
import { holesOf, readLines } from './read-holes.ts'

const officeOf = ({ office }: WordForm): readonly string[] => office.map(({ label, places }) => `${label}: ${places.map(({ role }) => role).join(' ')}`)
const NAME = 'Họ và tên (Full name): ..............'

describe('place and date', () => {
  test.each([
    ['both in one line', ['Làm tại (Done at) ............, ngày (date) ...... tháng (month) ...... năm (year) ......'], ['Làm tại (Done at): whole', 'Ngày, tháng, năm: day month year']],
    ['each on its own line', ['Làm tại (Done at): ............', 'Ngày (date): ..../..../......'], ['Làm tại (Done at): whole', 'Ngày, tháng, năm: day month year']],
    ['with slashes between the languages', ['............, ngày/date .... tháng/month .... năm/year 20....'], ['Địa danh: whole', 'Ngày, tháng, năm: day month year']],
    ['in English alone', ['Done in............, on day ...... month ..... year ......'], ['Done in: whole', 'Ngày, tháng, năm: day month year']],
    ['with the kind of the place', ['Tỉnh/thành phố ........., ngày … tháng … năm 20…'], ['Tỉnh/thành phố: whole', 'Ngày, tháng, năm: day month year']],
  ])('%s is known to the system', (_, lines, office) => {
    const form = readLines(NAME, ...lines)
    expect(holesOf(form)).toEqual(['Họ và tên (Full name): name'])
    expect(officeOf(form)).toEqual(office)
  })

  test('a date that is asked for is one hole', () => {
    const form = readLines('Ngày sinh (Date of birth): ngày (day) ..... tháng (month) ..... năm (year) .........')
    expect(form.holes.map(({ label, kind, places }) => [label, kind, places.map(({ role }) => role)])).toEqual([['Ngày sinh (Date of birth)', 'date', ['day', 'month', 'year']]])
  })

  test('the place of a birth is asked for', () => {
    expect(holesOf(readLines('Sinh tại ............, ngày .... tháng .... năm ......'))).toEqual(['Sinh tại: place', 'ngày: date'])
  })
})
