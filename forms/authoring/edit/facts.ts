import type { JsonObject, Text } from '../../engine/json.ts'
import { isObject, valueAt } from '../../engine/pointer.ts'
import { says } from './work.ts'

/**
 * One thing that procedure.json says, as an author fills it in.
 * `text`: in both languages; `line`: in one; `lines`: several texts, one a line; `pairs`: number and name of documents, one a line;
 * `choice`: one of a few; `number`: empty is null.
 */
export type Fact = {
  readonly fact: 'text' | 'line' | 'lines' | 'pairs' | 'choice' | 'number'
  readonly pointer: string
  readonly title: Text
  readonly choices?: Readonly<Record<string, Text>>
  readonly owed?: boolean
  readonly long?: boolean
}
export type FactGroup = { readonly title: Text; readonly facts: readonly Fact[] }

const TIERS = { commune: says('Xã, phường, đặc khu', 'Commune'), province: says('Tỉnh, thành phố', 'Province'), ministry: says('Bộ, ngành', 'Ministry'), police: says('Công an', 'Police'), other: says('Khác', 'Other') }
const UNITS = { workingDays: says('ngày làm việc', 'working days'), days: says('ngày', 'days'), hours: says('giờ', 'hours'), months: says('tháng', 'months') }
const CHANNELS: Readonly<Record<string, Text>> = { online: says('Nộp trực tuyến', 'Online'), counter: says('Nộp trực tiếp', 'At the counter'), post: says('Nộp qua bưu chính', 'By post') }
const UPLOADS = { required: says('Bắt buộc tải lên', 'Has to be uploaded'), optional: says('Tải lên nếu có', 'Uploaded if there is one'), none: says('Không tải lên', 'Not uploaded') }

export const listAt = (record: JsonObject, pointer: string): readonly JsonObject[] => { const list = valueAt(record, pointer); return Array.isArray(list) ? list.filter(isObject) : [] }

const withCase = (rule: JsonObject, title: Text): Text => (isObject(rule['case']) ? says(`${title.vi} (${String(rule['case']['vi'])})`, `${title.en} (${String(rule['case']['en'])})`) : title)

const limitFacts = (rule: JsonObject, pointer: string): readonly Fact[] => [
  { fact: 'number', pointer: `${pointer}/amount`, owed: true, title: withCase(rule, says('Thời hạn giải quyết', 'Time limit')) },
  { fact: 'choice', pointer: `${pointer}/unit`, choices: UNITS, title: says('Tính bằng', 'Counted in') },
  { fact: 'text', pointer: `${pointer}/note`, title: says('Ghi chú về thời hạn', 'Note on the limit') },
  { fact: 'line', pointer: `${pointer}/basis`, title: says('Căn cứ của thời hạn', 'Legal basis of the limit') },
]

const feeFacts = (rule: JsonObject, pointer: string): readonly Fact[] => [
  { fact: 'number', pointer: `${pointer}/amount`, title: withCase(rule, says('Phí, lệ phí (đồng); 0 nếu miễn phí, để trống nếu do cấp tỉnh quy định', 'Fee (VND); 0 where free, empty where the province sets it')) },
  { fact: 'text', pointer: `${pointer}/note`, title: says('Ghi chú về phí', 'Note on the fee') },
  { fact: 'line', pointer: `${pointer}/basis`, title: says('Căn cứ của phí', 'Legal basis of the fee') },
]

const channelGroup = (record: JsonObject, channel: JsonObject, i: number): FactGroup => ({
  title: CHANNELS[String(channel['channel'])] ?? says('Cách nộp', 'Way'),
  facts: [
    ...listAt(record, `/channels/${i}/limits`).flatMap((rule, j) => limitFacts(rule, `/channels/${i}/limits/${j}`)),
    ...listAt(record, `/channels/${i}/fees`).flatMap((rule, j) => feeFacts(rule, `/channels/${i}/fees/${j}`)),
  ],
})

const paperFacts = (component: JsonObject, i: number): readonly Fact[] => (component['isForm'] === true ? [] : [
  { fact: 'text', pointer: `/components/${i}/title`, owed: true, title: says(`Giấy tờ ${i + 1}`, `Paper ${i + 1}`) },
  { fact: 'choice', pointer: `/components/${i}/upload`, choices: UPLOADS, title: says('Khi nộp trực tuyến', 'Online') },
])

/** All that an author fills in of a procedure, in the order of the posting. */
export const factGroups = (record: JsonObject): readonly FactGroup[] => [
  { title: says('Thủ tục', 'Procedure'), facts: [
    { fact: 'text', pointer: '/title', owed: true, title: says('Tên thủ tục', 'Name of the procedure') },
    { fact: 'text', pointer: '/summary', owed: true, long: true, title: says('Một câu: khi nào người dân cần', 'One sentence: when people need this') },
    { fact: 'text', pointer: '/field/title', owed: true, title: says('Lĩnh vực', 'Field') },
    { fact: 'text', pointer: '/agency/title', owed: true, title: says('Cơ quan thực hiện', 'Agency') },
    { fact: 'choice', pointer: '/agency/tier', choices: TIERS, title: says('Cấp', 'Tier') },
    { fact: 'line', pointer: '/decision', title: says('Số quyết định công bố', 'Number of the decision that published it') },
    { fact: 'lines', pointer: '/audience', owed: true, title: says('Ai được làm, mỗi đối tượng một dòng', 'Who may apply, one a line') },
    { fact: 'lines', pointer: '/steps', owed: true, title: says('Trình tự thực hiện, mỗi bước một dòng', 'Steps, one a line') },
    { fact: 'lines', pointer: '/requirements', title: says('Yêu cầu, điều kiện, mỗi điều một dòng', 'Requirements, one a line') },
    { fact: 'lines', pointer: '/results', owed: true, title: says('Kết quả, mỗi loại một dòng', 'Results, one a line') },
    { fact: 'pairs', pointer: '/legalBasis', owed: true, title: says('Căn cứ pháp lý, mỗi dòng: số hiệu | tên văn bản', 'Legal bases, one a line: number | name') },
  ] },
  ...listAt(record, '/channels').map((channel, i) => channelGroup(record, channel, i)),
  { title: says('Giấy tờ phải nộp', 'Papers'), facts: listAt(record, '/components').flatMap(paperFacts) },
]
