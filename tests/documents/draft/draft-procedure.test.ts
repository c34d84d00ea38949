import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { compileForm } from '../../../forms/compile/index.ts'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole, HoleKind, WordForm } from '../../../forms/documents/hole.ts'
import { HOLE_KINDS } from '../../../forms/documents/hole.ts'
import { fieldsByPointer } from '../../../forms/engine/all-fields.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { goldForms, hole, wordForm } from './gold-forms.ts'

const draft = (holes: readonly Hole[], title?: string): Draft => draftProcedure(wordForm(holes, title), { context })
const errors = (made: Draft): readonly string[] => lintProcedure(sourceOf(made), context).filter(({ severity }) => severity === 'error').map(({ file, pointer, message }) => `${file}${pointer}: ${message.en}`)
const kinds = (made: Draft): Readonly<Record<string, string>> => Object.fromEntries([...fieldsByPointer(compileForm(made.schema))].map(([pointer, { kind }]) => [pointer, kind]))
const answerOf = (made: Draft, n: number): unknown => made.map.holes.find((one) => one.n === n)

describe('a draft of a real form', () => {
  const forms = goldForms()
  it.skipIf(forms.length === 0)('is tried on every form of ../shared/data/forms', () => { expect(forms.length).toBeGreaterThanOrEqual(13) })
  it.each(forms)('$name passes the linter, with examples of both sorts, and maps every hole', ({ form }) => {
    const made = draftProcedure(form, { context })
    expect(errors(made)).toEqual([])
    expect(made.examples.valid.length).toBeGreaterThanOrEqual(3)
    expect(made.examples.invalid.length).toBeGreaterThanOrEqual(12)
    expect(made.map.holes.map(({ n }) => n)).toEqual(form.holes.map(({ n }) => n))
    const known = new Set(fieldsByPointer(compileForm(made.schema)).keys())
    expect(made.map.holes.filter((one) => 'answer' in one && !known.has(one.answer))).toEqual([])
  })
})

