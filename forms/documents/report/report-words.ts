import type { Lang } from '../../engine/json.ts'
import type { NotAsked } from '../hole.ts'
import type { Proposal } from '../draft/proposal.ts'

type Words = {
  readonly title: string; readonly intro: string; readonly paper: string; readonly form: string; readonly proposals: string; readonly notAsked: string; readonly notUnderstood: string
  readonly none: string; readonly required: string; readonly optional: string; readonly rows: string; readonly holes: string; readonly why: string; readonly kind: string; readonly confidence: string; readonly answer: string; readonly unasked: string
  readonly toField: string; readonly toHole: string; readonly notShown: string
  readonly summary: (holes: number, fields: number, pages: number, proposals: number) => string
  readonly about: Readonly<Record<Proposal['about'], string>>
  readonly reasons: Readonly<Record<NotAsked['why'], string>>
}

export const REPORT_WORDS: Readonly<Record<Lang, Words>> = {
  vi: {
    title: 'Từ mẫu Word sang tờ khai', intro: 'Bên trái là chữ của mẫu, mỗi chỗ phải điền mang một số; bên phải là tờ khai được lập nháp. Mọi phỏng đoán đều ghi mức tin cậy và lý do. Hãy xem lại trước khi công bố.',
    paper: 'Mẫu Word', form: 'Tờ khai nháp', proposals: 'Cần bạn quyết định', notAsked: 'Không hỏi người dân', notUnderstood: 'Chưa hiểu', none: 'Không có.',
    required: 'bắt buộc', optional: 'không bắt buộc', rows: 'bảng, nhiều dòng', holes: 'Ô', why: 'Lý do', kind: 'Kiểu', confidence: 'tin cậy', answer: 'Câu trả lời', unasked: 'Ô để trống',
    toField: 'tới câu hỏi của ô', toHole: 'tới ô', notShown: 'Không hiển thị được chữ của mẫu.',
    summary: (holes, fields, pages, proposals) => `${holes} ô trên mẫu, ${fields} câu hỏi trong ${pages} phần, ${proposals} điều cần quyết định.`,
    about: { condition: 'Điều kiện', empty: 'Có thể nộp trống', others: 'Người khác ghi', part: 'Phần của một số trường hợp', english: 'Tiếng Anh', shared: 'Hỏi một lần', label: 'Đặt tên', named: 'Đã đặt tên', doubt: 'Chưa chắc', note: 'Hướng dẫn dài' },
    reasons: { agency: 'nơi nhận: hệ thống biết', placeAndDate: 'nơi và ngày làm đơn: hệ thống ghi', signature: 'chữ ký', officialUse: 'phần của cơ quan', letterhead: 'quốc hiệu, tiêu đề', instruction: 'hướng dẫn' },
  },
  en: {
    title: 'From the Word form to the online form', intro: 'On the left the text of the paper, each hole with its number; on the right the drafted form. Every guess says how sure it is, and why. Check it before you publish.',
    paper: 'Word form', form: 'Drafted form', proposals: 'For you to decide', notAsked: 'Not asked of the citizen', notUnderstood: 'Not understood', none: 'None.',
    required: 'required', optional: 'optional', rows: 'table, several rows', holes: 'Hole', why: 'Reason', kind: 'Kind', confidence: 'confidence', answer: 'Answer', unasked: 'Holes left empty',
    toField: 'to the question of hole', toHole: 'to hole', notShown: 'The text of the form cannot be shown.',
    summary: (holes, fields, pages, proposals) => `${holes} holes on paper, ${fields} questions in ${pages} parts, ${proposals} things to decide.`,
    about: { condition: 'Condition', empty: 'Nothing required', others: 'Written by others', part: 'Part for some cases', english: 'English', shared: 'Asked once', label: 'Needs a name', named: 'Named', doubt: 'In doubt', note: 'Long help' },
    reasons: { agency: 'addressee: the system knows it', placeAndDate: 'place and date: the system writes them', signature: 'signature', officialUse: 'for the office', letterhead: 'letterhead', instruction: 'instruction' },
  },
}
