import type { Json, JsonObject } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'
import { FIELD_KINDS } from '../fields/index.ts'
import { FILES, finding } from './finding.ts'
import type { Finding } from './source.ts'

const at = (pointer: string) => ({ file: FILES.schema, pointer })
const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const isText = (value: Json | undefined): value is string => typeof value === 'string' && value.trim() !== ''

const pair = (node: JsonObject, keyword: 'title' | 'description' | 'errorMessage', pointer: string): readonly Finding[] => {
  const vi = node[keyword]
  const en = object(node['x-dvc-en'])[keyword]
  if (isText(vi) && !isText(en)) return [finding(at(below(pointer, keyword)), 'english', vi)]
  return !isText(vi) && isText(en) ? [finding(at(pointer), 'vietnamese', keyword)] : []
}

const errorMessages = (node: JsonObject, pointer: string): readonly Finding[] => {
  const english = object(object(node['x-dvc-en'])['errorMessage'])
  return Object.entries(object(node['x-jsf-errorMessage'])).flatMap(([keyword, vi]) =>
    isText(vi) && !isText(english[keyword]) ? [finding(at(`${pointer}/x-jsf-errorMessage/${keyword}`), 'english', vi)] : [])
}

const ruleMessages = (node: JsonObject, pointer: string): readonly Finding[] =>
  Object.entries(object(object(node['x-jsf-logic'])['validations'])).flatMap(([name, rule]) => {
    const place = `${pointer}/x-jsf-logic/validations/${name}`
    return isText(object(rule)['errorMessage']) ? pair(object(rule), 'errorMessage', place) : [finding(at(place), 'vietnamese', 'errorMessage')]
  })

const options = (node: JsonObject, pointer: string): readonly Finding[] =>
  (Array.isArray(node['oneOf']) ? node['oneOf'] : []).flatMap((one, i) => (isText(object(one)['title']) ? pair(object(one), 'title', `${pointer}/oneOf/${i}`) : []))

const needsHelp = (node: JsonObject): boolean => {
  const id = object(node['x-jsf-presentation'])['inputType']
  const kind = typeof id === 'string' && Object.hasOwn(FIELD_KINDS, id) ? FIELD_KINDS[id] : undefined
  if (kind?.id === 'computed' || kind?.id === 'fieldset' || kind?.id === 'repeating-group') return false
  return kind?.defaultHelp === undefined && node['properties'] === undefined && !isObject(node['items'])
}

const checkField = (node: JsonObject, name: string, pointer: string): readonly Finding[] => [
  ...(isText(node['title']) ? [] : [finding(at(pointer), 'vietnamese', 'title')]),
  ...(needsHelp(node) && !isText(node['description']) ? [finding(at(pointer), 'help', isText(node['title']) ? node['title'] : name)] : []),
  ...(/^[A-Za-z]\w*$/.test(name) && name !== 'root' && !['prototype', 'constructor'].includes(name) ? [] : [finding(at(pointer), 'name', name)]),
]

const checkNode = (node: JsonObject, pointer: string): readonly Finding[] => [
  ...pair(node, 'title', pointer), ...pair(node, 'description', pointer), ...errorMessages(node, pointer), ...ruleMessages(node, pointer), ...options(node, pointer),
  ...Object.entries(object(node['properties'])).flatMap(([name, child]) => {
    const place = below(`${pointer}/properties`, name)
    return isObject(child) ? [...checkField(child, name, place), ...checkNode(child, place)] : []
  }),
  ...(isObject(node['items']) ? checkNode(node['items'], `${pointer}/items`) : []),
]

/** Both languages at every title, help, option and sentence; help at every field; names that can be input names. */
export const checkTexts = (schema: JsonObject): readonly Finding[] => checkNode(schema, '')
