import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { conditionSchema, conditionsAmong } from './conditions.ts'
import { inBoth } from './english.ts'
import { draftField } from './field-schema.ts'
import { helpFor } from './help.ts'
import { RECEIVER, RECEIVER_PAGE } from './receiver.ts'
import { isOptional, type Group, type Item, type Node, type Page, type Plan, type Rows } from './plan.ts'

const MOST_ROWS = 50

const titled = (title: Text): JsonObject => ({ title: title.vi, 'x-dvc-en': { title: title.en } })

const explained = (title: Text, help: Text): JsonObject => ({ title: title.vi, description: help.vi, 'x-dvc-en': { title: title.en, description: help.en } })

const itemSchema = (item: Item): JsonObject => {
  const drafted = draftField(item)
  const { inputType, presentation, schema } = drafted
  return { ...explained(inBoth(item.title), helpFor(item, drafted)), 'x-jsf-presentation': { inputType, ...presentation }, ...schema }
}

const objectOf = (nodes: readonly Node[]): JsonObject => {
  const conditions = conditionsAmong(nodes)
  const required = nodes.filter((node) => !isOptional(node) && !conditions.some(({ then }) => then === node)).map(({ name }) => name)
  return {
    type: 'object', ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(nodes.map((node): [string, Json] => [node.name, schemaOf(node)])),
    ...(conditions.length > 0 ? { allOf: conditions.map(conditionSchema) } : {}),
  }
}

const rowsSchema = (rows: Rows): JsonObject => ({
  ...titled(inBoth(rows.title)),
  'x-jsf-presentation': { inputType: 'repeating-group' },
  type: 'array',
  items: objectOf(rows.items),
  ...(isOptional(rows) ? {} : { minItems: 1 }),
  maxItems: Math.max(MOST_ROWS, rows.printed),
})

const groupSchema = (group: Group): JsonObject => ({ ...titled(inBoth(group.title)), 'x-jsf-presentation': { inputType: 'fieldset' }, ...objectOf(group.nodes) })

const schemaOf = (node: Node): JsonObject => (node.node === 'item' ? itemSchema(node) : node.node === 'rows' ? rowsSchema(node) : groupSchema(node))

const pageSchema = ({ title, slug, nodes }: Page): JsonObject => ({ ...titled(inBoth(title)), 'x-jsf-presentation': { inputType: 'fieldset', slug }, ...objectOf(nodes) })

const PLEDGE = {
  vi: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.',
  en: 'I declare that what is stated above is true, and I am responsible for it before the law.',
}
const PLEDGE_HELP = { vi: 'Đọc lời cam đoan rồi đánh dấu vào ô.', en: 'Read the declaration, then tick the box.' }

/** What stands online where the paper is signed: the form's own words where it has any. */
const declaration = (pledge: string | undefined): JsonObject => ({
  ...titled({ vi: 'Cam đoan', en: 'Declaration' }),
  'x-jsf-presentation': { inputType: 'fieldset', slug: 'cam-doan' },
  type: 'object', required: ['dongY'],
  properties: { dongY: { ...explained({ vi: pledge ?? PLEDGE.vi, en: PLEDGE.en }, PLEDGE_HELP), 'x-jsf-presentation': { inputType: 'declaration' } } },
})

/** form.schema.json of a plan: one top-level object a page, who receives first, the declaration last. */
export const draftSchema = (plan: Plan, title: Text, pledge: string | undefined): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...titled(title),
  type: 'object',
  required: [...(plan.asksReceiver ? [RECEIVER_PAGE.name] : []), ...plan.pages.filter(({ nodes }) => !nodes.every(isOptional)).map(({ name }) => name), 'camDoan'],
  properties: { ...(plan.asksReceiver ? { [RECEIVER_PAGE.name]: RECEIVER } : {}), ...Object.fromEntries(plan.pages.map((page): [string, Json] => [page.name, pageSchema(page)])), camDoan: declaration(pledge) },
})