describe('a drafted form', () => {
  const birth = [
    hole(1, 'Họ, chữ đệm, tên', 'name', { section: 'Người yêu cầu' }), hole(2, 'Ngày, tháng, năm sinh', 'date', { section: 'Người yêu cầu' }),
    hole(3, 'ghi bằng chữ', 'dateInWords', { section: 'Người yêu cầu' }), hole(4, 'Họ, chữ đệm, tên người mẹ', 'name', { section: 'Người mẹ', optional: true }),
    hole(5, 'Quan hệ với mẹ', 'relation', { section: 'Người yêu cầu' }),
  ]
  it('has a page for each part, one person together, in the form\'s words', () => {
    const { schema } = draft(birth)
    expect(Object.keys(Object(schema['properties']))).toEqual(['nguoiYeuCau', 'nguoiMe', 'camDoan'])
    expect(Object.keys(Object(schema['properties']).nguoiYeuCau.properties)).toEqual(['hoChuDemTen', 'ngayThangNamSinh', 'quanHeVoiMe'])
    expect(Object(schema['properties']).nguoiMe.properties.hoChuDemTenNguoiMe).toMatchObject({ title: 'Họ, chữ đệm, tên người mẹ', 'x-dvc-en': { title: 'Full name of the mother' } })
  })
  it('asks for what is not marked as optional, and for a page only if something in it is', () => {
    const { schema } = draft(birth)
    expect(schema['required']).toEqual(['nguoiYeuCau', 'camDoan'])
    expect(Object(schema['properties']).nguoiYeuCau.required).toEqual(['hoChuDemTen', 'ngayThangNamSinh', 'quanHeVoiMe'])
  })
  it('writes a date in words from the date, and does not ask for it twice', () => {
    expect(answerOf(draft(birth), 3)).toEqual({ n: 3, label: 'ghi bằng chữ', answer: '/nguoiYeuCau/ngayThangNamSinh', as: 'dateInWords' })
  })
  it('asks for words themselves where no date or sum stands before them', () => {
    const made = draft([hole(1, 'Bằng chữ', 'moneyInWords', { section: 'Vốn' }), hole(2, 'Số tiền', 'money', { section: 'Vốn' })])
    expect(kinds(made)).toMatchObject({ '/von/bangChu': 'text', '/von/soTien': 'money' })
  })
  it('makes one address of its parts, and says why the district stays empty', () => {
    const section = 'Người nộp > Nơi thường trú'
    const made = draft([hole(1, 'Số nhà, đường/phố', 'address', { section }), hole(2, 'Xã/Phường', 'address', { section }), hole(3, 'Huyện', 'address', { section }), hole(4, 'Tỉnh/Thành phố', 'address', { section })])
    expect(kinds(made)).toMatchObject({ '/nguoiNop/noiThuongTru': 'address' })
    expect(made.map.holes).toEqual([
      { n: 1, label: 'Số nhà, đường/phố', answer: '/nguoiNop/noiThuongTru', as: 'street' }, { n: 2, label: 'Xã/Phường', answer: '/nguoiNop/noiThuongTru', as: 'commune' },
      { n: 3, label: 'Huyện', none: expect.stringContaining('01/7/2025') }, { n: 4, label: 'Tỉnh/Thành phố', answer: '/nguoiNop/noiThuongTru', as: 'province' },
    ])
  })
  it('asks once for what the form prints in several places, but not for two short labels alike', () => {
    const made = draft([
      hole(1, 'Tên tổ chức đề nghị', 'organisation', { section: 'A' }), hole(2, 'Số', 'documentNumber', { section: 'A' }),
      hole(3, 'tên tổ chức đề nghị', 'organisation', { section: 'A' }), hole(4, 'Số', 'documentNumber', { section: 'A' }),
    ])
    expect(made.map.holes.map((one) => ('answer' in one ? one.answer : ''))).toEqual(['/a/tenToChucDeNghi', '/a/tenToChucDeNghiSo', '/a/tenToChucDeNghi', '/a/tenToChucDeNghiSo2'])
    expect(errors(made)).toEqual([])
  })
  it('asks each of two people who stand in one part of the form', () => {
    const person = (n: number): readonly Hole[] => [hole(n, 'Họ, chữ đệm, tên', 'name', { section: 'A' }), hole(n + 1, 'Ngày, tháng, năm sinh', 'date', { section: 'A' }), hole(n + 2, 'Giấy khai sinh/Giấy tờ tùy thân', 'identityDocument', { section: 'A' })]
    const made = draft([...person(1), hole(4, 'Là … của người dưới đây', 'relation', { section: 'A' }), ...person(5)])
    expect(new Set(made.map.holes.map((one) => ('answer' in one ? one.answer : ''))).size).toBe(7)
  })
  it('makes one address of parts whose heading stands before the first only', () => {
    const made = draft([hole(1, 'Xã', 'place', { section: 'A > Nơi đăng ký khai sinh' }), hole(2, 'Huyện', 'address', { section: 'A' }), hole(3, 'Tỉnh', 'address', { section: 'A' }), hole(4, 'Họ tên', 'name', { section: 'A' })])
    expect(kinds(made)).toMatchObject({ '/a/noiDangKyKhaiSinh': 'address', '/a/hoTen': 'person-name' })
    expect(made.map.holes.slice(0, 3)).toMatchObject([{ as: 'commune' }, { none: expect.stringContaining('01/7/2025') }, { as: 'province' }])
  })
  it('owes nobody the opinion of somebody else', () => {
    const { schema } = draft([hole(1, 'Họ tên', 'name', { section: 'Người khai' }), hole(2, 'Ý kiến của chủ hộ', 'longText', { section: 'Ý kiến của chủ hộ' }), hole(3, 'Số định danh cá nhân', 'identityNumber', { section: 'Ý kiến của chủ hộ' })])
    expect(schema['required']).toEqual(['nguoiKhai', 'camDoan'])
  })
  it('takes the name of a person for one, whomever the person stands for', () => {
    expect(Object.values(kinds(draft([hole(1, 'Họ và tên người đại diện cơ quan', 'name'), hole(2, 'Tên tổ chức', 'name')])))).toEqual(['person-name', 'organisation', 'declaration'])
  })
  it('has enough examples that differ, though every question must be answered', () => {
    expect(draft([hole(1, 'Họ tên', 'name'), hole(2, 'Ngày sinh', 'date'), hole(3, 'Địa chỉ', 'address')]).examples.valid.length).toBeGreaterThanOrEqual(6)
  })
  it('makes a repeating group of a table of blank rows', () => {
    const repeat = 'Thành viên hộ gia đình'
    const made = draft([hole(1, 'Họ và tên', 'name', { repeat }), hole(2, 'Giới tính', 'sex', { repeat }), hole(3, 'Ghi chú', 'text', { repeat, optional: true })])
    expect(Object.entries(kinds(made)).filter(([pointer]) => pointer.includes('thanhVien'))).toEqual([
      ['/noiDungKhai/thanhVienHoGiaDinh', 'repeating-group'], ['/noiDungKhai/thanhVienHoGiaDinh/*/hoVaTen', 'person-name'],
      ['/noiDungKhai/thanhVienHoGiaDinh/*/gioiTinh', 'radios'], ['/noiDungKhai/thanhVienHoGiaDinh/*/ghiChu', 'text'],
    ])
    expect(errors(made)).toEqual([])
  })
  it('writes names in capitals where the form asks for it', () => {
    const made = draft([hole(1, 'Họ và tên (viết chữ in hoa)', 'name')])
    expect(answerOf(made, 1)).toMatchObject({ as: 'capitals' })
    expect(made.examples.valid[0]?.answers).toMatchObject({ hoVaTen: { hoVaTen: 'NGUYỄN VĂN BÌNH' } })
  })
  it('takes a date of which the form wants the year, or month and year, as it is known', () => {
    const monthAndYear = { places: [{ role: 'month', marks: [] }, { role: 'year', marks: [] }] } as const
    expect(Object.values(kinds(draft([hole(1, 'Năm sinh', 'date'), hole(2, 'Hưởng từ', 'date', monthAndYear), hole(3, 'Năm hoàn thành', 'year'), hole(4, 'Ngày cấp', 'issueDate')])))).toEqual(['partial-date', 'partial-date', 'partial-date', 'date', 'declaration'])
  })
  it('keeps codes as text and takes amounts as numbers', () => {
    expect(Object.values(kinds(draft([hole(1, 'Thửa đất số', 'number'), hole(2, 'Chiều cao công trình', 'number'), hole(3, 'Số tầng', 'quantity')])))).toEqual(['text', 'number', 'number', 'declaration'])
  })
  it('says in the help what the form\'s note says', () => {
    const { schema } = draft([hole(1, 'Nơi cư trú', 'address', { note: 2, hint: 'Ghi nơi thường trú; nếu không có thì nơi tạm trú' })])
    expect(Object(schema['properties']).noiCuTru.properties.noiCuTru.description).toMatch(/^Ghi nơi thường trú; nếu không có thì nơi tạm trú\. /)
  })
  it('asks for no photo: papers are handed in elsewhere', () => {
    expect(answerOf(draft([hole(1, 'Họ tên', 'name'), hole(2, 'Ảnh 4x6', 'file')]), 2)).toMatchObject({ none: expect.stringContaining('giấy tờ') })
  })
})

