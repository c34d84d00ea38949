import { OPERATION_NAMES } from '../engine/logic.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { below, isObject } from '../engine/pointer.ts'
import { FILES, finding } from './finding.ts'
import type { Finding } from './source.ts'

/** json-logic's own, without `log` (answers are never written to a log) and `method` (calls anything). */
const STANDARD = ['var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and', '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%',
  'map', 'filter', 'reduce', 'all', 'none', 'some', 'merge', 'in', 'cat', 'substr']
const KNOWN = new Set([...STANDARD, ...OPERATION_NAMES])

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const at = (pointer: string) => ({ file: FILES.schema, pointer })

const checkRule = (rule: Json, pointer: string): readonly Finding[] => {
  if (Array.isArray(rule)) return rule.flatMap((part, i) => checkRule(part, `${pointer}/${i}`))
  return Object.entries(object(rule)).flatMap(([name, operands]) => [
    ...(KNOWN.has(name) ? [] : [finding(at(below(pointer, name)), 'operation', name)]),
    ...checkRule(operands, below(pointer, name)),
  ])
}

const declared = (logic: JsonObject, group: 'validations' | 'computedValues', pointer: string): readonly Finding[] =>
  Object.entries(object(logic[group])).flatMap(([name, one]) => {
    const place = `${pointer}/x-jsf-logic/${group}/${name}`
    const rule = object(one)['rule']
    return rule === undefined ? [finding(at(place), 'absent', 'rule')] : checkRule(rule, `${place}/rule`)
  })

type Names = { readonly validations: ReadonlySet<string>; readonly computed: ReadonlySet<string> }

const namesOf = (node: JsonObject, outer: Names): Names => {
  const logic = object(node['x-jsf-logic'])
  return {
    validations: new Set([...outer.validations, ...Object.keys(object(logic['validations']))]),
    computed: new Set(Object.keys(object(logic['computedValues']))),
  }
}

const used = (node: JsonObject, names: Names, pointer: string): readonly Finding[] => {
  const validations = Array.isArray(node['x-jsf-logic-validations']) ? node['x-jsf-logic-validations'].map(String) : []
  const computed = object(node['x-jsf-logic-computedAttrs'])['const']
  return [
    ...validations.filter((name) => !names.validations.has(name)).map((name) => finding(at(`${pointer}/x-jsf-logic-validations`), 'rule', name)),
    ...(typeof computed === 'string' && !names.computed.has(computed) ? [finding(at(`${pointer}/x-jsf-logic-computedAttrs/const`), 'rule', computed)] : []),
  ]
}

const checkNode = (node: JsonObject, outer: Names, pointer: string): readonly Finding[] => {
  const names = namesOf(node, outer)
  const logic = object(node['x-jsf-logic'])
  return [
    ...declared(logic, 'validations', pointer), ...declared(logic, 'computedValues', pointer),
    ...['if', 'allOf', 'anyOf'].filter((keyword) => logic[keyword] !== undefined).map((keyword) => finding(at(`${pointer}/x-jsf-logic/${keyword}`), 'surplus', keyword)),
    ...Object.entries(object(node['properties'])).flatMap(([name, child]) => {
      const place = below(`${pointer}/properties`, name)
      return isObject(child) ? [...used(child, names, place), ...checkNode(child, names, place)] : []
    }),
    ...(isObject(node['items']) ? checkNode(node['items'], names, `${pointer}/items`) : []),
  ]
}

/** json-logic rules: operations that exist, and names that fields use. */
export const checkLogic = (schema: JsonObject): readonly Finding[] => checkNode(schema, { validations: new Set(), computed: new Set() }, '')
