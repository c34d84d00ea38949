import { fieldsByPointer } from '../../engine/all-fields.ts'
import { foldText } from '../../engine/fold.ts'
import type { Field, FormModel, Section } from '../../engine/form-model.ts'
import type { Answers, Json, JsonObject } from '../../engine/json.ts'
import { YEAR } from './field-schema.ts'

/** People that do not exist; each list holds one value a variant. */
const SAMPLES: Readonly<Record<string, readonly Json[]>> = {
  'person-name': ['Nguyễn Văn Bình', 'Trần Thị Hoa', "Y'Nuê Ê-ban"],
  organisation: ['Công ty TNHH Bình Minh', 'Hợp tác xã An Phú', 'Hộ kinh doanh Hoa Mai'],
  date: ['1990-01-30', '1994-09-02', '2001-12-15'],
  'partial-date': ['1990-01-30', '1994', '2001-12'],
  ethnicity: ['01', '02', '03'],
  country: ['VN', 'VN', 'LA'],
  'identity-number': ['001090012345', '001194012345', '066201012345'],
  'identity-document': [
    { type: 'can-cuoc', number: '001090012345', issuedOn: '2022-05-20', issuedBy: 'Bộ Công an' },
    { type: 'ho-chieu', number: 'C1234567', issuedOn: '2021-11-20', issuedBy: 'Cục Quản lý xuất nhập cảnh' },
    { type: 'khac', number: 'GCN 12/2024', issuedOn: '2024-02-29', issuedBy: 'Ủy ban nhân dân xã' },
  ],
  address: [{ province: '01', commune: '00004', detail: '12 phố Phan Đình Phùng' }, { province: '79', commune: '26882', detail: '5/2 Lê Đức Thọ' }, { province: '01', commune: '00004', detail: 'Tổ 3' }],
  phone: ['0912345678', '02438254321', '0559876543'],
  email: ['binh.nguyen@vidu.vn', 'hoa.tran@vidu.vn', 'y.nue@vidu.vn'],
  number: [24, 3, 120],
  money: [5_000_000, 125_000, 36_500_000],
  'tax-code': ['0100233488', '0314409058-002', '001089123500'],
  'yes-no': [true, false, true],
  declaration: [true, true, true],
  'long-text': ['Theo giấy tờ kèm theo.', 'Đề nghị xem xét, giải quyết.\nTrân trọng cảm ơn.', 'Không có ý kiến khác.'],
  text: ['Mẫu số 12/2024', 'Theo quy định', 'Bản thứ hai (2)'],
}

/** What a text is about, by its title: examples are read as well as tried. */
const TEXTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/quan he/, ['Cha đẻ', 'Mẹ đẻ', 'Anh ruột']],
  [/nghe nghiep|lam gi/, ['Giáo viên', 'Công nhân may', 'Nông dân']],
  [/chuc vu|chuc danh/, ['Giám đốc', 'Trưởng phòng Hành chính', 'Nhân viên']],
  [/^(noi cap|co quan cap|do)\b/, ['Bộ Công an', 'Cục Cảnh sát quản lý hành chính về trật tự xã hội', 'Công an tỉnh Đắk Lắk']],
  [/ton giao/, ['Không', 'Phật giáo', 'Tin Lành']],
  [/^ly do|nguyen nhan/, ['Bị mất', 'Hết hạn', 'Theo nhu cầu của gia đình']],
]

const YEARS = ['1990', '1994', '2001']

const textsFor = ({ kind, title, schema }: Field): readonly Json[] | undefined => {
  const words = foldText(title.vi)
  if (schema['pattern'] === YEAR) return YEARS
  return kind === 'text' ? TEXTS.find(([pattern]) => pattern.test(words))?.[1] : undefined
}

export const VARIANTS = 6

const PEOPLE = 3

const pick = <Thing>(list: readonly Thing[], variant: number): Thing | undefined => list[variant % list.length]

/** Each of the people first, then mixtures of them. */
const turnOf = ({ name }: Field, variant: number): number => (variant < PEOPLE ? variant : variant + name.length)

const withoutDetail = (field: Field, value: Json): Json => {
  if (field.kind !== 'address' || field.presentation['detail'] !== false) return value
  const { detail: _detail, ...rest } = value as JsonObject
  return rest
}

const capitals = (field: Field, value: Json): Json => (field.presentation['upperCase'] === true && typeof value === 'string' ? value.toLocaleUpperCase('vi') : value)

const chosen = (field: Field, variant: number): Json | undefined => {
  const value = pick(field.options ?? [], variant)?.value
  return field.kind === 'checkboxes' && value !== undefined ? [value] : value
}

const fieldsWanted = (fields: readonly Field[], all: boolean): readonly Field[] => (all ? fields : fields.filter(({ required }) => required))

const objectFor = (fields: readonly Field[], variant: number, all: boolean): JsonObject =>
  Object.fromEntries(fieldsWanted(fields, all).flatMap((field): [string, Json][] => { const value = sampleOf(field, variant, all); return value === undefined ? [] : [[field.name, value]] }))

const sampleOf = (field: Field, variant: number, all: boolean): Json | undefined => {
  if (field.kind === 'fieldset') return objectFor(field.children ?? [], variant, all)
  if (field.kind === 'repeating-group') return Array.from({ length: all ? (variant % PEOPLE) + 1 : 1 }, (_, row) => objectFor(field.children ?? [], variant + row, true))
  const turn = turnOf(field, variant)
  const listed = field.options ? chosen(field, turn) : pick(textsFor(field) ?? SAMPLES[field.kind] ?? [], turn)
  return listed === undefined ? undefined : capitals(field, withoutDetail(field, listed))
}

const isWanted = (form: FormModel, section: Section, all: boolean): boolean => all || (Array.isArray(form.schema['required']) && form.schema['required'].includes(section.name))

/** Answers to all questions of a form, or to the required ones alone. `variant` chooses among the made-up people. */
export const sampleAnswers = (form: FormModel, variant: number, all: boolean): Answers =>
  Object.fromEntries(form.sections.filter((section) => isWanted(form, section, all)).map((section): [string, Json] => [section.name, objectFor(section.fields, variant, all)]))

/** An answer to one question (or all of a page); undefined where the form has none at this pointer. */
export const sampleAt = (form: FormModel, pointer: string, variant: number): Json | undefined => {
  const field = fieldsByPointer(form).get(pointer.replace(/\/\d+(?=\/|$)/g, '/*'))
  const section = form.sections.find(({ name }) => `/${name}` === pointer)
  return field ? sampleOf(field, variant, false) : section && objectFor(section.fields, variant, false)
}

/** What somebody may type that the kind cannot take; undefined where the kind takes anything. */
export const WRONG_ANSWERS: Readonly<Record<string, Json>> = {
  'person-name': 'Nguyễn Văn 4n', date: '2024-02-30', 'partial-date': '13/2024', ethnicity: 'không có', country: 'không có', 'identity-number': '12345', 'identity-document': { type: 'ho-chieu' },
  address: { province: '01' }, phone: '0123456789', email: 'hoa.tran', number: 'mười hai', money: 'hai triệu', 'tax-code': '0100233480', 'yes-no': 'có lẽ', declaration: false,
  radios: 'không có', select: 'không có', checkboxes: ['không có'], organisation: 'A', text: '', 'long-text': '',
}