describe('a form that is out of the ordinary', () => {
  it.each(HOLE_KINDS.filter((kind) => kind !== 'file'))('a single hole of kind %s makes a draft that passes', (kind: HoleKind) => {
    const made = draft([hole(1, 'Nội dung', kind, { section: 'Phần I', options: ['Một', 'Hai'] })])
    expect(errors(made)).toEqual([])
    expect(made.examples.valid.length).toBeGreaterThan(0)
  })
  it('has 300 holes of one label, or of none', () => {
    const made = draft(Array.from({ length: 300 }, (_, i) => hole(i + 1, i % 2 === 0 ? '' : 'Số', 'text', { section: i < 150 ? 'Phần I' : '' })))
    expect(errors(made)).toEqual([])
    expect(new Set(made.map.holes.map((one) => ('answer' in one ? one.answer : ''))).size).toBe(300)
  })
  it.each(['constructor', '__proto__', 'toString', '1.2 (3)', '…', 'xem lại', 'Nộp', '<b>', 'A'.repeat(500)])('has a part and a label called %s', (word) => {
    const made = draft([hole(1, word, 'name', { section: word }), hole(2, word, 'text', { section: `${word} > ${word}`, repeat: word })])
    expect(errors(made)).toEqual([])
  })
  it('offers options that look alike, or one alone', () => {
    const made = draft([hole(1, 'Chọn', 'choice', { options: ['Có', 'có', 'Cò'] }), hole(2, 'Chọn', 'choices', { options: ['Có'] }), hole(3, 'Chọn', 'choice', { options: [] })])
    expect(errors(made)).toEqual([])
  })
})

describe('the record of a draft', () => {
  it('takes the title from the form and the agency from "Kính gửi", and leaves the rest to its author', () => {
    const form = { ...wordForm([hole(1, 'Họ tên', 'name')], 'TỜ KHAI ĐĂNG KÝ KHAI SINH'), notAsked: [{ text: 'Kính gửi: (1) Công an xã ……', why: 'agency' as const }] }
    const { record } = draftProcedure(form, { context, code: '1.234567' })
    expect(record).toMatchObject({ code: '1.234567', title: { vi: 'Đăng ký khai sinh' }, agency: { tier: 'police', title: { vi: 'Công an xã' } } })
    const left = lintProcedure(sourceOf(draftProcedure(form, { context, code: '1.234567' })), context).filter(({ severity }) => severity === 'warning').map(({ pointer }) => pointer)
    expect(left).toEqual(expect.arrayContaining(['/summary', '/legalBasis/0/number', '/channels/0/limits/0/basis', '/agency/title']))
  })
  it('has a placeholder for a code that the national catalogue cannot give, the same for the same title', () => {
    const code = draft([hole(1, 'A', 'text')], 'ĐƠN XIN PHÉP').record.code
    expect(code).toMatch(/^0\.\d{6}$/)
    expect(draft([hole(1, 'B', 'text')], 'Đơn xin phép').record.code).toBe(code)
    expect(draft([hole(1, 'B', 'text')], 'Đơn xin học').record.code).not.toBe(code)
  })
})

