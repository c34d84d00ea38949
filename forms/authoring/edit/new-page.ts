import { inBoth } from '../../documents/draft/english.ts'
import { pageSlug, propertyName } from '../../documents/draft/names.ts'
import type { JsonObject, Text } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { askWhen } from './conditions.ts'
import { inputTypeOf, isContainer, listNodes, type FormNode } from './form-nodes.ts'
import { clean, says, type Wrong } from './work.ts'

/** Where a question is put: pointer of a part that is there, or NEW_PAGE and what the new one is called. */
export type Target = { readonly into: string; readonly page: Text }
export const NEW_PAGE = '+'

const slugsIn = (schema: JsonObject): ReadonlySet<string> =>
  new Set(listNodes(schema).flatMap(({ node }) => (isObject(node['x-jsf-presentation']) && typeof node['x-jsf-presentation']['slug'] === 'string' ? [node['x-jsf-presentation']['slug']] : [])))

/** The page on which people declare comes last, whatever is added. */
const declares = (schema: JsonObject, page: FormNode): boolean => listNodes(schema).some(({ owner, node }) => owner === page.at && inputTypeOf(node) === 'declaration')

const withPage = (schema: JsonObject, name: string, page: JsonObject): JsonObject => {
  const before = Object.entries(isObject(schema['properties']) ? schema['properties'] : {})
  const last = listNodes(schema).filter(({ what }) => what === 'page').findLastIndex((one) => !declares(schema, one)) + 1
  return { ...schema, properties: Object.fromEntries([...before.slice(0, last), [name, page], ...before.slice(last)]) }
}

/** The part that is meant, in a schema that has it; or what has to be said first. */
export const findTarget = (schema: JsonObject, { into, page }: Target): { readonly schema: JsonObject; readonly part: FormNode } | { readonly wrongs: readonly Wrong[] } => {
  const part = listNodes(schema).find((one) => isContainer(one) && one.pointer === into)
  if (part) return { schema, part }
  const title = clean(page.vi)
  if (into !== NEW_PAGE) return { wrongs: [{ field: 'into', text: says('Chọn phần để đặt câu hỏi.', 'Choose the part that asks it.') }] }
  if (title === '') return { wrongs: [{ field: 'page.vi', text: says('Ghi tên của phần mới.', 'Say what the new part is called.') }] }
  const name = propertyName(title, new Set(Object.keys(isObject(schema['properties']) ? schema['properties'] : {})), 'phan')
  const made = withPage(schema, name, { title, 'x-dvc-en': { title: clean(page.en) || inBoth(title).en }, 'x-jsf-presentation': { inputType: 'fieldset', slug: pageSlug(title, slugsIn(schema)) }, type: 'object', properties: {} })
  const found = listNodes(made).find(({ what, name: own }) => what === 'page' && own === name)
  return found ? { schema: made, part: found } : { wrongs: [] }
}

/** A page that was made for a question that has to be answered has to be answered itself. */
export const owePage = (schema: JsonObject, { into }: Target, page: FormNode, required: boolean): JsonObject =>
  (into === NEW_PAGE && required ? askWhen(schema, page, { when: undefined, required }) : schema)
