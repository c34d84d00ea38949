import type { Field } from '../../engine/form-model.ts'
import type { Hole } from '../hole.ts'
import type { Writing } from '../word-map.ts'

const DATES = ['date', 'partial-date', 'computed']
const TEXTS = ['text', 'long-text', 'person-name', 'organisation', 'computed', 'select', 'radios', 'identity-document', 'address', 'passport']

const KINDS_FOR: Readonly<Record<Writing, readonly string[]>> = {
  capitals: TEXTS, dateInWords: ['date', 'partial-date'], moneyInWords: ['money', 'number', 'computed'], year: DATES,
  commune: ['address'], province: ['address'], street: ['address'],
}

const BOXES = ['yes-no', 'radios', 'select', 'checkboxes', 'declaration', 'computed']

const hasRole = (hole: Hole, ...roles: readonly string[]): boolean => hole.places.some(({ role }) => roles.includes(role))

const isTicked = (hole: Hole): boolean => hasRole(hole, 'option')

/**
 * Why the answer of this field cannot be put into this hole, undefined where it can: ticks need something to choose, a date
 * in three holes needs a date, a row of a table needs a row.
 */
export const whyNot = (hole: Hole, field: Field, as: Writing | undefined): string | undefined => {
  if (field.kind === 'fieldset' || field.kind === 'repeating-group' || field.kind === 'file') return `kind ${field.kind}`
  if (as !== undefined && !KINDS_FOR[as].includes(field.kind)) return `as ${as}: kind ${field.kind}`
  const isRow = field.pointer.includes('/*')
  // A paper with one hole for a whole list takes it as one, with semicolons; boxes and digits cannot.
  if (hole.repeat === null && isRow && !hole.places.every(({ role }) => role === 'whole' || role === 'line')) return 'table row → single hole'
  if (hole.repeat !== null && !isRow) return 'single answer → table row'
  if (isTicked(hole) && !BOXES.includes(field.kind)) return `tick boxes ← kind ${field.kind}`
  if (hasRole(hole, 'day', 'month') && as !== 'year' && !DATES.includes(field.kind) && !TEXTS.includes(field.kind)) return `day, month, year ← kind ${field.kind}`
  return undefined
}
