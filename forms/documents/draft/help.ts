import type { Text } from '../../engine/json.ts'
import type { Drafted } from './field-schema.ts'
import { helpByWords } from './help-by-words.ts'
import { asTitle } from './names.ts'
import type { Item } from './plan.ts'

const says = (vi: string, en: string): Text => ({ vi, en })

/** Help for each kind of field with an example, as TT 32/2017/TT-BTTTT asks; an author makes it fit the procedure. */
const HELP: Readonly<Record<string, Text>> = {
  'person-name': says('Ghi như trong giấy tờ, ví dụ Nguyễn Văn Bình.', 'As on the papers, for example Nguyễn Văn Bình.'),
  organisation: says('Ghi tên đầy đủ, ví dụ Công ty TNHH Bình Minh.', 'The full name, for example Công ty TNHH Bình Minh.'),
  date: says('Ngày, tháng, năm, ví dụ 30 1 1990.', 'Day, month and year, for example 30 1 1990.'),
  'partial-date': says('Ghi đủ ngày, tháng, năm nếu biết; chỉ biết năm thì chỉ ghi năm, ví dụ 1994.', 'Day, month and year if known; otherwise the year alone, for example 1994.'),
  radios: says('Chọn một ý.', 'Choose one.'),
  select: says('Chọn một dòng trong danh sách.', 'Choose one from the list.'),
  checkboxes: says('Đánh dấu vào ô nếu đúng với bạn.', 'Tick what applies to you.'),
  'yes-no': says('Chọn Có hoặc Không.', 'Choose Yes or No.'),
  ethnicity: says('Chọn dân tộc, ví dụ Kinh, Tày, Mông.', 'Choose the ethnic group, for example Kinh, Tày, Mông.'),
  country: says('Chọn nước, ví dụ Việt Nam.', 'Choose the country, for example Viet Nam.'),
  'identity-number': says('12 chữ số trên thẻ căn cước, ví dụ 001190012345.', 'The 12 digits on the identity card, for example 001190012345.'),
  'identity-document': says('Loại giấy tờ, số, ngày cấp và nơi cấp.', 'Kind of paper, its number, date and place of issue.'),
  address: says('Tỉnh, thành phố; xã, phường, đặc khu; rồi số nhà, đường. Ví dụ: số 12 phố Hàng Bài, phường Cửa Nam, Hà Nội.', 'Province; commune; then house number and street. For example: 12 Hang Bai Street, Cua Nam ward, Hanoi.'),
  phone: says('Ví dụ 0912 345 678.', 'For example 0912 345 678.'),
  email: says('Ví dụ hoa.tran@vidu.vn.', 'For example hoa.tran@vidu.vn.'),
  number: says('Ghi bằng chữ số, ví dụ 24.', 'In figures, for example 24.'),
  money: says('Ghi số tiền bằng đồng, ví dụ 5.000.000.', 'The amount in dong, for example 5,000,000.'),
  'tax-code': says('10 hoặc 13 chữ số, ví dụ 0100233488.', '10 or 13 digits, for example 0100233488.'),
  'long-text': says('Viết rõ ràng, đủ ý; có thể viết nhiều dòng.', 'Write it out in full; several lines are fine.'),
  text: says('Ghi như trong giấy tờ của bạn.', 'As on your papers.'),
}

const BY_HOLE: Readonly<Partial<Record<Item['kind'], Text>>> = {
  year: says('Ghi năm bằng bốn chữ số, ví dụ 1994.', 'The year in four digits, for example 1994.'),
  website: says('Ví dụ www.vidu.vn.', 'For example www.vidu.vn.'),
  relation: says('Ví dụ cha, mẹ, con, vợ, chồng.', 'For example father, mother, child, wife, husband.'),
  occupation: says('Ví dụ giáo viên, công nhân, nông dân.', 'For example teacher, worker, farmer.'),
  issuePlace: says('Cơ quan cấp giấy tờ, ví dụ Bộ Công an.', 'The authority that issued the paper, for example the Ministry of Public Security.'),
  documentNumber: says('Ghi số như in trên giấy tờ, ví dụ 123/2024.', 'As printed on the paper, for example 123/2024.'),
  licencePlate: says('Ví dụ 29A-123.45.', 'For example 29A-123.45.'),
  bankAccount: says('Ghi số tài khoản và tên ngân hàng.', 'The account number and the bank.'),
}

const COMMUNE = says('Tỉnh, thành phố; rồi xã, phường, đặc khu. Ví dụ: Hà Nội, phường Cửa Nam.', 'Province, then commune. For example: Hanoi, Cua Nam ward.')
const OLD_NUMBER = says('12 chữ số trên thẻ căn cước, ví dụ 001190012345; chưa có thẻ thì 9 chữ số của chứng minh nhân dân.', 'The 12 digits on the identity card, for example 001190012345; without one the 9 digits of the old card.')

/** As much as people read beside a question. Notes of whole paragraphs are for the author to shorten. */
const LONGEST = 1000

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST))}…`)

/** A label that is cut to a title is told in full. */
const cutLabel = ({ title, made, holes }: Item): string => { const label = holes[0]?.hole.label ?? ''; return made && asTitle(label).startsWith(title) ? label : '' }

const noteOf = (item: Item): string => item.holes.map(({ hole }) => hole.hint?.replace(/\s+/g, ' ').trim() ?? '').find((hint) => hint !== '') ?? cutLabel(item)

/** Has the form more to say of this question than its help can hold? */
export const isNoteCut = (item: Item): boolean => noteOf(item).length > LONGEST

/** What the form's own note says, then an example. The note is not translated: English help says what kind of answer is asked. */
export const helpFor = (item: Item, { inputType, presentation }: Pick<Drafted, 'inputType' | 'presentation'>): Text => {
  const special = presentation?.['detail'] === false ? COMMUNE : presentation?.['oldNumber'] === true ? OLD_NUMBER : helpByWords(item.title, inputType)
  const general = special ?? BY_HOLE[item.kind] ?? HELP[inputType] ?? HELP['text'] ?? says(item.title, item.title)
  const note = noteOf(item)
  return note === '' ? general : { vi: `${cut(note).replace(/[.;:,]?$/, '.')} ${general.vi}`, en: general.en }
}
