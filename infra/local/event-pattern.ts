import { isValues, list, member, text, type Value } from './template.ts'

type Test = (wanted: Value, given: Value | undefined) => boolean

const NUMERIC: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
}

const numeric: Test = (wanted, given) => {
  const parts = list(wanted)
  return typeof given === 'number' && parts.every((part, at) => at % 2 === 1 || (NUMERIC[text(part)]?.(given, Number(parts[at + 1])) ?? false))
}

const TESTS: Readonly<Record<string, Test>> = {
  prefix: (wanted, given) => typeof given === 'string' && given.startsWith(text(wanted)),
  suffix: (wanted, given) => typeof given === 'string' && given.endsWith(text(wanted)),
  exists: (wanted, given) => (given !== undefined) === wanted,
  'equals-ignore-case': (wanted, given) => typeof given === 'string' && given.toLowerCase() === text(wanted).toLowerCase(),
  'anything-but': (wanted, given) => given !== undefined && !(isValues(wanted) ? meets(wanted, given) : list(wanted).includes(given)),
  numeric,
}

const meets = (condition: Value, given: Value | undefined): boolean => {
  if (!isValues(condition)) return condition === given
  return Object.entries(condition).every(([name, wanted]) => {
    const test = TESTS[name]
    if (test === undefined) throw new Error(`The event pattern operator '${name}' is not known here`)
    return test(wanted, given)
  })
}

/** Whether an event fits a pattern of EventBridge (rules) or of an event source mapping (filters). */
export const fitsPattern = (pattern: Value, event: Value | undefined): boolean => {
  if (Array.isArray(pattern)) {
    const given = Array.isArray(event) ? event : [event]
    return pattern.some((condition: Value) => given.some((value: Value | undefined) => meets(condition, value)))
  }
  return isValues(pattern) && Object.entries(pattern).every(([key, inner]) => fitsPattern(inner, member(event, key)))
}
