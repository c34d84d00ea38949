import type { JsonObject, Text } from '../../engine/json.ts'
import { isObject, valueAt } from '../../engine/pointer.ts'
import { choicesOfForm, sayChoice } from './conditions.ts'
import { says, type Work } from './work.ts'

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
/** `lists`: pointers of the limits and fees that it holds, to which a case can be added. */
export type FactGroup = { readonly title: Text; readonly facts: readonly Fact[]; readonly lists: readonly string[] }

const TIERS = { commune: says('Xã, phường, đặc khu', 'Commune'), province: says('Tỉnh, thành phố', 'Province'), ministry: says('Bộ, ngành', 'Ministry'), police: says('Công an', 'Police'), other: says('Khác', 'Other') }
const UNITS = { workingDays: says('ngày làm việc', 'working days'), days: says('ngày', 'days'), hours: says('giờ', 'hours'), months: says('tháng', 'months') }
const CHANNELS: Readonly<Record<string, Text>> = { online: says('Nộp trực tuyến', 'Online'), counter: says('Nộp trực tiếp', 'At the counter'), post: says('Nộp qua bưu chính', 'By post') }
const UPLOADS = { required: says('Bắt buộc tải lên', 'Has to be uploaded'), optional: says('Tải lên nếu có', 'Uploaded if there is one'), none: says('Không tải lên', 'Not uploaded') }

export const listAt = (record: JsonObject, pointer: string): readonly JsonObject[] => { const list = valueAt(record, pointer); return Array.isArray(list) ? list.filter(isObject) : [] }

const withCase = (rule: JsonObject, title: Text): Text => (isObject(rule['case']) ? says(`${title.vi} (${String(rule['case']['vi'])})`, `${title.en} (${String(rule['case']['en'])})`) : title)

type Choices = Readonly<Record<string, Text>>

/** Nobody can tell from the answers, for example, that a paper was lost. */
const ONLY_POSTED = says('Không thấy được qua câu trả lời: chỉ niêm yết', 'Cannot be told from the answers: only posted')
export const BY_HAND = 'byHand'
const HAND_WRITTEN = { [BY_HAND]: says('Giữ điều kiện đã viết tay', 'Keep the condition written by hand') }

/** On which answer something counts. */
const whenFact = (pointer: string, title: Text, otherwise: Text, { record, answers }: Known): Fact =>
  ({ fact: 'choice', pointer: `${pointer}/when`, title, choices: { '': otherwise, ...answers, ...(valueAt(record, `${pointer}/when`) === undefined ? {} : HAND_WRITTEN) } })

/** The posting, and the answers of the form that something in it can hang on. */
type Known = { readonly record: JsonObject; readonly answers: Choices }

/** A rule of some case: of which, and how it is known. The last of a list is for all others. */
const caseFacts = (pointer: string, isLast: boolean, known: Known): readonly Fact[] => (isLast ? [] : [
  { fact: 'text', pointer: `${pointer}/case`, title: says('Trường hợp', 'Case') },
  whenFact(pointer, says('Nhận biết trường hợp', 'How the case is told'), ONLY_POSTED, known),
])

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

type RuleFacts = (rule: JsonObject, pointer: string) => readonly Fact[]

const ruleFacts = (list: string, factsOf: RuleFacts, known: Known): readonly Fact[] => {
  const rules = listAt(known.record, list)
  return rules.flatMap((rule, j) => [...caseFacts(`${list}/${j}`, j === rules.length - 1, known), ...factsOf(rule, `${list}/${j}`)])
}

const channelGroup = (channel: JsonObject, i: number, known: Known): FactGroup => {
  const [limits, fees] = [`/channels/${i}/limits`, `/channels/${i}/fees`]
  return {
    title: CHANNELS[String(channel['channel'])] ?? says('Cách nộp', 'Way'), lists: [limits, fees].filter((list) => listAt(known.record, list).length > 0),
    facts: [...ruleFacts(limits, limitFacts, known), ...ruleFacts(fees, feeFacts, known)],
  }
}

const paperFacts = (component: JsonObject, i: number, known: Known): readonly Fact[] => (component['isForm'] === true ? [] : [
  { fact: 'text', pointer: `/components/${i}/title`, owed: true, title: says(`Giấy tờ ${i + 1}`, `Paper ${i + 1}`) },
  { fact: 'choice', pointer: `/components/${i}/upload`, choices: UPLOADS, title: says('Khi nộp trực tuyến', 'Online') },
  whenFact(`/components/${i}`, says('Ai phải nộp', 'Who has to'), says('Mọi hồ sơ', 'Everybody'), known),
])

const PROCEDURE_FACTS: readonly Fact[] = [
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
]

/** All that an author fills in of a procedure, in the order of the posting. */
export const factGroups = ({ record, schema }: Pick<Work, 'record' | 'schema'>): readonly FactGroup[] => {
  const known: Known = { record, answers: Object.fromEntries(choicesOfForm(schema).map((choice) => [choice.key, sayChoice(choice)])) }
  return [
    { title: says('Thủ tục', 'Procedure'), lists: [], facts: PROCEDURE_FACTS },
    ...listAt(record, '/channels').map((channel, i) => channelGroup(channel, i, known)),
    { title: says('Giấy tờ phải nộp', 'Papers'), lists: [], facts: listAt(record, '/components').flatMap((component, i) => paperFacts(component, i, known)) },
  ]
}
