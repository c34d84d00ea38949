import { describe, expect, it } from 'vitest'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import { fullTitle } from '../../../forms/documents/draft/full-titles.ts'
import { placedItems } from '../../../forms/documents/draft/plan.ts'
import { makePlan } from '../../../forms/documents/draft/make-plan.ts'
import type { Hole, HoleKind } from '../../../forms/documents/hole.ts'
import { context } from '../../forms/engine/world.ts'
import { hole, wordForm } from './gold-forms.ts'

type Told = readonly [label: string, kind: HoleKind, rest?: Partial<Hole>]
const holesOf = (told: readonly Told[]): readonly Hole[] => told.map(([label, kind, rest], i) => hole(i + 1, label, kind, rest ?? {}))
/** The titles of one line of a form. */
const titles = (...told: readonly Told[]): readonly string[] => placedItems(makePlan(wordForm(holesOf(told)), false)).map(({ item }) => item.title)

describe('a title that says nothing alone', () => {
  it('is made of the paper that its line names', () => {
    expect(titles(['Hiện đã có giấy phép lái xe hạng', 'text'], ['số', 'documentNumber'], ['do', 'issuePlace'], ['cấp ngày', 'issueDate']))
      .toEqual(['Hiện đã có giấy phép lái xe hạng', 'Số giấy phép lái xe', 'Nơi cấp giấy phép lái xe', 'Ngày cấp giấy phép lái xe'])
    expect(titles(['Giấy xác nhận khuyết tật số', 'documentNumber'], ['Ngày cấp', 'issueDate'], ['Nơi cấp', 'issuePlace'])).toEqual(['Giấy xác nhận khuyết tật số', 'Ngày cấp giấy xác nhận khuyết tật', 'Nơi cấp giấy xác nhận khuyết tật'])
    expect(titles(['Căn cứ Quyết định số', 'documentNumber'], ['ngày', 'date'])[1]).toBe('Ngày ký quyết định')
  })
  it('is made of the paper in the heading above', () => {
    const section = 'Người cha > Giấy chứng nhận kết hôn của cha, mẹ'
    expect(titles(['Số', 'documentNumber', { section }], ['Quyển số', 'documentNumber', { section }], ['đăng ký ngày', 'date', { section }], ['tại', 'place', { section }])).toEqual(
      ['Số giấy chứng nhận kết hôn của cha, mẹ', 'Quyển số của giấy chứng nhận kết hôn của cha, mẹ', 'Ngày đăng ký giấy chứng nhận kết hôn của cha, mẹ', 'Nơi cấp giấy chứng nhận kết hôn của cha, mẹ'])
  })
  it('calls an identity paper so where its number has no name of one, or too many', () => {
    expect(titles(['Số định danh cá nhân', 'identityNumber'], ['cấp ngày', 'issueDate'])[1]).toBe('Ngày cấp giấy tờ tùy thân')
    expect(titles(['Số giấy chứng minh nhân dân hoặc thẻ căn cước công dân', 'identityNumber'], ['Nơi cấp', 'issuePlace'])[1]).toBe('Nơi cấp giấy tờ tùy thân')
  })
  it('finds the paper behind what stands between', () => {
    expect(titles(['Hộ chiếu số', 'documentNumber'], ['Loại', 'text'], ['Ngày cấp', 'issueDate'])[2]).toBe('Ngày cấp hộ chiếu')
    expect(titles(['Hộ chiếu số', 'documentNumber'], ['Nơi chết', 'place'], ['ngày', 'date'])[2]).toBe('Nơi chết: ngày')
  })
  it('is made of the question that it follows, the same words each time of their own', () => {
    expect(titles(['Lương hưu hàng tháng', 'money'], ['Hưởng từ tháng', 'date'], ['Trợ cấp khác', 'money'], ['Hưởng từ tháng', 'date'])).toEqual(
      ['Lương hưu hàng tháng', 'Lương hưu hàng tháng: hưởng từ tháng', 'Trợ cấp khác', 'Trợ cấp khác: hưởng từ tháng'])
    expect(titles(['Đã học lái xe tại', 'place'], ['năm', 'year'])[1]).toBe('Đã học lái xe: năm')
    expect(titles(['Số con (Nếu có)', 'quantity'], ['Trong đó, dưới 36 tháng tuổi', 'quantity'])[1]).toBe('Số con: trong đó, dưới 36 tháng tuổi')
    expect(titles(['Số tầng', 'quantity'], ['trong đó, số tầng nổi', 'quantity'])[1]).toBe('Số tầng nổi')
  })
  it('gives a reason for what the note, or the heading, says', () => {
    expect(titles(['lý do', 'text', { hint: 'Nêu lý do đề nghị gia hạn giấy phép.' }], ['Lý do', 'text', { section: 'A > Chưa đi học' }], ['Lý do', 'text', { section: 'B' }])).toEqual(['Lý do đề nghị gia hạn giấy phép', 'Lý do chưa đi học', 'Lý do đề nghị'])
  })
  it('says of what thing the same words are asked again in mid-sentence', () => {
    expect(titles(['Tờ bản đồ số', 'number'], ['Có quyền hoặc hạn chế quyền đối với thửa đất liền kề số', 'number'], ['tờ bản đồ số', 'number'], ['của', 'name'])).toEqual(
      ['Tờ bản đồ số', 'Có quyền hoặc hạn chế quyền đối với thửa đất liền kề số', 'Thửa đất liền kề: tờ bản đồ số', 'Thửa đất liền kề: của ai'])
  })
  it('says what is measured, who speaks, and which heading a bare sign stands for', () => {
    expect(titles(['Diện tích', 'area'], ['sử dụng chung', 'area'])[1]).toBe('Diện tích sử dụng chung')
    expect(titles(['Tôi là', 'name'], ['Nam, Nữ', 'sex'])).toEqual(['Họ và tên', 'Giới tính'])
    expect(titles(['#', 'text', { section: 'A > Nước nhập khẩu' }], ['#', 'text'])).toEqual(['Nước nhập khẩu', 'Ô trống số 2'])
  })
  it('is cut where it is a whole note, which the help tells then', () => {
    const label = 'Tên tổ chức đề nghị gia hạn giấy phép xây dựng, cải tạo, nâng cấp, mở rộng đường ngang'
    const { schema } = draftProcedure(wordForm([hole(1, label, 'organisation', { section: 'A' })]), { context })
    const [field] = Object.values<{ title: string; description: string }>(Object(schema['properties']).a.properties)
    expect(field?.title).toBe('Tên tổ chức đề nghị gia hạn giấy phép xây dựng, cải tạo')
    expect(field?.description).toContain(label)
  })
  it('stays where nothing says more', () => {
    expect(fullTitle(hole(1, 'Ngày', 'date'), [])).toEqual({ text: 'Ngày', made: false })
  })
})

