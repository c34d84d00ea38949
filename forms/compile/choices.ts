import type { Json, JsonObject } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'

/** 'When `by` is this, `of` is one of these': what dozens of conditionals say, as one table. */
export type Choices = { readonly by: string; readonly of: string; readonly values: Readonly<Record<string, readonly string[]>> }

const onlyKeys = (value: JsonObject, keys: readonly string[]): boolean => Object.keys(value).every((key) => keys.includes(key))
const onlyEntry = (value: Json | undefined): readonly [string, JsonObject] | undefined => {
  const entries = isObject(value) ? Object.entries(value) : []
  const [name, member] = entries[0] ?? []
  return entries.length === 1 && name !== undefined && isObject(member) ? [name, member] : undefined
}

type One = { readonly by: string; readonly when: string; readonly of: string; readonly list: readonly string[] }

const readIf = (condition: Json | undefined): { readonly by: string; readonly when: string } | undefined => {
  if (!isObject(condition) || !onlyKeys(condition, ['type', 'required', 'properties']) || (condition['type'] ?? 'object') !== 'object') return undefined
  const [by, value] = onlyEntry(condition['properties']) ?? []
  const required = condition['required']
  const when = value && onlyKeys(value, ['const']) ? value['const'] : undefined
  return by !== undefined && typeof when === 'string' && Array.isArray(required) && required.length === 1 && required[0] === by ? { by, when } : undefined
}

const readThen = (branch: Json | undefined): { readonly of: string; readonly list: readonly string[] } | undefined => {
  if (!isObject(branch) || !onlyKeys(branch, ['properties'])) return undefined
  const [of, value] = onlyEntry(branch['properties']) ?? []
  const list = value && onlyKeys(value, ['enum']) ? value['enum'] : undefined
  return of !== undefined && Array.isArray(list) && list.every((item) => typeof item === 'string') ? { of, list } : undefined
}

const readOne = (part: Json): One | undefined => {
  if (!isObject(part) || !onlyKeys(part, ['if', 'then'])) return undefined
  const condition = readIf(part['if'])
  const branch = readThen(part['then'])
  return condition && branch ? { ...condition, ...branch } : undefined
}

/** Takes the conditionals of an `allOf` that only choose a list by a value out of it, as one table each pair of properties. */
export const takeChoices = (allOf: readonly Json[]): { readonly rest: readonly Json[]; readonly choices: readonly Choices[] } => {
  const tables = new Map<string, { by: string; of: string; values: Record<string, readonly string[]> }>()
  const rest = allOf.filter((part) => {
    const one = readOne(part)
    if (!one) return true
    const table = tables.get(`${one.by} ${one.of}`) ?? { by: one.by, of: one.of, values: {} }
    const known = Object.hasOwn(table.values, one.when) ? table.values[one.when] : undefined
    table.values[one.when] = known ? one.list.filter((item) => known.includes(item)) : one.list
    tables.set(`${one.by} ${one.of}`, table)
    return false
  })
  return { rest, choices: [...tables.values()] }
}
