import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { below, isObject, valueAt } from '../../engine/pointer.ts'

/**
 * One thing of the form that has a title: a page, a group of questions inside it, a table of rows, a question. `pointer`: of its
 * answer, `*` for a row; `at`: of itself in form.schema.json; `owner`: of the object there that it is a property of.
 */
export type FormNode = {
  readonly what: 'page' | 'group' | 'rows' | 'question'
  readonly pointer: string
  readonly at: string
  readonly owner: string
  readonly name: string
  readonly node: JsonObject
}

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const said = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const inputTypeOf = (node: JsonObject): string => said(object(node['x-jsf-presentation'])['inputType'])

const keyword = (node: JsonObject, name: 'title' | 'description'): Text => ({ vi: said(node[name]), en: said(object(node['x-dvc-en'])[name]) })
export const titleOf = (node: JsonObject): Text => keyword(node, 'title')
export const helpOf = (node: JsonObject): Text => keyword(node, 'description')

/** Names that an object asks for, whatever was answered. */
export const requiredIn = (owner: JsonObject): readonly string[] => (Array.isArray(owner['required']) ? owner['required'].map(String) : [])

const whatOf = (node: JsonObject, owner: string): FormNode['what'] => {
  if (owner === '') return 'page'
  if (inputTypeOf(node) === 'repeating-group') return 'rows'
  return isObject(node['properties']) ? 'group' : 'question'
}

const nodesIn = (schema: JsonObject, owner: string, pointer: string): readonly FormNode[] =>
  Object.entries(object(valueAt(schema, `${owner}/properties`))).flatMap(([name, value]): readonly FormNode[] => {
    if (!isObject(value)) return []
    const node: FormNode = { what: whatOf(value, owner), pointer: below(pointer, name), at: below(`${owner}/properties`, name), owner, name, node: value }
    return [node, ...nodesIn(schema, insideOf(node), node.what === 'rows' ? `${node.pointer}/*` : node.pointer)]
  })

/** Where what stands inside a node is declared. */
export const insideOf = ({ what, at }: FormNode): string => (what === 'rows' ? `${at}/items` : at)

/** All of a form in its order, each before what stands inside it. */
export const listNodes = (schema: JsonObject): readonly FormNode[] => nodesIn(schema, '', '')

/** Names of what stands in a part. */
export const namesIn = (schema: JsonObject, part: FormNode): ReadonlySet<string> => new Set(Object.keys(object(valueAt(schema, `${insideOf(part)}/properties`))))

/** Things that others can be put into. */
export const isContainer = ({ what }: FormNode): boolean => what !== 'question'

/** A definition that several questions share is changed where it stands, by hand. */
export const isShared = ({ node }: FormNode): boolean => node['$ref'] !== undefined
