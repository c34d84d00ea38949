import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { compileForm } from '../../../forms/compile/index.ts'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole, HoleKind } from '../../../forms/documents/hole.ts'
import { HOLE_KINDS } from '../../../forms/documents/hole.ts'
import { fieldsByPointer } from '../../../forms/engine/all-fields.ts'
import { context } from '../../forms/engine/world.ts'
import { prune } from '../../../forms/engine/prune.ts'
import type { Answers } from '../../../forms/engine/json.ts'
import { trialOf } from '../../../forms/documents/draft/draft-examples.ts'
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
    expect(made.schema).toMatchObject({ properties: { a: { properties: { noiDangKyKhaiSinh: { 'x-jsf-presentation': { inputType: 'address', detail: false } } } } } })
  })
  it('asks of two plots that the form prints alike', () => {
    const made = draft([hole(1, 'Tờ bản đồ số', 'number'), hole(2, 'Thửa đất liền kề số', 'number'), hole(3, 'tờ bản đồ số', 'number')])
    expect(new Set(made.map.holes.map((one) => ('answer' in one ? one.answer : ''))).size).toBe(3)
  })
  it('asks in the order of the paper, also around groups', () => {
    const made = draft([hole(1, 'Họ tên', 'name', { section: 'A' }), hole(2, 'Số tiền', 'money', { section: 'A > Trợ cấp' }), hole(3, 'Số con', 'quantity', { section: 'A' })])
    expect(Object.keys(Object(made.schema['properties']).a.properties)).toEqual(['hoTen', 'troCap', 'soCon'])
  })
  it('holds nobody to a tick, also in a row', () => {
    const made = draft([hole(1, 'Tên ngành', 'text', { repeat: 'Ngành' }), hole(2, 'Ngành chính', 'tick', { repeat: 'Ngành' }), hole(3, 'Không kinh doanh tại trụ sở', 'tick')])
    expect(made.schema).toMatchObject({ properties: { noiDungKhai: { required: ['nganh'], properties: { nganh: { items: { required: ['tenNganh'] } } } } } })
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
    expect(Object.values(kinds(draft([hole(1, 'Năm sinh', 'date'), hole(2, 'Hưởng từ', 'date', monthAndYear), hole(3, 'Năm hoàn thành', 'year'), hole(4, 'Ngày cấp', 'issueDate')])))).toEqual(['partial-date', 'partial-date', 'text', 'date', 'declaration'])
  })
  it('asks for a year alone where the paper has no room for more', () => {
    const { form, issuesOf } = trialOf(compileForm(draft([hole(1, 'Năm hoàn thành', 'year')]).schema), context)
    const answers = (namHoanThanh: string): Answers => ({ namHoanThanh: { namHoanThanh }, camDoan: { dongY: true } })
    expect(form.sections[0]?.fields[0]?.title.vi).toBe('Năm hoàn thành')
    expect(issuesOf(answers('1994'))).toEqual([])
    expect(issuesOf(answers('94'))).toMatchObject([{ pointer: '/namHoanThanh/namHoanThanh', text: { vi: 'Ghi năm bằng bốn chữ số, ví dụ 1994.' } }])
  })
  it('keeps codes as text and takes amounts as numbers', () => {
    expect(Object.values(kinds(draft([hole(1, 'Thửa đất số', 'number'), hole(2, 'Chiều cao công trình', 'number'), hole(3, 'Số tầng', 'quantity')])))).toEqual(['text', 'number', 'number', 'declaration'])
  })
  it('says in the help what the form\'s note says', () => {
    const { schema } = draft([hole(1, 'Nơi cư trú', 'address', { note: 2, hint: 'Ghi nơi thường trú; nếu không có thì nơi tạm trú' })])
    expect(Object(schema['properties']).noiCuTru.properties.noiCuTru.description).toMatch(/^Ghi nơi thường trú; nếu không có thì nơi tạm trú\. /)
  })
  it('speaks of no house number where none is asked, and of positions where one is', () => {
    const made = draft([hole(1, 'Quê quán', 'place'), hole(2, 'Nơi cư trú', 'address'), hole(3, 'Chức vụ', 'occupation')])
    const help = Object.values(Object(made.schema['properties']).noiDungKhai.properties).map((field) => Object(field).description)
    expect(help).toEqual([expect.not.stringContaining('số nhà'), expect.stringContaining('số nhà'), expect.stringMatching(/giám đốc/i)])
  })
  it('takes no label in capitals for a title as it stands, nor an abbreviation for words', () => {
    const made = draft([hole(1, 'Ý KIẾN CỦA CHỦ HỘ', 'longText'), hole(2, 'GIẤY CMND SỐ', 'text')])
    expect(Object.values(Object(made.schema['properties']).noiDungKhai.properties).map((field) => Object(field).title)).toEqual(['Ý kiến của chủ hộ', 'Giấy CMND số'])
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

describe('conditions that the form says itself', () => {
  const codes = (made: Draft, answers: object): readonly string[] => {
    const { form, issuesOf } = trialOf(compileForm(made.schema), context)
    return issuesOf(prune(form, { ...made.examples.valid[0]?.answers, noiDungKhai: answers } as Answers)).map(({ code, pointer }) => `${pointer} ${code}`)
  }
  const left = (made: Draft, answers: object): unknown => Object(prune(compileForm(made.schema), { noiDungKhai: answers } as Answers)['noiDungKhai'])
  it('asks for a count after a Yes alone, and then requires it', () => {
    const made = draft([hole(1, 'Đề nghị cấp bản sao', 'yesNo'), hole(2, 'Số lượng', 'quantity', { optional: true })])
    expect(errors(made)).toEqual([])
    expect(codes(made, { deNghiCapBanSao: true })).toEqual([expect.stringContaining('/noiDungKhai/soLuong')])
    expect(codes(made, { deNghiCapBanSao: false })).toEqual([])
    expect(left(made, { deNghiCapBanSao: false, soLuong: 3 })).toEqual({ deNghiCapBanSao: false })
  })
  it('asks what begins with "Nếu có" after a Yes, with "Nếu không" after a No', () => {
    const made = draft([hole(1, 'Có tham gia làm việc không?', 'yesNo'), hole(2, 'Nếu có thì đang làm gì', 'text', { optional: true }), hole(3, 'Nếu không thì ghi lý do', 'text')])
    expect(errors(made)).toEqual([])
    const answers = { neuCoThiDangLamGi: 'x', neuKhongThiGhiLyDo: 'y' }
    expect(left(made, { coThamGiaLamViecKhong: true, ...answers })).toEqual({ coThamGiaLamViecKhong: true, neuCoThiDangLamGi: 'x' })
    expect(left(made, { coThamGiaLamViecKhong: false, ...answers })).toEqual({ coThamGiaLamViecKhong: false, neuKhongThiGhiLyDo: 'y' })
    expect(codes(made, { coThamGiaLamViecKhong: true })).toEqual([expect.stringContaining('/noiDungKhai/neuCoThiDangLamGi')])
  })
  it('asks what stands behind a box where it is ticked', () => {
    const made = draft([
      hole(1, 'Tình trạng đi học', 'choice', { section: 'Nội dung khai', options: ['Chưa đi học', 'Đã nghỉ học'] }),
      hole(2, 'Lý do', 'text', { section: 'Nội dung khai > Tình trạng đi học > Chưa đi học' }), hole(3, 'Lý do', 'text', { section: 'Nội dung khai > Tình trạng đi học > Đã nghỉ học' }),
    ])
    expect(errors(made)).toEqual([])
    const answers = { lyDoChuaDiHoc: 'x', lyDoDaNghiHoc: 'y' }
    expect(left(made, { tinhTrangDiHoc: 'da-nghi-hoc', ...answers })).toEqual({ tinhTrangDiHoc: 'da-nghi-hoc', lyDoDaNghiHoc: 'y' })
  })
})

describe('proposals', () => {
  it('tells of the conditions that the draft has already, and asks about none of them again', () => {
    const made = draft([hole(1, 'Đang đi làm?', 'yesNo'), hole(2, 'Nếu không thì ghi lý do', 'text', { optional: true })])
    expect(made.proposals.filter(({ about }) => about === 'condition')).toMatchObject([{ holes: [2], pointer: '/noiDungKhai/neuKhongThiGhiLyDo', text: { en: expect.stringContaining('only after No') } }])
  })
  it('shortens a note of a page, and tells the author so', () => {
    const made = draft([hole(1, 'Ý KIẾN CỦA CHỦ HỘ', 'longText', { hint: 'Ghi rõ ý kiến. '.repeat(100) }), hole(2, 'Lý do', 'text')])
    expect(Object(made.schema['properties']).noiDungKhai.properties.yKienCuaChuHo).toMatchObject({ title: 'Ý kiến của chủ hộ', description: expect.stringMatching(/^.{900,1100}$/s) })
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
