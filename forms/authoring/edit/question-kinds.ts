import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { inBoth } from '../../documents/draft/english.ts'
import { pageSlug } from '../../documents/draft/names.ts'
import { inputTypeOf, titleOf } from './form-nodes.ts'
import { says } from './work.ts'

/** Kinds of question in an author's words, those that most forms need first. */
export const QUESTION_KINDS: Readonly<Record<string, Text>> = {
  text: says('Chữ, một dòng', 'Text, one line'), 'long-text': says('Chữ, nhiều dòng', 'Text, several lines'),
  'person-name': says('Họ tên người', 'Name of a person'), organisation: says('Tên cơ quan, tổ chức', 'Name of a body'),
  date: says('Ngày, tháng, năm', 'Date'), 'partial-date': says('Ngày có thể chỉ biết năm', 'Date that may be known in part'),
  radios: says('Chọn một ý', 'Choose one'), select: says('Chọn một trong danh sách dài', 'Choose one of a long list'),
  checkboxes: says('Đánh dấu một hay nhiều ô', 'Tick one or more boxes'), 'yes-no': says('Có hoặc Không', 'Yes or no'),
  number: says('Con số', 'Number'), money: says('Số tiền', 'Sum of money'),
  'identity-number': says('Số định danh cá nhân', 'Personal identification number'), 'identity-document': says('Giấy tờ tùy thân (loại, số, ngày và nơi cấp)', 'Identity document (kind, number, date, issuer)'),
  passport: says('Hộ chiếu', 'Passport'), 'tax-code': says('Mã số thuế', 'Tax code'), phone: says('Số điện thoại', 'Telephone'), email: says('Thư điện tử', 'E-mail'),
  address: says('Địa chỉ', 'Address'), country: says('Nước, quốc tịch', 'Country, nationality'), ethnicity: says('Dân tộc', 'Ethnic group'),
}

const LISTED = ['radios', 'select', 'checkboxes']
/** Is it answered by choosing from what the author lists? */
export const isListed = (kind: string): boolean => LISTED.includes(kind)
export const FEWEST_OPTIONS: Readonly<Record<string, number>> = { radios: 2, select: 2, checkboxes: 1 }

const listIn = (node: JsonObject): Json | undefined => (isObject(node['items']) ? node['items']['oneOf'] : node['oneOf'])

/** What can be chosen, as the schema lists it: `const`, `title`, `x-dvc-en`. */
export const optionsOf = (node: JsonObject): readonly JsonObject[] => { const list = listIn(node); return Array.isArray(list) ? list.filter(isObject) : [] }

const calledSo = (options: readonly JsonObject[], { vi }: Text): JsonObject | undefined => options.find((one) => titleOf(one).vi === vi)

/** An option that keeps its words keeps its value, and so does one whose words alone were mended: answers and conditions name it. */
const sameOption = (options: readonly Text[], at: number, before: readonly JsonObject[]): JsonObject | undefined => {
  const [option, old] = [options[at], before[at]]
  const isMended = old !== undefined && before.length === options.length && !options.some(({ vi }) => vi === titleOf(old).vi)
  return (option && calledSo(before, option)) ?? (isMended ? old : undefined)
}

const optionList = (options: readonly Text[], before: readonly JsonObject[]): Json[] => {
  const taken = new Set(before.map((one) => String(one['const'])))
  return options.map((option, i) => {
    const value = sameOption(options, i, before)?.['const'] ?? pageSlug(option.vi, taken)
    taken.add(String(value))
    return { const: value, title: option.vi, 'x-dvc-en': { title: option.en || inBoth(option.vi).en } }
  })
}

const LINE = 300
const SCHEMAS: Readonly<Record<string, JsonObject>> = { text: { maxLength: LINE }, 'long-text': { maxLength: 2000 }, number: { type: 'number', minimum: 0 } }

/** Keywords of a question of this kind, `options` where it is chosen from a list; `before`: the question as it was. */
export const schemaOfKind = (kind: string, options: readonly Text[], before: JsonObject): JsonObject => {
  const list = isListed(kind) ? optionList(options, optionsOf(before)) : []
  if (kind === 'checkboxes') return { type: 'array', items: { oneOf: list } }
  return isListed(kind) ? { oneOf: list } : SCHEMAS[kind] ?? {}
}

/** The same question with another list to choose from; all else that it says stays. */
export const withOptions = (node: JsonObject, options: readonly Text[]): JsonObject => {
  const list = optionList(options, optionsOf(node))
  return isObject(node['items']) ? { ...node, items: { ...node['items'], oneOf: list } } : { ...node, oneOf: list }
}

/** May its kind be changed here? What computes, declares or takes files is written by hand. */
export const isOffered = (node: JsonObject): boolean => Object.hasOwn(QUESTION_KINDS, inputTypeOf(node))
