import { createHeadlessForm } from '@remoteoss/json-schema-form'
import type { Field, Option } from '../engine/form-model.ts'
import type { Json, JsonObject, JsonSchema, Text } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'

type Headless = ReturnType<typeof createHeadlessForm>['fields'][number]

const stringOr = (value: Json | undefined, other: string): string => (typeof value === 'string' && value !== '' ? value : other)
const english = (schema: JsonSchema): JsonObject => (isObject(schema['x-dvc-en']) ? schema['x-dvc-en'] : {})

/** Title of a node in both languages; without English, the Vietnamese stands for both (the linter asks for it). */
export const titleOf = (schema: JsonSchema, fallback: string): Text => {
  const vi = stringOr(schema['title'], fallback)
  return { vi, en: stringOr(english(schema)['title'], vi) }
}

const helpOf = (schema: JsonSchema): { readonly help?: Text } => {
  const vi = schema['description']
  return typeof vi === 'string' && vi !== '' ? { help: { vi, en: stringOr(english(schema)['description'], vi) } } : {}
}

const optionOf = (one: Json): readonly Option[] => {
  if (!isObject(one)) return typeof one === 'string' ? [{ value: one, title: { vi: one, en: one } }] : []
  return typeof one['const'] === 'string' ? [{ value: one['const'], title: titleOf(one, one['const']) }] : []
}

/** Options of a schema that lists its values (`oneOf` of consts, or `enum`), undefined where it lists none. */
export const optionsOf = (schema: JsonSchema): readonly Option[] | undefined => {
  const source = schema['type'] === 'array' && isObject(schema['items']) ? schema['items'] : schema
  const listed = source['oneOf'] ?? source['anyOf'] ?? source['enum']
  const options = Array.isArray(listed) ? listed.flatMap(optionOf) : []
  return options.length > 0 ? options : undefined
}

/** A container's children carry their own schemas: repeating them here would double what is stored. */
const ownSchema = (schema: JsonSchema, kind: string): JsonSchema => {
  if (kind !== 'fieldset' && kind !== 'repeating-group') return schema
  const { properties: _properties, items: _items, allOf: _allOf, ...own } = schema
  return own
}

const schemaOf = (schema: JsonSchema, name: string): JsonSchema => {
  const found = isObject(schema['properties']) ? schema['properties'][name] : undefined
  return isObject(found) ? found : {}
}

const childrenOf = (headless: Headless, schema: JsonSchema, pointer: string): readonly Field[] =>
  isObject(schema['items'])
    ? fieldsOf(headless.fields ?? [], schema['items'], `${pointer}/*`)
    : fieldsOf(headless.fields ?? [], schema, pointer)

const fieldOf = (headless: Headless, schema: JsonSchema, pointer: string): Field => {
  const presentation = isObject(schema['x-jsf-presentation']) ? schema['x-jsf-presentation'] : {}
  const kind = String(presentation['inputType'])
  const options = optionsOf(schema)
  const contains = kind === 'fieldset' || kind === 'repeating-group'
  return {
    name: headless.name,
    pointer,
    kind,
    title: titleOf(schema, headless.label ?? headless.name),
    ...helpOf(schema),
    required: headless.required,
    ...(options ? { options } : {}),
    schema: ownSchema(schema, kind),
    presentation,
    ...(contains ? { children: childrenOf(headless, schema, pointer) } : {}),
  }
}

const fieldsOf = (headless: readonly Headless[], schema: JsonSchema, pointer: string): readonly Field[] =>
  headless.map((one) => fieldOf(one, schemaOf(schema, one.name), below(pointer, one.name)))

const withoutConditions = (node: Json): Json => {
  if (Array.isArray(node)) return node.map(withoutConditions)
  if (!isObject(node)) return node
  const { if: _if, then: _then, else: _else, allOf: _allOf, 'x-jsf-logic': _logic, 'x-jsf-logic-computedAttrs': _attrs, ...rest } = node
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutConditions(value)]))
}

/**
 * The field tree of a merged schema, as json-schema-form sees it: names, order, labels and what is required whatever the
 * answers. Conditions are taken out first, so that nothing here depends on answers.
 */
export const buildFields = (schema: JsonSchema): readonly Field[] => {
  const bare = withoutConditions(schema)
  const { fields } = createHeadlessForm(bare as Parameters<typeof createHeadlessForm>[0], { strictInputType: false })
  return fieldsOf(fields, schema, '')
}
