import jsonLogic from 'json-logic-js'
import { dateInWords } from '../fields/date/words.ts'
import { moneyInWords } from '../fields/money/words.ts'
import { identityParts } from '../fields/identity-number/parts.ts'
import type { RuleContext } from './form-model.ts'
import type { Json, JsonObject } from './json.ts'

type Operation = (...values: Json[]) => Json

const DAY = 86_400_000
const isDate = (value: Json | undefined): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)

/** Full years between two civil dates; someone born on 29 February grows older on 1 March. */
const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

const numbers = (values: readonly Json[]): readonly number[] =>
  values.flat(2).filter((value): value is number => typeof value === 'number' && Number.isFinite(value))

/**
 * Operations for rules beside those of json-logic. Absent or unreadable operands give null, which compares as false, so
 * that a rule never complains about what is not there yet.
 */
export const operations = (today: string): Readonly<Record<string, Operation>> => ({
  today: () => today,
  age: (birth, at) => (isDate(birth) ? yearsBetween(birth, isDate(at) ? at : today) : null),
  days_between: (from, to) => (isDate(from) && isDate(to) ? dayNumber(to) - dayNumber(from) : null),
  year_of: (date) => (typeof date === 'string' && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null),
  identity_birth_year: (number) => (typeof number === 'string' ? (identityParts(number)?.birthYear ?? null) : null),
  identity_sex: (number) => (typeof number === 'string' ? (identityParts(number)?.sex ?? null) : null),
  money_in_words: (amount) => (typeof amount === 'number' && Number.isFinite(amount) ? moneyInWords(amount) : null),
  date_in_words: (date) => (isDate(date) ? dateInWords(date) : null),
  sum: (...values) => numbers(values).reduce((total, value) => total + value, 0),
  count: (list) => (Array.isArray(list) ? list.length : 0),
  length: (text) => (typeof text === 'string' ? [...text].length : 0),
  pluck: (list, name) => (Array.isArray(list) ? list.flatMap((row) => (typeof row === 'object' && row !== null && !Array.isArray(row) && typeof name === 'string' ? (row[name] ?? []) : [])) : []),
  unique: (list) => (Array.isArray(list) ? new Set(list.map((item) => JSON.stringify(item))).size === list.length : true),
  absent: (value) => value === undefined || value === null || value === '',
})

/** Names that rules may use beside json-logic's own, for the linter and for json-schema-form. */
export const OPERATION_NAMES: readonly string[] = Object.keys(operations(''))

/**
 * json-logic-js keeps its operations in one table of the module, and json-schema-form takes its custom ones out again after
 * every use: so ours are put in right before a rule runs. Nothing here is asynchronous, so no rule sees another's day.
 */
const install = (today: string): void => {
  for (const [name, run] of Object.entries(operations(today))) jsonLogic.add_operation(name, run)
}

/** Result of a json-logic rule of `x-jsf-logic` over `data` (the object that declares it) with `root` reachable as var 'root'. */
export const applyRule = (rule: Json, data: JsonObject, root: JsonObject, context: RuleContext): Json => {
  install(context.today)
  const result: unknown = jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], { ...data, root })
  return readResult(result)
}

const readResult = (result: unknown): Json => {
  if (typeof result === 'string' || typeof result === 'boolean') return result
  if (typeof result === 'number') return Number.isFinite(result) ? result : null
  return Array.isArray(result) ? result.map(readResult) : null
}
