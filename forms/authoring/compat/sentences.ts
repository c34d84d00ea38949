import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Json, JsonSchema, Lang, Text } from '../../engine/json.ts'
import { below, isObject } from '../../engine/pointer.ts'
import type { Change, ChangeName } from './change.ts'

/** `{from}` and `{to}` stand for what was and what is, `{keyword}` for the limit or rule. */
const SENTENCES: Readonly<Record<ChangeName, Text>> = {
  'form-removed': { vi: 'thủ tục không còn nộp trực tuyến', en: 'the procedure can no longer be applied for online' },
  'field-removed': { vi: 'không còn trường này', en: 'this field is gone' },
  'field-renamed': { vi: 'đổi tên thành {to}', en: 'is called {to} now' },
  'field-moved': { vi: 'chuyển sang {to}', en: 'is at {to} now' },
  'field-added': { vi: 'trường mới, không bắt buộc', en: 'a new field, which may be left out' },
  'required-field-added': { vi: 'trường mới, bắt buộc', en: 'a new field, which is required' },
  'section-moved': { vi: 'các phần đổi thứ tự: {from} → {to}', en: 'the sections come in another order: {from} → {to}' },
  'kind-changed': { vi: 'đổi loại trường: {from} → {to}', en: 'another kind of field: {from} → {to}' },
  'type-narrower': { vi: 'nhận ít kiểu dữ liệu hơn: {from} → {to}', en: 'takes fewer types: {from} → {to}' },
  'type-wider': { vi: 'có thể mang kiểu dữ liệu khác: {from} → {to}', en: 'may be of another type: {from} → {to}' },
  nullable: { vi: 'có thể là null', en: 'may be null' },
  required: { vi: 'trở thành bắt buộc', en: 'is required now' },
  optional: { vi: 'không còn bắt buộc, có thể vắng mặt', en: 'is no longer required: it may be absent' },
  hidden: { vi: 'không được hỏi nữa', en: 'is no longer asked' },
  shown: { vi: 'được hỏi thêm', en: 'is asked in more cases' },
  'option-removed': { vi: 'bỏ lựa chọn {from}', en: 'no longer takes {from}' },
  'option-added': { vi: 'thêm lựa chọn {to}', en: 'may be {to}' },
  'values-limited': { vi: 'chỉ còn nhận {to}', en: 'takes only {to}' },
  'values-open': { vi: 'không còn giới hạn trong {from}', en: 'is no longer one of {from}' },
  narrower: { vi: '{keyword} chặt hơn: {from} → {to}', en: '{keyword} is narrower: {from} → {to}' },
  wider: { vi: '{keyword} rộng hơn: {from} → {to}', en: '{keyword} is wider: {from} → {to}' },
  'format-changed': { vi: 'đổi định dạng: {from} → {to}', en: 'another format: {from} → {to}' },
  'constraint-added': { vi: 'thêm ràng buộc {keyword}', en: 'a new constraint, {keyword}' },
  'constraint-changed': { vi: 'ràng buộc {keyword} thay đổi', en: 'the constraint {keyword} is another' },
  'constraint-removed': { vi: 'bỏ ràng buộc {keyword}', en: 'the constraint {keyword} is gone' },
  'rule-added': { vi: 'thêm quy tắc {keyword}', en: 'a new rule, {keyword}' },
  'rule-changed': { vi: 'quy tắc {keyword} thay đổi', en: 'the rule {keyword} is another' },
  'rule-removed': { vi: 'bỏ quy tắc {keyword}', en: 'the rule {keyword} is gone' },
  'text-changed': { vi: 'đổi lời văn', en: 'other words' },
  'paper-removed': { vi: 'không còn nhận giấy tờ này', en: 'this paper is no longer taken' },
  'paper-added': { vi: 'giấy tờ mới, không bắt buộc', en: 'a new paper, which may be left out' },
  'required-paper-added': { vi: 'giấy tờ mới, bắt buộc', en: 'a new paper, which is required' },
}

const LONGEST = 120

const short = (value: Json | undefined): string => {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : canonicalJson(one))).join(', ') : canonicalJson(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** `{properties: {a: {const: 1}}, required: [a]}` -> '/a = 1'; undefined where it is more than such equations. */
const equations = (condition: JsonSchema, pointer = ''): readonly string[] | undefined => {
  const { properties, required: _required, type: _type, const: only, enum: listed, ...rest } = condition
  if (Object.keys(rest).length > 0) return undefined
  const own = only !== undefined ? [`${pointer} = ${short(only)}`] : Array.isArray(listed) ? [`${pointer} = ${listed.map(short).join(' | ')}`] : []
  const inner = Object.entries(isObject(properties) ? properties : {}).map(([name, one]) => (isObject(one) ? equations(one, below(pointer, name)) : undefined))
  return inner.includes(undefined) ? undefined : [...own, ...inner.flatMap((one) => one ?? [])]
}

const NOT: Text = { vi: 'không phải', en: 'not' }

const conditionIn = (condition: JsonSchema, lang: Lang): string => {
  const negated = isObject(condition['not']) && Object.keys(condition).length === 1 ? condition['not'] : undefined
  if (negated) return `${NOT[lang]} (${conditionIn(negated, lang)})`
  const said = equations(condition)
  return said && said.length > 0 ? said.join(', ') : short(condition)
}

const WHEN: Text = { vi: 'khi', en: 'when' }
const AND: Text = { vi: ' và ', en: ' and ' }

/** One change as a sentence: where, what, and under which conditions. */
export const tellChange = ({ pointer, change, when, keyword, from, to }: Change, lang: Lang): string => {
  const parts: Readonly<Record<string, string>> = { from: short(from), to: short(to), keyword: keyword ?? '' }
  const sentence = SENTENCES[change][lang].replace(/\{(\w+)\}/g, (_all, name: string) => parts[name] ?? '')
  const conditions = when ? `, ${WHEN[lang]} ${when.map((one) => conditionIn(one, lang)).join(AND[lang])}` : ''
  return `${pointer === '' ? '' : `${pointer}: `}${sentence}${conditions}`
}
