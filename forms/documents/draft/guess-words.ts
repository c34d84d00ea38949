import type { Lang, Text } from '../../engine/json.ts'
import type { HoleKind } from '../hole.ts'
import { UNIT_BEHIND } from './units.ts'

/** The reader tells its reasons in English; `$1` is the word of the form that it names. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^label begins with '(.+)'$/u, 'nhãn bắt đầu bằng "$1"'], [/^label holds '(.+)'$/u, 'trong nhãn có "$1"'], [/^label ends with '(.+)'$/u, 'nhãn kết thúc bằng "$1"'],
  [/^label ends with the number of a paper$/, 'nhãn kết thúc bằng số của một giấy tờ'], [/^label names a currency$/, 'nhãn nêu đơn vị tiền'], [/^no known word in the label$/, 'nhãn không có từ nào quen thuộc'],
  [UNIT_BEHIND, 'sau chỗ trống in "$1"'], [/^printed as boxes or as room for an opinion$/, 'in thành ô đánh dấu, hoặc là chỗ ghi ý kiến'], [/^printed as day, month and year$/, 'in thành ngày, tháng, năm'],
  [/^printed as hours and minutes$/, 'in thành giờ, phút'], [/^its note asks for day and month$/, 'chú thích đòi ngày, tháng'], [/^spells out the sum before it$/, 'viết bằng chữ số tiền ở trước'], [/^spells out something$/, 'viết bằng chữ điều gì đó'],
  [/^(\d+) lines are printed for it$/, 'in $1 dòng cho câu này'], [/^part '(.*)'$/u, 'ở phần "$1"'], [/^column '(.*)'$/u, 'ở cột "$1"'], [/^asks for a name in the bracket behind it$/, 'ngoặc ở sau hỏi họ tên'], [/^known to the system$/, 'hệ thống biết'],
  [/^printed as month and year$/, 'in thành tháng, năm'], [/^half of the year is printed$/, 'mẫu in sẵn nửa đầu của năm'], [/^label says how a date is written$/, 'nhãn nói cách ghi ngày'], [/^a question to the person$/, 'một câu hỏi cho người khai'],
  [/^label asks how many so far$/, 'nhãn hỏi là lần thứ mấy'], [/^label ends with what somebody belongs to$/, 'nhãn kết thúc bằng nơi người đó thuộc về'], [/^asks what somebody is to something$/, 'hỏi người đó là gì đối với việc này'],
  [/^asks two data of different kinds$/, 'hỏi hai điều khác loại'], [/^asks for a sum in words$/, 'hỏi số tiền bằng chữ'], [/^spells out a number$/, 'viết bằng chữ một con số'],
  [/^a bound of no time$/, 'giới hạn không phải thời gian'], [/^a part of the number before it$/, 'một phần của con số ở trước'], [/^stands behind the day of a paper$/, 'đứng sau ngày của một giấy tờ'],
  [/^stands behind where a paper was given$/, 'đứng sau nơi cấp giấy tờ'], [/^its part is about bodies$/, 'phần này nói về cơ quan, tổ chức'],
  [/^a sentence about income$/, 'câu nói về thu nhập'], [/^label ends with a person$/, 'nhãn kết thúc bằng cách gọi một người'], [/^label ends with a body$/, 'nhãn kết thúc bằng tên gọi một cơ quan, tổ chức'], [/^asks from when and to when$/, 'hỏi từ ngày nào đến ngày nào'],
  [/^label asks how much$/, 'nhãn hỏi bao nhiêu'], [/^a bracket says yes or no$/, 'ngoặc ghi có hoặc không'], [/^a bracket lists what to choose from$/, 'ngoặc nêu các ý để chọn'],
  [/^stands below the kinds of papers$/, 'đứng dưới các loại giấy tờ để chọn'],
]

/** Why a hole was taken for its kind, in the reader's own words where no others are known. */
export const reasonText = (reason: string, lang: Lang): string => {
  const known = lang === 'vi' ? REASONS.find(([pattern]) => pattern.test(reason)) : undefined
  return known ? reason.replace(known[0], known[1]) : reason
}

const says = (vi: string, en: string): Text => ({ vi, en })

const KINDS: Readonly<Record<HoleKind, Text>> = {
  name: says('họ tên', 'name'), date: says('ngày', 'date'), year: says('năm', 'year'), dateInWords: says('ngày bằng chữ', 'date in words'), sex: says('giới tính', 'sex'), ethnicity: says('dân tộc', 'ethnic group'),
  nationality: says('quốc tịch', 'nationality'), religion: says('tôn giáo', 'religion'), identityNumber: says('số định danh', 'identity number'), identityDocument: says('giấy tờ tùy thân', 'identity document'),
  issueDate: says('ngày cấp', 'date of issue'), issuePlace: says('nơi cấp', 'issuing authority'), address: says('địa chỉ', 'address'), place: says('địa điểm', 'place'), phone: says('điện thoại', 'telephone'), email: says('thư điện tử', 'e-mail'),
  website: says('trang web', 'website'), number: says('con số', 'number'), quantity: says('số lượng', 'quantity'), area: says('diện tích', 'area'), money: says('số tiền', 'sum of money'), moneyInWords: says('số tiền bằng chữ', 'sum in words'),
  taxCode: says('mã số thuế', 'tax code'), organisation: says('tên tổ chức', 'organisation'), occupation: says('nghề nghiệp, chức vụ', 'occupation'), relation: says('quan hệ', 'relation'), documentNumber: says('số giấy tờ', 'number of a paper'),
  licencePlate: says('biển số', 'licence plate'), bankAccount: says('số tài khoản', 'bank account'), yesNo: says('có hoặc không', 'yes or no'), tick: says('ô đánh dấu', 'tick box'), choice: says('chọn một', 'choice'), choices: says('chọn nhiều', 'choices'),
  text: says('một dòng chữ', 'text'), longText: says('nhiều dòng chữ', 'long text'), file: says('tệp', 'file'),
}

/** A kind of hole in words. */
export const kindText = (kind: HoleKind, lang: Lang): string => KINDS[kind][lang]
