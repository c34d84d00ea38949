import { compileTemplate } from '../../../forms/documents/fill/compile-template.ts'
import type { Template } from '../../../forms/documents/fill/template.ts'
import type { Hole, HoleKind, WordForm } from '../../../forms/documents/hole.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import type { Field } from '../../../forms/engine/form-model.ts'
import type { Answers, FormModel, Json } from '../../../forms/index.ts'
import { field, modelOf } from '../fill/hand-form.ts'

const ADDRESS = 'Số 12 phố Phan Đình Phùng, Phường Ba Đình, Thành phố Hà Nội'

/** What a person who does not exist might answer, by kind of hole. */
const ANSWERS: Partial<Record<HoleKind, Json>> = {
  name: 'Nguyễn Thị Bích Ngọc', date: '1990-01-30', issueDate: '2022-05-20', dateInWords: '1990-01-30', year: '1990', sex: 'Nữ', ethnicity: 'Kinh', nationality: 'Việt Nam', identityNumber: '001190012345',
  identityDocument: 'Thẻ căn cước số 001190012345, cấp ngày 20/05/2022, do Bộ Công an cấp', issuePlace: 'Bộ Công an', address: ADDRESS, place: 'Bệnh viện Phụ sản Hà Nội', phone: '0912 345 678', email: 'ngoc.nguyen@vidu.vn',
  quantity: '03', area: '120,5', money: '36.500.000', organisation: 'Công ty TNHH Bình Minh', occupation: 'Giáo viên', relation: 'Mẹ đẻ', documentNumber: 'BA 123456',
  longText: 'Gia đình chuyển nơi ở theo công việc nên xin thay đổi thông tin, kính đề nghị cơ quan xem xét, giải quyết theo quy định.',
}

const optionsOf = ({ places }: Hole): readonly string[] => places.flatMap(({ role, option }) => (role === 'option' ? [option ?? ''] : []))

const kindFor = (hole: Hole): string => {
  if (hole.kind === 'yesNo' || hole.kind === 'tick') return 'yes-no'
  if (optionsOf(hole).length > 0) return hole.kind === 'choices' ? 'checkboxes' : 'radios'
  return ['date', 'issueDate', 'dateInWords'].includes(hole.kind) ? 'partial-date' : 'text'
}

const pointerFor = (hole: Hole): string => (hole.repeat === null ? `/s/h${hole.n}` : `/s/rows/*/h${hole.n}`)

const fieldFor = (hole: Hole): Field => field(pointerFor(hole), kindFor(hole), optionsOf(hole).length > 0 ? { options: optionsOf(hole).map((vi) => ({ value: vi, title: { vi, en: vi } })) } : {})

const answerFor = (hole: Hole): Json => {
  const kind = kindFor(hole)
  const [option = ''] = optionsOf(hole)
  if (kind === 'yes-no') return true
  return kind === 'checkboxes' ? [option] : kind === 'radios' ? option : ANSWERS[hole.kind] ?? 'Theo giấy tờ kèm theo'
}

const answersFor = (holes: readonly Hole[]) => Object.fromEntries(holes.map((hole) => [`h${hole.n}`, answerFor(hole)]))

export type Trial = { readonly docx: Uint8Array; readonly word: WordForm; readonly template: Template; readonly form: FormModel; readonly answers: Answers }

/** A Word form, read, with a field for each hole and an answer for each field; tables have `rows` rows. */
export const trialOf = (docx: Uint8Array, rows = 4): Trial => {
  const word = readForm(docx)
  const map = { unprinted: [], holes: word.holes.map((hole) => ({ n: hole.n, label: hole.label, answer: pointerFor(hole) })) }
  const [single, repeated] = [word.holes.filter(({ repeat }) => repeat === null), word.holes.filter(({ repeat }) => repeat !== null)]
  return {
    docx, word, template: JSON.parse(JSON.stringify(compileTemplate({ docx, form: word, map }))), form: modelOf(word.holes.map(fieldFor)),
    answers: { s: { ...answersFor(single), ...(repeated.length > 0 ? { rows: Array.from({ length: rows }, () => answersFor(repeated)) } : {}) } },
  }
}
