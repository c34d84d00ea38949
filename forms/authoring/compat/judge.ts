import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Json } from '../../engine/json.ts'
import type { ChangeName, Verdict } from './change.ts'

type Judge = (before: Json | undefined, after: Json | undefined) => readonly Verdict[]

const told = (before: Json | undefined, after: Json | undefined): Pick<Verdict, 'from' | 'to'> => ({ ...(before !== undefined && { from: before }), ...(after !== undefined && { to: after }) })

const narrower: Judge = (before, after) => [{ change: 'narrower', breaks: 'sender', ...told(before, after) }]
const wider: Judge = (before, after) => [{ change: 'wider', ...told(before, after) }]

/** A limit by number: `isTighter` says whether the second one takes less. */
const limit = (isTighter: (before: number, after: number) => boolean): Judge => (before, after) => {
  if (after === undefined) return wider(before, after)
  return before === undefined || isTighter(Number(before), Number(after)) ? narrower(before, after) : wider(before, after)
}
const upper = limit((before, after) => after < before)
const lower = limit((before, after) => after > before)

const flag = (strict: boolean): Judge => (before, after) => (after === strict ? narrower : wider)(before, after)

const without = (list: readonly Json[], others: readonly Json[]): Json[] => {
  const known = new Set(others.map(canonicalJson))
  return list.filter((one) => !known.has(canonicalJson(one)))
}

const lists = (before: Json | undefined, after: Json | undefined) => {
  const [old, next] = [before, after].map((value) => (Array.isArray(value) ? value : [])) as [Json[], Json[]]
  return { gone: without(old, next), fresh: without(next, old) }
}

const values: Judge = (before, after) => {
  if (before === undefined) return [{ change: 'values-limited', breaks: 'sender', ...told(before, after) }]
  if (after === undefined) return [{ change: 'values-open', breaks: 'reader', ...told(before, after) }]
  const { gone, fresh } = lists(before, after)
  return [
    ...(gone.length > 0 ? [{ change: 'option-removed', breaks: 'sender', from: gone } as const] : []),
    ...(fresh.length > 0 ? [{ change: 'option-added', breaks: 'reader', to: fresh } as const] : []),
  ]
}

/** Every integer is a number, too. */
const typesOf = (types: Json | undefined): Json | undefined => (Array.isArray(types) && types.includes('number') ? [...types, 'integer'] : types)

const type: Judge = (before, after) => {
  if (before === undefined) return [{ change: 'type-narrower', breaks: 'sender', ...told(before, after) }]
  if (after === undefined) return [{ change: 'type-wider', breaks: 'reader', ...told(before, after) }]
  const { gone, fresh } = lists(typesOf(before), typesOf(after))
  return [
    ...(gone.length > 0 ? [{ change: 'type-narrower', breaks: 'sender', ...told(before, after) } as const] : []),
    ...(fresh.includes('null') ? [{ change: 'nullable', breaks: 'reader' } as const] : []),
    ...(fresh.some((one) => one !== 'null') ? [{ change: 'type-wider', breaks: 'reader', ...told(before, after) } as const] : []),
  ]
}

const pattern: Judge = (before, after) => (after === undefined ? wider : narrower)(before, after)

/** Another format is another language: what is read is written otherwise, too. */
const format: Judge = (before, after) =>
  (before === undefined || after === undefined ? pattern(before, after) : (['sender', 'reader'] as const).map((breaks) => ({ change: 'format-changed', breaks, ...told(before, after) })))

const multipleOf: Judge = (before, after) =>
  (after === undefined || (before !== undefined && Number.isInteger(Number(before) / Number(after))) ? wider : narrower)(before, after)

const required: Judge = (_before, after) => [after === undefined ? { change: 'optional', breaks: 'reader' } : { change: 'required', breaks: 'sender' }]

/** What is hidden is not taken, and does not come. */
const hidden: Judge = (_before, after) => (after === undefined ? [{ change: 'shown' }] : (['sender', 'reader'] as const).map((breaks) => ({ change: 'hidden', breaks })))

const counted = (added: ChangeName, changed: ChangeName, removed: ChangeName): Judge => (before, after) => {
  if (after === undefined) return [{ change: removed }]
  return [{ change: before === undefined ? added : changed, breaks: 'sender' }]
}
const opaque = counted('constraint-added', 'constraint-changed', 'constraint-removed')
const rule = counted('rule-added', 'rule-changed', 'rule-removed')

const JUDGES: Readonly<Record<string, Judge>> = {
  minimum: lower, exclusiveMinimum: lower, minLength: lower, minItems: lower, minProperties: lower, maximum: upper, exclusiveMaximum: upper, maxLength: upper, maxItems: upper, maxProperties: upper,
  maxBytes: upper, maxFiles: upper, uniqueItems: flag(true), additionalProperties: flag(false), multipleOf, pattern, format, values, type, required, hidden, asked: opaque,
  text: () => [{ change: 'text-changed' }],
}

/** What the change of one keyword means; undefined: the version does not say it. */
export const judge = (keyword: string, before: Json | undefined, after: Json | undefined): readonly Verdict[] => {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null) && (before === undefined) === (after === undefined)) return []
  return (keyword.startsWith('rule ') ? rule : JUDGES[keyword] ?? opaque)(before, after)
}
