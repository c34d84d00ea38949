import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { compileForm } from '../../../forms/compile/index.ts'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole } from '../../../forms/documents/hole.ts'
import { fieldsByPointer } from '../../../forms/engine/all-fields.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { hole, wordForm } from './gold-forms.ts'

const draft = (holes: readonly Hole[]): Draft => draftProcedure(wordForm(holes), { context })
const errors = (made: Draft): readonly string[] => lintProcedure(sourceOf(made), context).filter(({ severity }) => severity === 'error').map(({ file, pointer, message }) => `${file}${pointer}: ${message.en}`)
const kinds = (made: Draft): Readonly<Record<string, string>> => Object.fromEntries([...fieldsByPointer(compileForm(made.schema))].map(([pointer, { kind }]) => [pointer, kind]))
const answers = (made: Draft): readonly (string | undefined)[] => made.map.holes.map((one) => ('answer' in one ? one.answer : undefined))
const required = (made: Draft, page: string): unknown => Object(made.schema['properties'])[page].required

describe('questions that look alike', () => {
  it('are two where the form may ask the same of another thing', () => {
    const section = 'Thửa đất'
    const made = draft([hole(1, 'Tờ bản đồ số', 'number', { section }), hole(2, 'Diện tích', 'area', { section }), hole(3, 'Quyền đối với thửa liền kề số', 'number', { section }), hole(4, 'tờ bản đồ số', 'number', { section })])
    expect(new Set(answers(made)).size).toBe(4)
  })
  it.each([['Ngày, tháng, năm sinh', 'date'], ['Cơ quan Công an giải quyết', 'organisation'], ['Số định danh cá nhân', 'identityNumber']] as const)('are two or three where they stand side by side, as in columns: %s', (label, kind) => {
    expect(new Set(answers(draft([hole(1, label, kind, { section: 'A' }), hole(2, label, kind, { section: 'A' }), hole(3, label, kind, { section: 'A' })]))).size).toBe(3)
  })
  it('are two where a name says no more than that it is one', () => {
    expect(new Set(answers(draft([hole(1, 'Họ, chữ đệm và tên', 'name', { section: 'A' }), hole(2, 'Địa chỉ', 'address', { section: 'A' }), hole(3, 'Họ, chữ đệm và tên', 'name', { section: 'A' })]))).size).toBe(3)
  })
})

describe('the order of the paper', () => {
  it('holds for groups and tables between loose questions', () => {
    const section = 'Đối tượng'
    const made = draft([
      hole(1, 'Họ và tên', 'name', { section }), hole(2, 'Lương hưu', 'money', { section: `${section} > Chế độ` }), hole(3, 'Trợ cấp', 'money', { section: `${section} > Chế độ` }),
      hole(4, 'Người cùng hộ', 'name', { section, repeat: 'Người cùng hộ' }), hole(5, 'Dạng tật', 'text', { section }),
    ])
    expect(Object.keys(Object(made.schema['properties']).doiTuong.properties)).toEqual(['hoVaTen', 'cheDo', 'nguoiCungHo', 'dangTat'])
  })
})

describe('what nobody must answer', () => {
  it('is a lone box, alone or in a row, an e-mail address, and the list of papers', () => {
    const section = 'Đăng ký'
    const made = draft([
      hole(1, 'Họ tên', 'name', { section }), hole(2, 'Không kinh doanh tại trụ sở', 'tick', { section }), hole(3, 'Đồng ý', 'choices', { section, options: ['Đồng ý'] }),
      hole(4, 'Email', 'email', { section }), hole(9, 'Số fax', 'phone', { section }), hole(5, 'Nhận tin', 'choices', { section, options: ['Bưu điện', 'Tin nhắn'] }),
      hole(6, 'Tên ngành', 'text', { section, repeat: 'Ngành' }), hole(7, 'Ngành chính', 'tick', { section, repeat: 'Ngành' }), hole(8, 'Gửi kèm theo Đơn này các tài liệu', 'text', { section: 'Gửi kèm theo Đơn này các tài liệu' }),
    ])
    expect(required(made, 'dangKy')).toEqual(['hoTen', 'nhanTin', 'nganh'])
    expect(Object(made.schema['properties']).dangKy.properties.nganh.items.required).toEqual(['tenNganh'])
    expect(made.schema['required']).toEqual(['dangKy', 'camDoan'])
    expect(errors(made)).toEqual([])
  })
  it('is what a witness confirms', () => {
    expect(draft([hole(1, 'Họ tên', 'name', { section: 'Người khai' }), hole(2, 'Tôi tên là', 'name', { section: 'Xác nhận của người làm chứng' })]).schema['required']).toEqual(['nguoiKhai', 'camDoan'])
  })
})

