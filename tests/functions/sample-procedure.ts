import type { ProcedureSource, SourceFile } from '../../forms/authoring/source.ts'
import { readCatalogueRecord } from '../../forms/catalogue/read-record.ts'
import type { Json, Text } from '../../forms/index.ts'
import { makeDocx, para, table } from '../documents/make-docx.ts'

/** Two procedures of our own, published through the same path as the real ones, so that these tests do not move with content. */
export const ONLINE = '9.000001'
export const POSTED = '9.000002'

const words = (vi: string, en: string): Text => ({ vi, en })
const titled = (vi: string, en: string, inputType: string, rest: { readonly [key: string]: Json } = {}): { [key: string]: Json } =>
  ({ title: vi, description: `Ghi ${vi.toLowerCase()}.`, 'x-dvc-en': { title: en, description: `Write ${en.toLowerCase()}.` }, 'x-jsf-presentation': { inputType }, ...rest })

const hasHelper: Json = { required: ['applicant'], properties: { applicant: { required: ['hasHelper'], properties: { hasHelper: { const: true } } } } }

const SCHEMA: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Đăng ký thử nghiệm', 'x-dvc-en': { title: 'Test registration' },
  type: 'object', required: ['applicant', 'pledge'],
  properties: {
    applicant: {
      title: 'Người yêu cầu', 'x-dvc-en': { title: 'Applicant' }, 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi-yeu-cau' },
      type: 'object', required: ['fullName', 'hasHelper'],
      properties: {
        fullName: titled('Họ, chữ đệm, tên', 'Full name', 'person-name'),
        note: titled('Ghi chú', 'Note', 'long-text', { maxLength: 15_000 }),
        hasHelper: titled('Có người giúp', 'Has a helper', 'yes-no', { type: 'boolean' }),
        helperName: titled('Tên người giúp', 'Name of the helper', 'person-name'),
      },
      if: { required: ['hasHelper'], properties: { hasHelper: { const: true } } },
      then: { required: ['helperName'] },
      else: { properties: { helperName: false } },
    },
    members: {
      title: 'Thành viên', 'x-dvc-en': { title: 'Members' }, 'x-jsf-presentation': { inputType: 'fieldset', slug: 'thanh-vien' },
      type: 'object',
      properties: {
        list: titled('Danh sách', 'List', 'repeating-group', {
          type: 'array', maxItems: 3,
          items: { type: 'object', required: ['name'], properties: { name: titled('Tên', 'Name', 'person-name') } },
        }),
      },
    },
    pledge: {
      title: 'Cam đoan', 'x-dvc-en': { title: 'Pledge' }, 'x-jsf-presentation': { inputType: 'fieldset', slug: 'cam-doan' },
      type: 'object', required: ['true'],
      properties: { true: titled('Tôi cam đoan lời khai là đúng', 'I declare that this is true', 'declaration', { const: true }) },
    },
  },
}

const FORM_COMPONENT: Json = { id: 'to-khai', title: words('Tờ khai', 'Form'), duty: 'submit', originals: 1, copies: 0, isForm: true }

const RECORD: { readonly [key: string]: Json } = {
  code: ONLINE, title: words('Đăng ký thử nghiệm', 'Test registration'), summary: words('Khi cần thử hệ thống.', 'When the system has to be tested.'), keywords: ['thử nghiệm'],
  field: { id: 'thu-nghiem', title: words('Thử nghiệm', 'Testing') }, agency: { tier: 'commune', title: words('Ủy ban nhân dân cấp xã', "Commune People's Committee") },
  audience: [words('Công dân', 'Citizens')], levels: [{ scheme: 'nd-42-2022', grade: 'toan-trinh' }], decision: '01/QĐ-THU', steps: [words('Nộp hồ sơ.', 'Submit.')],
  channels: [{ channel: 'online', limits: [{ amount: 3, unit: 'workingDays', basis: 'Điều 1' }], fees: [{ amount: 0, basis: 'Điều 2' }] }],
  components: [
    FORM_COMPONENT,
    { id: 'uy-quyen', title: words('Giấy ủy quyền', 'Authorisation'), duty: 'submit', originals: 1, copies: 0, when: hasHelper, upload: { required: true, accept: ['pdf', 'png'], maxBytes: 2_000_000, maxFiles: 2 } },
  ],
  requirements: [], results: [{ title: words('Giấy xác nhận', 'Certificate') }], legalBasis: [{ number: '01/2020/QH14', title: words('Luật thử nghiệm', 'Law on testing') }],
}

