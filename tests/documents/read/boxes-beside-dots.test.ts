import { describe, expect, test } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { field, filledXml, make, readable } from '../fill/hand-form.ts'
import { makeDocx, para, run } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const TAB = '<w:r><w:tab/></w:r>'
const LEADER = '<w:tabs><w:tab w:val="left" w:pos="5000" w:leader="dot"/></w:tabs>'

describe('dots and boxes in one line', () => {
  test('what stands before the boxes is a hole of its own, and so is a question behind them', () => {
    expect(holesOf(readLines('Họ và tên: .......... Giới tính: Nam ☐ Nữ ☐'))).toEqual(['Họ và tên: name', 'Giới tính: sex'])
    expect(holesOf(readLines('Giới tính: Nam ☐ Nữ ☐ Sinh ngày: ..../..../......'))).toEqual(['Giới tính: sex', 'Sinh ngày: date'])
  })

  test('dots between two boxes ask for more of one', () => {
    const form = readLines('Hình thức nhận: ☐ Tiền mặt ☐ Chuyển khoản, số tài khoản: ........... ☐ Khác: ..........')
    expect(form.holes[0]?.options).toEqual(['Tiền mặt', 'Chuyển khoản', 'Khác'])
    expect(holesOf(form)).toEqual(['Hình thức nhận: choice', '[Chuyển khoản] số tài khoản: bankAccount', '[Khác] Khác: text'])
    expect(form.holes.map(({ optional }) => optional)).toEqual([false, true, true])
    expect(holesOf(readLines('Có vay vốn: ☐ Có, số tiền: ........ đồng ☐ Không'))).toEqual(['Có vay vốn: yesNo', 'số tiền: money'])
    expect(holesOf(readLines('Nguồn: Mua ☐ Thuê ☐ Khác (ghi rõ): ............ ☐'))).toEqual(['Nguồn: choice', '[Khác] Khác (ghi rõ): text'])
  })
})

describe('a name before the boxes of the sex', () => {
  test.each([
    ['a tab with dots', para(run('Họ, chữ đệm, tên:') + TAB + run('Nam ☐ Nữ ☐'), LEADER)],
    ['a bare tab', para(run('Họ, chữ đệm, tên:') + TAB + run('Nam ☐ Nữ ☐'))],
    ['blanks', para('Họ, chữ đệm, tên:          Nam ☐ Nữ ☐')],
  ])('is written on %s', (_, line) => {
    expect(holesOf(readLines('I. THÔNG TIN VỀ TRẺ EM', line))).toEqual([expect.stringMatching(/Họ, chữ đệm, tên: name$/), expect.stringMatching(/Nam, Nữ: sex$/)])
    const docx = makeDocx(line)
    const made = make(docx, readForm(docx).holes.slice(0, 1), [{ field: field('/s/hoTen') }])
    expect(readable(filledXml(made, { hoTen: 'Trần Thị Bình' }))).toEqual([expect.stringMatching(/tên:\s?Trần Thị Bình[\s→]+Nam ☐ Nữ ☐$/)])
  })

  test('a blank before other boxes is only layout', () => {
    expect(holesOf(readLines('Lý do:          Mất ☐ Hỏng ☐'))).toEqual(['Lý do: choice'])
  })
})

describe('what stands behind the last box of a counted line', () => {
  test('asks with the dotted line below it, and the boxes are a question of their own', () => {
    const form = readLines('TỜ KHAI', 'ĐẶC ĐIỂM NHÀ ĐẤT:', '2. Giá trị nhà: ……………', '3. Giá trị thực tế nhận chuyển nhượng ☐, nhận thừa kế ☐ (đồng):', '……………', '4. Lý do: ……………')
    expect(form.holes.map(({ label, kind }) => `${label}: ${kind}`)).toEqual(['Giá trị nhà: money', 'Giá trị thực tế nhận chuyển nhượng, nhận thừa kế: choice', 'Giá trị thực tế nhận chuyển nhượng, nhận thừa kế: money', 'Lý do: text'])
    expect(form.holes[0]?.places).toHaveLength(1)
  })
})