describe('an address', () => {
  const section = 'Người khai'
  it('asks for house and street only where the paper has room for them', () => {
    const at = `${section} > Nơi sinh`
    const made = draft([hole(1, 'Xã', 'address', { section: at }), hole(2, 'Huyện', 'address', { section: at }), hole(3, 'Tỉnh', 'address', { section: at }), hole(4, 'Xã, huyện, tỉnh', 'address', { section })])
    const { properties } = Object(made.schema['properties']).nguoiKhai
    expect([properties.noiSinh['x-jsf-presentation'].detail, properties.xaHuyenTinh['x-jsf-presentation'].detail]).toEqual([false, false])
  })
  it('is called an address where the heading above it speaks of somebody or something else', () => {
    const parts = (at: string, n: number): readonly Hole[] => [hole(n, 'Số nhà, đường', 'address', { section: at }), hole(n + 1, 'Xã', 'address', { section: at }), hole(n + 2, 'Tỉnh', 'address', { section: at })]
    const made = draft([hole(1, 'Họ tên', 'name', { section }), ...parts(`${section} > Chủ hộ`, 2), ...parts(`${section} > Sinh`, 5), ...parts(`${section} > Nơi ở hiện tại`, 8)])
    const { properties } = Object(made.schema['properties']).nguoiKhai
    expect(Object.values<{ title: string }>(properties.chuHo.properties).map(({ title }) => title)).toEqual(['Địa chỉ'])
    expect([properties.sinh?.properties?.noiSinh?.title ?? properties.sinh?.title, properties.noiOHienTai.title]).toEqual(['Nơi sinh', 'Nơi ở hiện tại'])
  })
  it('begins with the street that stands under a heading of its own, or is a line of text without commune', () => {
    const made = draft([
      hole(1, 'Số nhà, đường phố', 'address', { section: `${section} > Địa chỉ` }), hole(2, 'Tổ/xóm/ấp/thôn', 'text', { section }), hole(3, 'Xã (phường)', 'address', { section }), hole(4, 'Tỉnh', 'address', { section }),
      hole(5, 'Số nhà, đường', 'address', { section: 'Công trình' }),
    ])
    expect(kinds(made)).toMatchObject({ '/nguoiKhai/diaChi': 'address', '/congTrinh/soNhaDuong': 'text' })
    expect(made.map.holes.slice(0, 4)).toMatchObject([{ as: 'street' }, { none: expect.stringContaining('ô trước') }, { as: 'commune' }, { as: 'province' }])
  })
})

describe('who may apply', () => {
  it.each([['Tên chủ đầu tư (Chủ hộ)', {}], ['Tên cơ sở', {}], ['Cá nhân/hộ gia đình đang chăm sóc', {}], ['Tên tổ chức/cá nhân', {}], ['Họ và tên', { hint: 'Cá nhân: Ghi họ và tên.\nTổ chức: Ghi tên theo quyết định thành lập.' }]] as const)('may be an organisation: %s', (label, rest) => {
    expect(Object.values(kinds(draft([hole(1, label, 'name', rest)])))[0]).toBe('organisation')
  })
  it.each(['Họ và tên người đại diện cơ quan', 'Người đại diện của tổ chức', 'Chủ hộ'])('is a person: %s', (label) => {
    expect(Object.values(kinds(draft([hole(1, label, 'name')])))[0]).toBe('person-name')
  })
})