const valid: Json = [
  { name: 'plain', answers: { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } } },
]

const DOTS = '.'.repeat(70)

/** The agency's form, as small as one can be: two lines, a table, and the date. */
export const WORD_FORM = makeDocx([
  para('ĐƠN ĐĂNG KÝ THỬ NGHIỆM'), para(`Họ, chữ đệm, tên: ${DOTS}`), para(`Ghi chú: ${DOTS}`),
  table([['TT', 'Tên'], ['', ''], ['', '']]).replace('<w:tblPr/>', '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'),
  para('Hà Nội, ngày ..... tháng ..... năm 20.....'),
].join(''))

const MAP: Json = {
  holes: [
    { n: 1, label: 'Họ, chữ đệm, tên', answer: '/applicant/fullName' }, { n: 2, label: 'Ghi chú', answer: '/applicant/note' },
    { n: 3, label: 'Tên', answer: '/members/list/*/name' }, { n: 4, label: 'Ngày, tháng, năm', system: 'submittedOn' },
  ],
  unprinted: [
    { answer: '/applicant/hasHelper', why: 'Chỉ để hỏi tên người giúp.' }, { answer: '/applicant/helperName', why: 'Có trong giấy ủy quyền.' }, { answer: '/pledge', why: 'Mẫu in sẵn lời cam đoan.' },
  ],
}

const file = (name: string, value: Json): SourceFile => ({ file: name, state: 'read', value, text: JSON.stringify(value, null, 2) })
const missing = (name: string): SourceFile => ({ file: name, state: 'missing' })

/** The folder as it would be read; `title` makes another version of it. */
export const onlineSource = (title = 'Đăng ký thử nghiệm'): ProcedureSource => ({
  dir: ONLINE, record: file('procedure.json', { ...RECORD, title: words(title, 'Test registration') }), schema: file('form.schema.json', SCHEMA),
  examples: file('examples.json', { valid, invalid: [] }), wordMap: file('form.map.json', MAP), wordForm: WORD_FORM,
})

/** Posted at level 2: no form here. */
export const postedSource = (): ProcedureSource => ({
  dir: POSTED, record: file('procedure.json', { ...RECORD, code: POSTED, title: words('Cấp phép xem thôi', 'Posted only'), levels: [{ scheme: 'nd-43-2011', grade: 2 }], components: [FORM_COMPONENT] }),
  schema: missing('form.schema.json'), examples: missing('examples.json'), wordMap: missing('form.map.json'),
})

/** A procedure as `dvc import-catalogue` posts one: of a list, with its mark and its holes. */
export const listedSource = (code: string, title = 'Thủ tục trong danh sách'): ProcedureSource => {
  const { record } = readCatalogueRecord({
    ma_thu_tuc: code, ten_thu_tuc: title, cap_thuc_hien: 'Cấp tỉnh, Cấp xã', linh_vuc: 'Lĩnh vực thử', detail_url: 'https://example.vn/1',
    dia_chi_tiep_nhan: 'Số 1', doi_tuong_thuc_hien: 'Công dân Việt Nam', cach_thuc_thuc_hien: 'Trực tiếp5 NgàyMiễn phí', ket_qua_xu_ly: 'GiấyMã: KQ.G12.000327',
  }, 'list')
  return {
    dir: code, record: { file: 'procedure.json', state: 'read', value: record as unknown as Json, text: '' },
    schema: { file: 'form.schema.json', state: 'missing' }, examples: { file: 'examples.json', state: 'missing' }, wordMap: { file: 'form.map.json', state: 'missing' },
  }
}
