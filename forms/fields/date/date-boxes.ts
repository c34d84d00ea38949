import type { Json } from '../../engine/json.ts'
import type { FieldKind, PostedInputs, SchemaError } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { dateText } from './calendar-date.ts'
import { joinDate, normaliseDate, splitDate } from './inputs.ts'

const BOXES = ['day', 'month', 'year']

const typed = (posted: PostedInputs, suffix: string): string => (posted[suffix] ?? []).findLast((value) => value.trim() !== '') ?? ''

/** Three posted boxes (their names begin with `prefix`) -> answer; undefined when all are empty. */
export const readDateBoxes = (posted: PostedInputs, prefix: string, partial: boolean): string | undefined => {
  const [day, month, year] = BOXES.map((part) => typed(posted, prefix + part).trim())
  if (day === undefined || month === undefined || year === undefined || day + month + year === '') return undefined
  return normaliseDate(joinDate([day, month, year], partial), partial)
}

/** Reading and writing of a date in three boxes, for both kinds of date. */
export const dateBoxesKind = (partial: boolean) => ({
  inputs: BOXES,
  frame: 'group',
  read: (posted) => readDateBoxes(posted, '', partial),
  normalise: (value) => (typeof value === 'string' ? normaliseDate(value, partial) : value),
  toPost: (value) => {
    const [day, month, year] = splitDate(asText(value))
    return { day: [day], month: [month], year: [year] }
  },
  toText: (value) => dateText(asText(value)),
}) satisfies Pick<FieldKind, 'inputs' | 'frame' | 'read' | 'normalise' | 'toPost' | 'toText'>

/** Why an answer is no date, told from what was typed; `box` is the one to put right, where it is one. */
export const explainDate = (value: Json | undefined): NonNullable<ReturnType<NonNullable<FieldKind['explain']>>> => {
  const [day, month, year] = splitDate(asText(value))
  const digits = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month)
  if (digits && /^\d{4}$/.test(year)) return { code: 'date.impossible', params: { date: `${day}/${month}/${year}` } }
  if (digits && /^\d{2}$/.test(year)) return { code: 'date.two-digit-year', params: { box: 'year' } }
  const numeric = [day, month, year].every((part) => /^\d{0,4}$/.test(part))
  const box = [day, month, year].indexOf('')
  return numeric && box >= 0 ? { code: 'date.incomplete', params: { box: BOXES[box] ?? 'day' } } : { code: 'date.invalid', params: {} }
}

/** Errors that say 'this is no date', whichever keyword of the schema noticed it. */
export const isDateError = (error: SchemaError): boolean => ['format', 'type', 'pattern', 'minLength', 'maxLength'].includes(error.keyword)