describe('a made title', () => {
  const made: Draft = draftProcedure(wordForm(holesOf([['Giấy phép lái xe số', 'documentNumber'], ['do', 'issuePlace'], ['Ngày', 'date', { section: 'A' }]])), { context })
  it('is told to the author, with the printed words; what has none is asked for', () => {
    expect(made.proposals.filter(({ about }) => about === 'named').map(({ holes, text }) => [holes, text.vi])).toEqual([[[2], expect.stringMatching(/"do".*"Nơi cấp giấy phép lái xe"/)]])
    expect(made.proposals.filter(({ about }) => about === 'label').map(({ holes }) => holes)).toEqual([[3]])
  })
  it('leaves the map with the label that is printed', () => {
    expect(made.map.holes[1]).toEqual({ n: 2, label: 'do', answer: '/noiDungKhai/noiCapGiayPhepLaiXe' })
  })
  it('is asked for where two questions of a part are called alike', () => {
    const two = draftProcedure(wordForm(holesOf([['Họ tên cha', 'name'], ['SĐT', 'phone'], ['Họ tên mẹ', 'name'], ['SĐT', 'phone']])), { context })
    expect(two.proposals.filter(({ about }) => about === 'label').map(({ holes }) => holes)).toEqual([[2], [4]])
  })
})