describe('proposals', () => {
  it('asks for a count behind a yes or no after a Yes alone, and tells the author so', () => {
    const section = 'Bản sao'
    const made = draft([hole(1, 'Đề nghị cấp bản sao', 'yesNo', { section }), hole(2, 'Số lượng', 'quantity', { section, optional: true })])
    expect(made.proposals.find(({ about }) => about === 'condition')).toMatchObject({ holes: [2], pointer: '/banSao/soLuong' })
    expect(Object(made.schema['properties']).banSao).toMatchObject({ then: { required: ['soLuong'] }, else: { properties: { soLuong: false } } })
    expect(errors(made)).toEqual([])
    expect(made.examples.valid.some(({ answers }) => Object(answers['banSao']).deNghiCapBanSao === true && Object(answers['banSao']).soLuong > 0)).toBe(true)
    const two = draft([hole(1, 'Bản sao', 'yesNo', { section }), hole(2, 'Số lượng', 'quantity', { section }), hole(3, 'Trích lục', 'yesNo', { section }), hole(4, 'Số bản', 'quantity', { section })])
    expect(Object(two.schema['properties']).banSao.allOf).toHaveLength(2)
    expect(errors(two)).toEqual([])
  })
  it('has the person declare what the form prints, and its own sentence where it prints none', () => {
    const said = (form: WordForm): unknown => Object(draftProcedure(form, { context }).schema['properties']).camDoan.properties.dongY.title
    expect(said({ ...wordForm([hole(1, 'Họ tên', 'name')]), pledge: 'Tôi cam đoan khai đúng.' })).toBe('Tôi cam đoan khai đúng.')
    expect(said(wordForm([hole(1, 'Họ tên', 'name')]))).toContain('cam đoan những nội dung khai trên đây')
  })
  it('says titles in a calm voice, and shortens a note of a page, telling the author', () => {
    const made = draft([hole(1, 'Ý KIẾN CỦA CHỦ HỘ', 'longText', { hint: 'Ghi rõ ý kiến. '.repeat(100) }), hole(2, 'Số CMND/CCCD', 'identityNumber')])
    const fields = Object(made.schema['properties']).noiDungKhai.properties
    expect(Object.values(fields).map((field) => Object(field).title)).toEqual(['Ý kiến của chủ hộ', 'Số CMND/CCCD'])
    expect(Object(Object.values(fields)[0]).description.length).toBeLessThan(1100)
    expect(made.proposals.filter(({ about }) => about === 'note').map(({ holes }) => holes)).toEqual([[1]])
  })
  it('asks for a title where a label says something only within its line', () => {
    const made = draft([hole(1, 'do', 'issuePlace'), hole(2, 'cấp ngày', 'issueDate')])
    expect(made.proposals.filter(({ about }) => about === 'label').map(({ pointer }) => pointer)).toEqual(['/noiDungKhai/do', '/noiDungKhai/capNgay'])
  })
  it('reads a case only out of a note that says that others are not asked', () => {
    const about = (hint: string): number => draft([hole(1, 'Nơi cư trú', 'address', { hint })]).proposals.filter((one) => one.about === 'condition').length
    expect([about('Chỉ ghi trong trường hợp không có số định danh'), about('Ghi nơi thường trú; trường hợp không có thì ghi nơi tạm trú')]).toEqual([1, 0])
  })
  it('names cases in notes, parts that nobody must fill in, doubtful kinds and missing English', () => {
    const made = draft([
      hole(1, 'Nơi cư trú', 'address', { section: 'Người mẹ', optional: true, hint: 'Chỉ ghi trong trường hợp không có số định danh' }),
      hole(2, 'Lý trình đường ngang', 'text', { section: 'Công trình', confidence: 0.3, reason: 'no word of the label is known' }),
    ])
    expect(made.proposals.map(({ about, pointer }) => `${about} ${pointer}`)).toEqual(expect.arrayContaining(
      ['condition /nguoiMe/noiCuTru', 'part /nguoiMe', 'doubt /congTrinh/lyTrinhDuongNgang', 'english /congTrinh/lyTrinhDuongNgang']))
  })
})
