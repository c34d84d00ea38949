import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole } from '../../../forms/documents/hole.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { hole, wordForm } from './gold-forms.ts'

const draft = (holes: readonly Hole[]): Draft => draftProcedure(wordForm(holes), { context })
const errors = (made: Draft): readonly string[] => lintProcedure(sourceOf(made), context).filter(({ severity }) => severity === 'error').map(({ file, pointer, message }) => `${file}${pointer}: ${message.en}`)
const page = (made: Draft, name: string) => Object(made.schema['properties'])[name]
const told = (made: Draft): readonly (readonly number[])[] => made.proposals.filter(({ about, text }) => about === 'condition' && text.vi.startsWith('Đã đặt')).map(({ holes }) => holes)
const answered = (made: Draft, name: string): readonly Readonly<Record<string, unknown>>[] => made.examples.valid.map(({ answers }) => Object(answers[name]))

describe('what is asked behind a yes or no', () => {
  const section = 'Việc làm'
  const made = draft([
    hole(1, 'Có tham gia làm việc không?', 'yesNo', { section }), hole(2, 'Nếu có thì đang làm gì', 'occupation', { section, optional: true }), hole(3, 'thu nhập hàng tháng', 'money', { section, optional: true }),
    hole(4, 'Nếu không thì ghi lý do', 'text', { section, optional: true }), hole(5, 'Số con (Nếu có)', 'quantity', { section, optional: true }),
  ])
  it('is asked after the answer that it names, and owed then; the rest of its sentence is asked with it', () => {
    expect(page(made, 'viecLam').allOf).toEqual([
      { if: { required: ['coThamGiaLamViecKhong'], properties: { coThamGiaLamViecKhong: { const: true } } }, then: { required: ['neuCoThiDangLamGi'] }, else: { properties: { neuCoThiDangLamGi: false, thuNhapHangThang: false } } },
      { if: { required: ['coThamGiaLamViecKhong'], properties: { coThamGiaLamViecKhong: { const: false } } }, then: { required: ['neuKhongThiGhiLyDo'] }, else: { properties: { neuKhongThiGhiLyDo: false } } },
    ])
    expect(errors(made)).toEqual([])
  })
  it('is tried by examples of both answers, and told to the author once', () => {
    expect(answered(made, 'viecLam').some((one) => one['neuCoThiDangLamGi'] !== undefined && one['neuKhongThiGhiLyDo'] === undefined)).toBe(true)
    expect(answered(made, 'viecLam').some((one) => one['neuKhongThiGhiLyDo'] !== undefined && one['neuCoThiDangLamGi'] === undefined)).toBe(true)
    expect(told(made)).toEqual([[2], [3], [4]])
    expect(made.proposals.filter(({ about }) => about === 'condition')).toHaveLength(3)
  })
  it('is known in quotation marks, and by a heading that is the answer', () => {
    const quoted = draft([hole(1, 'Có đang điều trị không?', 'yesNo', { section }), hole(2, 'Nếu “có”, nêu thuốc đang dùng', 'longText', { section, optional: true })])
    expect(page(quoted, 'viecLam')).toMatchObject({ then: { required: ['neuCoNeuThuocDangDung'] } })
    const headed = draft([hole(1, 'Tiền án', 'yesNo', { section: `${section} > Tiền án` }), hole(2, 'Ghi rõ tội danh', 'text', { section: `${section} > Tiền án > Có`, optional: true })])
    expect(page(headed, 'viecLam')).toMatchObject({ if: { properties: { tienAn: { const: true } } }, then: { required: ['ghiRoToiDanh'] } })
    expect([...errors(quoted), ...errors(headed)]).toEqual([])
  })
})

