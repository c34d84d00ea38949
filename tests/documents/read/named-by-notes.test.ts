import { describe, expect, test } from 'vitest'
import { para } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const NOTES = ['Ghi chú:', '(1) Tên quỹ trước khi tách.', '(2) Tên quỹ mới.', '(3) Nêu lý do chậm nộp.', '(4) Theo quy định tại Điều 5.']
const labels = (...lines: readonly string[]): readonly string[] => readLines(...lines, ...NOTES).holes.map(({ label }) => label)

describe('the note of a mark among dots', () => {
  test('says whose name is asked in a sentence, or what comes behind a joining word', () => {
    expect(labels('Tách Quỹ ...(1)... thành Quỹ ...(2)...', 'Tuy nhiên, ......(3)......')).toEqual(['Tên quỹ trước khi tách', 'Tên quỹ mới', 'Lý do chậm nộp'])
  })

  test('only says more where words with a colon ask above it', () => {
    expect(labels('Hồ sơ gồm:', '......(4)......')).toEqual(['Hồ sơ gồm'])
  })

  test('says nothing of dots behind a colon', () => {
    expect(labels('Lý do: ......(1)......')).toEqual(['Lý do'])
  })
})

describe('dates', () => {
  test('in two languages are one, and go where day, month and year are printed', () => {
    expect(holesOf(readLines('Họ và tên: ..........', 'Sinh ngày (day) ..... tháng (month) ..... năm (year) ...... tại ..........'))).toEqual(['Họ và tên: name', 'Sinh ngày (day): date', expect.stringMatching(/place$/)])
    const [signed, ...more] = readLines('Thời điểm ký: ..........  Ngày ..... tháng ..... năm .....').holes
    expect([signed?.label, signed?.kind, more.length, signed?.places[0]?.marks.length]).toEqual(['Thời điểm ký', 'date', 0, 1])
  })

  test('dots behind the same words in another language go on with the answer', () => {
    expect(readLines('Cơ quan cấp ............/issued by ............').holes.map(({ label, places }) => [label, places.length])).toEqual([['Cơ quan cấp', 2]])
  })

  test('above who signs are not asked, though the signer stands behind them', () => {
    expect(holesOf(readLines(para('Họ và tên: ..........'), 'Làm tại: .........., ngày .... tháng .... năm ....   Người yêu cầu'))).toEqual(['Họ và tên: name'])
  })
})
