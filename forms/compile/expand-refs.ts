import type { Json, JsonObject, JsonSchema } from '../engine/json.ts'
import { below, isObject, valueAt } from '../engine/pointer.ts'
import { CompileError } from './errors.ts'

type Place = { readonly root: JsonSchema; readonly pointer: string; readonly open: readonly string[] }

const ANNOTATION = /^(title|description|default|examples|\$comment|x-)/

/** Keywords beside a $ref are laid over its target; two different constraints of one name cannot be, so they are refused. */
const overlay = (target: JsonObject, beside: JsonObject, place: Place): JsonObject => {
  for (const keyword of Object.keys(beside)) {
    if (!ANNOTATION.test(keyword) && Object.hasOwn(target, keyword)) {
      throw new CompileError(below(place.pointer, keyword), `'${keyword}' stands beside a $ref whose target has it too`)
    }
  }
  return { ...target, ...beside }
}

const resolve = (node: JsonObject, ref: string, place: Place): Json => {
  if (!ref.startsWith('#/')) throw new CompileError(below(place.pointer, '$ref'), `only local references can be resolved, not '${ref}'`)
  if (place.open.includes(ref)) throw new CompileError(below(place.pointer, '$ref'), `'${ref}' contains itself: a form cannot be endless`)
  const target = valueAt(place.root, ref.slice(1))
  if (!isObject(target)) throw new CompileError(below(place.pointer, '$ref'), `nothing stands at '${ref}'`)
  const { $ref: _ref, ...beside } = node
  const expanded = expand(target, { ...place, open: [...place.open, ref] })
  return overlay(isObject(expanded) ? expanded : {}, Object.fromEntries(Object.entries(beside).map(([key, value]) => [key, expand(value, { ...place, pointer: below(place.pointer, key) })])), place)
}

const expand = (node: Json, place: Place): Json => {
  if (Array.isArray(node)) return node.map((item, i) => expand(item, { ...place, pointer: below(place.pointer, i) }))
  if (!isObject(node)) return node
  const ref = node['$ref']
  if (typeof ref === 'string') return resolve(node, ref, place)
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, expand(value, { ...place, pointer: below(place.pointer, key) })]))
}

/** The schema with every local $ref replaced by what it points at, and without $defs. Recursion is refused. */
export const expandRefs = (schema: JsonSchema): JsonSchema => {
  const { $defs: _defs, definitions: _definitions, ...rest } = schema
  const expanded = expand(rest, { root: schema, pointer: '', open: [] })
  return isObject(expanded) ? expanded : {}
}
