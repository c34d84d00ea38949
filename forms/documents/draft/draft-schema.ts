import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { inBoth } from './english.ts'
import { draftField } from './field-schema.ts'
import { helpFor } from './help.ts'
import { RECEIVER, RECEIVER_PAGE } from './receiver.ts'
import { casesAmong, pageCases, type Case, type PageCase } from './cases.ts'
import { isOptional, type Group, type Item, type Node, type Page, type Plan, type Rows } from './plan.ts'

const MOST_ROWS = 50

const titled = (title: Text): JsonObject => ({ title: title.vi, 'x-dvc-en': { title: title.en } })

/** `mismatch`: what to do where the pattern is not met. */
const explained = (title: Text, help: Text, mismatch?: Text): JsonObject => ({
  title: title.vi, description: help.vi, ...(mismatch && { 'x-jsf-errorMessage': { pattern: mismatch.vi } }),
  'x-dvc-en': { title: title.en, description: help.en, ...(mismatch && { errorMessage: { pattern: mismatch.en } }) },
})

const headed = ({ title, said }: { readonly title: string; readonly said?: string }): JsonObject => (said === undefined ? titled(inBoth(title)) : explained(inBoth(title), inBoth(said)))

const itemSchema = (item: Item): JsonObject => {
  const drafted = draftField(item)
  const { inputType, presentation, schema, mismatch } = drafted
  return { ...explained(inBoth(item.title), helpFor(item, drafted), mismatch), 'x-jsf-presentation': { inputType, ...presentation }, ...schema }
}

/** Things that hang on the same answer share one condition. */
const conditionOf = (answered: JsonObject, cases: readonly { readonly name: string; readonly required: boolean }[]): JsonObject => {
  const required = cases.filter((one) => one.required).map(({ name }) => name)
  return { if: answered, then: { required }, else: { properties: Object.fromEntries(cases.map(({ name }): [string, Json] => [name, false])) } }
}

/** One condition stands in the object itself, as an author would write it. */
const joined = (conditions: readonly JsonObject[]): JsonObject => (conditions.length > 1 ? { allOf: [...conditions] } : conditions[0] ?? {})

const isAnswered = ({ asked, answer }: Case): JsonObject => ({ required: [asked.name], properties: { [asked.name]: { const: answer } } })

const conditionsOf = (cases: readonly Case[]): JsonObject => {
  const answered = [...new Map(cases.map((one) => [JSON.stringify(isAnswered(one)), isAnswered(one)]))]
  return joined(answered.map(([key, answer]) => conditionOf(answer, cases.filter((one) => JSON.stringify(isAnswered(one)) === key).map(({ node, required }) => ({ name: node.name, required })))))
}

const objectOf = (nodes: readonly Node[]): JsonObject => {
  const cases = casesAmong(nodes)
  const required = nodes.filter((node) => !isOptional(node) && !cases.some((one) => one.node === node)).map(({ name }) => name)
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(nodes.map((node): [string, Json] => [node.name, schemaOf(node)])), ...conditionsOf(cases) }
}

const rowsSchema = (rows: Rows): JsonObject => ({
  ...titled(inBoth(rows.title)),
  'x-jsf-presentation': { inputType: 'repeating-group' },
  type: 'array',
  items: objectOf(rows.items),
  ...(isOptional(rows) ? {} : { minItems: 1 }),
  maxItems: Math.max(MOST_ROWS, rows.printed),
})

const groupSchema = (group: Group): JsonObject => ({ ...headed(group), 'x-jsf-presentation': { inputType: 'fieldset' }, ...objectOf(group.nodes) })

const schemaOf = (node: Node): JsonObject => (node.node === 'item' ? itemSchema(node) : node.node === 'rows' ? rowsSchema(node) : groupSchema(node))

const pageSchema = (page: Page): JsonObject => ({ ...headed(page), 'x-jsf-presentation': { inputType: 'fieldset', slug: page.slug }, ...objectOf(page.nodes) })

const PLEDGE = {
  vi: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.',
  en: 'I declare that what is stated above is true, and I am responsible for it before the law.',
}
const PLEDGE_HELP = { vi: 'Đọc lời cam đoan rồi đánh dấu vào ô.', en: 'Read the declaration, then tick the box.' }

/** What stands online where the paper is signed: the form's own words, where it prints some. */
const declaration = (pledge: string | undefined): JsonObject => ({
  ...titled({ vi: 'Cam đoan', en: 'Declaration' }),
  'x-jsf-presentation': { inputType: 'fieldset', slug: 'cam-doan' },
  type: 'object', required: ['dongY'],
  properties: { dongY: { ...explained({ ...PLEDGE, ...(pledge !== undefined && { vi: pledge }) }, PLEDGE_HELP), 'x-jsf-presentation': { inputType: 'declaration' } } },
})

const isOwedPage = ({ nodes }: Page): boolean => !nodes.every(isOptional)

const pageCondition = ({ from, asked, answer, page }: PageCase): JsonObject =>
  conditionOf({ required: [from.name], properties: { [from.name]: { required: [asked.name], properties: { [asked.name]: { const: answer } } } } }, [{ name: page.name, required: isOwedPage(page) }])

/** form.schema.json of a plan: one top-level object a page, who receives first, the declaration last. */
export const draftSchema = (plan: Plan, title: Text, pledge?: string): JsonObject => {
  const cases = pageCases(plan.pages)
  const always = plan.pages.filter((page) => isOwedPage(page) && !cases.some((one) => one.page === page))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...titled(title),
    type: 'object',
    required: [...(plan.asksReceiver ? [RECEIVER_PAGE.name] : []), ...always.map(({ name }) => name), 'camDoan'],
    properties: { ...(plan.asksReceiver ? { [RECEIVER_PAGE.name]: RECEIVER } : {}), ...Object.fromEntries(plan.pages.map((page): [string, Json] => [page.name, pageSchema(page)])), camDoan: declaration(pledge) },
    ...joined(cases.map(pageCondition)),
  }
}
