import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { readCatalogueRecord } from '../../../forms/catalogue/read-record.ts'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import { raiseRecord } from '../../../forms/documents/draft/raise-record.ts'
import type { ProcedureRecord } from '../../../forms/engine/procedure.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { hole, wordForm } from './gold-forms.ts'

const listed = (more: Readonly<Record<string, string>> = {}): ProcedureRecord => {
  const { record } = readCatalogueRecord({
    ma_thu_tuc: '8.000123', ten_thu_tuc: 'Gia hạn giấy phép thử', cap_thuc_hien: 'Cấp tỉnh', linh_vuc: 'Đường sắt', co_quan_thuc_hien: 'Sở Thử nghiệm', so_quyet_dinh: '12/QĐ-BXD',
    cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 Ngày làm việcMiễn phí',
    thanh_phan_ho_so: 'Tên giấy tờMẫu đơn, tờ khaiSố lượngBản vẽ hoàn công1 bản chính, 0 bản saoĐơn đề nghị gia hạn theo mẫuMau01.docx1 bản chính, 0 bản saoVăn bản ủy quyền (trong trường hợp nộp thay)1 bản chính, 0 bản sao',
    ...more,
  }, 'danh-muc.csv')
  if (!record) throw new Error('not read')
  return record
}

const FORM = wordForm([hole(1, 'Họ và tên', 'name')], 'ĐƠN ĐỀ NGHỊ GIA HẠN GIẤY PHÉP')
const raised = (more?: Readonly<Record<string, string>>): ProcedureRecord => raiseRecord(listed(more), FORM)
const lint = (record: ProcedureRecord) => lintProcedure(sourceOf(draftProcedure(FORM, { context, record })), context)

describe('a listed record that is raised', () => {
  it('is of level 3, and keeps all that the list says', () => {
    const [before, after] = [listed(), raised()]
    const { levels, channels: _channels, components: _components, ...rest } = after
    expect(levels).toEqual([{ scheme: 'nd-43-2011', grade: 3 }])
    const { levels: _levels, channels: _before, components: _papers, ...was } = before
    expect(rest).toEqual(was)
    expect(rest.listedBy).toBe('danh-muc.csv')
  })
  it('is sent online on the terms of the counter, where the list has no other', () => {
    const terms = { limits: [{ amount: 3, unit: 'workingDays', basis: '' }], fees: [{ amount: 0, basis: '' }] }
    expect(raised().channels).toEqual([{ channel: 'online', ...terms }, { channel: 'counter', ...terms }])
  })
  it('knows the form among its papers; the others are files, those of some cases only not owed', () => {
    expect(raised().components.map(({ title, isForm, upload }) => [title.vi, isForm ?? false, upload?.required])).toEqual([
      ['Bản vẽ hoàn công', false, true], ['Đơn đề nghị gia hạn theo mẫu', true, undefined], ['Văn bản ủy quyền (trong trường hợp nộp thay)', false, false],
    ])
  })
  it('has the form in front where the list does not name it', () => {
    expect(raised({ thanh_phan_ho_so: '' }).components).toMatchObject([{ id: 'to-khai', isForm: true }])
  })
  it('promises the longest of several limits until somebody says which holds when', () => {
    const { channels } = raised({ cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến20 NgàyMiễn phíTrường hợp phức tạpTrực tuyến3 Ngày làm việcMiễn phíTrường hợp thường' })
    expect(channels[0]?.limits).toMatchObject([{ amount: 3, case: { vi: 'Trường hợp thường' } }, { amount: 20, note: { vi: 'Trường hợp phức tạp' } }])
    expect(lint(listed({ cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến20 NgàyMiễn phíTrực tuyến3 Ngày làm việcMiễn phí' })).filter(({ severity }) => severity === 'error')).toEqual([])
  })
  it('tells a fee in the list\'s own words, and leaves to its author what the list does not say', () => {
    const { channels } = raised({ cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếpKhông quy địnhMiễn phí(Lệ phí: 135.000 đồng/lần)' })
    expect(channels[0]).toMatchObject({ limits: [{ note: { vi: '[Cần bổ sung]' } }], limitText: { vi: 'Không quy định' }, fees: [{ amount: null, note: { vi: expect.stringContaining('135.000') } }] })
    const left = lint(listed({ cach_thuc_thuc_hien: '' })).filter(({ severity }) => severity === 'warning').map(({ pointer }) => pointer)
    expect(left).toEqual(expect.arrayContaining(['/channels/0/limits/0/note', '/channels/0/fees/0/note']))
  })
  it('knows the form however often the list names it, and asks for no sentence as a paper', () => {
    const papers = ['Tờ khai gia hạn theo mẫu1 bản chính, 0 bản sao', 'Mẫu điện tử tương tác gia hạn1 bản chính, 0 bản sao', 'Đơn xin xác nhận khác1 bản chính, 0 bản sao', 'Người nộp chịu trách nhiệm về nội dung0 bản chính, 0 bản sao']
    const { components } = raised({ thanh_phan_ho_so: `Tên giấy tờMẫu đơn, tờ khaiSố lượng${papers.join('')}` })
    expect(components.map(({ isForm, upload }) => [isForm ?? false, upload?.required])).toEqual([[true, undefined], [true, undefined], [false, true], [false, undefined]])
  })
  it('keeps a number whose unit the list does not give, and leaves the unit to its author', () => {
    expect(raised({ cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3Miễn phí' }).channels[0]?.limits).toEqual([{ amount: 3, unit: 'workingDays', note: { vi: '[Cần bổ sung]', en: '[To be completed]' }, basis: '' }])
  })
  it('drops conditions on the answers of another form', () => {
    const record = listed()
    const when = { required: ['other'] }
    const { components, channels } = raiseRecord({
      ...record, components: record.components.map((one) => ({ ...one, when, upload: { required: true, accept: ['pdf'], maxBytes: 1, maxFiles: 1 } })),
      channels: [{ channel: 'online', limits: [{ when, amount: 1, unit: 'days', basis: '' }, { amount: 2, unit: 'days', basis: '' }], fees: [{ amount: 0, basis: '' }] }],
    }, FORM)
    expect(components.filter((one) => one.when !== undefined)).toEqual([])
    expect(components.map(({ upload }) => upload?.required)).toEqual([false, true, false])
    expect(channels[0]?.limits).toMatchObject([{ amount: 1, case: { vi: '[Cần bổ sung]' } }, { amount: 2 }])
  })
  it('asks for the commune where the list tells the tier alone', () => {
    const { agency } = draftProcedure(FORM, { context, record: listed({ cap_thuc_hien: 'Cấp xã', co_quan_thuc_hien: '' }) }).record
    expect(agency).toMatchObject({ tier: 'commune', title: { vi: '[Cần bổ sung]' }, chosenBy: '/noiNhan/xaPhuong' })
    expect(draftProcedure(FORM, { context, record: listed({ cap_thuc_hien: 'Cấp xã', co_quan_thuc_hien: 'Chi cục Hải quan khu vực' }) }).record.agency.chosenBy).toBeUndefined()
  })
  it('passes the linter, and is not raised twice', () => {
    expect(lint(listed()).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(raiseRecord(raised(), FORM)).toEqual(raised())
  })
})