describe('what is named after an option', () => {
  const school = 'Trẻ > Tình trạng đi học'
  const made = draft([
    hole(1, 'Họ tên', 'name', { section: 'Trẻ' }), hole(2, 'Tình trạng đi học', 'choice', { section: school, options: ['Đã nghỉ học', 'Đang đi học'] }),
    hole(3, 'Lý do', 'text', { section: `${school} > Đã nghỉ học`, optional: true }),
    hole(4, 'Trường', 'organisation', { section: `${school} > Đang đi học`, optional: true }), hole(5, 'Lớp (nếu có)', 'text', { section: `${school} > Đang đi học`, optional: true }),
    hole(6, 'Dân tộc', 'ethnicity', { section: 'Trẻ' }),
  ])
  it('is asked after that option, owed then, but for what is free by itself', () => {
    const { required, properties, allOf } = page(made, 'tre')
    expect(required).toEqual(['hoTen', 'tinhTrangDiHoc', 'danToc'])
    expect(allOf.map((one: { then: unknown }) => one.then)).toEqual([{ required: ['lyDoDaNghiHoc'] }, { required: ['dangDiHoc'] }])
    expect(allOf[0].if.properties).toEqual({ tinhTrangDiHoc: { const: properties.tinhTrangDiHoc.oneOf[0].const } })
    expect(properties.dangDiHoc.required).toEqual(['truong'])
    expect(errors(made)).toEqual([])
    expect(told(made)).toEqual([[3], [4, 5]])
  })
  it('has examples of each option', () => {
    expect(answered(made, 'tre').some((one) => one['lyDoDaNghiHoc'] !== undefined && one['dangDiHoc'] === undefined)).toBe(true)
    expect(answered(made, 'tre').some((one) => one['dangDiHoc'] !== undefined && one['lyDoDaNghiHoc'] === undefined)).toBe(true)
  })
  it('may be the whole next page', () => {
    const families = draft([
      hole(1, 'Chủ thể thành lập', 'choice', { section: 'Chủ thể thành lập', options: ['Cá nhân', 'Các thành viên hộ gia đình'] }),
      hole(2, 'Họ tên', 'name', { section: 'Các thành viên hộ gia đình đăng ký kinh doanh', repeat: 'Thành viên', optional: true }), hole(3, 'Địa chỉ', 'address', { section: 'Trụ sở' }),
    ])
    expect(families.schema).toMatchObject({ required: ['chuTheThanhLap', 'truSo', 'camDoan'], then: { required: ['cacThanhVienHoGiaDinhDangKy'] }, else: { properties: { cacThanhVienHoGiaDinhDangKy: false } } })
    expect(page(families, 'cacThanhVienHoGiaDinhDangKy').required).toEqual(['thanhVien'])
    expect(errors(families)).toEqual([])
    expect(told(families)).toEqual([[2]])
    expect(families.examples.valid.some(({ answers }) => answers['cacThanhVienHoGiaDinhDangKy'] === undefined) && families.examples.valid.some(({ answers }) => answers['cacThanhVienHoGiaDinhDangKy'] !== undefined)).toBe(true)
  })
  it('is not what merely stands behind a choice', () => {
    const other = draft([hole(1, 'Nơi nhận', 'choice', { section: 'A', options: ['Nhà', 'Bưu điện'] }), hole(2, 'Họ tên', 'name', { section: 'A > Người nhận' }), hole(3, 'Điện thoại', 'phone', { section: 'A > Người nhận' })])
    expect(told(other)).toEqual([])
    expect(page(other, 'a').required).toEqual(['noiNhan', 'nguoiNhan'])
  })
})

describe('a note that says of several questions that others are not asked', () => {
  it('is one thing to decide', () => {
    const hint = `Chỉ ghi trong trường hợp chưa có số định danh. ${'Ghi rõ ra. '.repeat(50)}`
    const made = draft([hole(1, 'Giới tính', 'sex', { hint, optional: true }), hole(2, 'Dân tộc', 'ethnicity', { hint, optional: true }), hole(3, 'Nêu rõ số lượng', 'text')])
    expect(made.proposals.filter(({ about }) => about === 'condition').map(({ holes }) => holes)).toEqual([[1, 2]])
    expect(made.proposals[0]?.text.vi.length).toBeLessThan(450)
  })
})
