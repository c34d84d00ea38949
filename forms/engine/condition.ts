/**
 * Does the value satisfy the condition? The subset of JSON Schema 2020-12 that conditions may use: what is outside is
 * refused by the linter. No imports, so that the browser bundles the same few bytes.
 */
type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
type Schema = { [keyword: string]: Value }
type Check = (argument: never, value: never) => boolean

const isObject = (value: Value | undefined): value is { [key: string]: Value } => typeof value === 'object' && value !== null && !Array.isArray(value)
const has = (value: { [key: string]: Value }, key: string): boolean => Object.hasOwn(value, key)

const equal = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => has(b, key) && equal(a[key], b[key]))
}

const isType = (type: string, value: Value): boolean => {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'null') return value === null
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

const size = (text: string): number => [...text].length
const number = (check: (limit: number, value: number) => boolean): Check => (limit: number, value: Value) => typeof value !== 'number' || check(limit, value)
const text = (check: (limit: never, value: string) => boolean): Check => (limit: never, value: Value) => typeof value !== 'string' || check(limit, value)
const list = (check: (limit: never, value: Value[]) => boolean): Check => (limit: never, value: Value) => !Array.isArray(value) || check(limit, value)

const CHECKS: Readonly<Record<string, Check>> = {
  const: (expected: Value, value: Value) => equal(expected, value),
  enum: (allowed: Value[], value: Value) => allowed.some((one) => equal(one, value)),
  type: (types: string | string[], value: Value) => (Array.isArray(types) ? types.some((type) => isType(type, value)) : isType(types, value)),
  required: (names: string[], value: Value) => !isObject(value) || names.every((name) => has(value, name)),
  properties: (parts: Record<string, Schema | boolean>, value: Value) => {
    if (!isObject(value)) return true
    for (const name in parts) if (has(value, name) && !matches(parts[name] ?? true, value[name])) return false
    return true
  },
  minimum: number((limit, value) => value >= limit),
  maximum: number((limit, value) => value <= limit),
  exclusiveMinimum: number((limit, value) => value > limit),
  exclusiveMaximum: number((limit, value) => value < limit),
  minLength: text((limit: number, value) => size(value) >= limit),
  maxLength: text((limit: number, value) => size(value) <= limit),
  pattern: text((source: string, value) => new RegExp(source, 'u').test(value)),
  minItems: list((limit: number, value) => value.length >= limit),
  maxItems: list((limit: number, value) => value.length <= limit),
  contains: list((item: Schema, value) => value.some((one) => matches(item, one))),
  not: (schema: Schema | boolean, value: Value) => !matches(schema, value),
  allOf: (schemas: Schema[], value: Value) => schemas.every((schema) => matches(schema, value)),
  anyOf: (schemas: Schema[], value: Value) => schemas.some((schema) => matches(schema, value)),
}

/** Keywords that a condition may use; anything else in it would be silently true. */
export const CONDITION_KEYWORDS: readonly string[] = Object.keys(CHECKS)

/** True where `value` satisfies `condition`; an absent value (undefined) satisfies only what asks nothing of it. */
export const matches = (condition: Schema | boolean, value: Value | undefined): boolean => {
  if (typeof condition === 'boolean') return condition
  if (value === undefined) return Object.keys(condition).length === 0
  for (const keyword in condition) {
    const check = CHECKS[keyword]
    if (check && !check(condition[keyword] as never, value as never)) return false
  }
  return true
}
