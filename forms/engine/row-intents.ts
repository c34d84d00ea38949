import { fieldsByPointer } from './all-fields.ts'
import type { FormModel, Section } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers, Json } from './json.ts'
import { generalPointer, valueAt, withValueAt } from './pointer.ts'
import { isInSection } from './section.ts'
import type { Intent } from './step.ts'

export type RowChange = { readonly answers: Answers; readonly issues: readonly Issue[]; readonly focus?: string }

/** More rows than this no form of ours asks for; an author may set fewer with maxItems. */
const MAX_ROWS = 200

const rowsAt = (answers: Answers, pointer: string): readonly Json[] => {
  const value = valueAt(answers, pointer)
  return Array.isArray(value) ? value : []
}

const maxRows = (form: FormModel, pointer: string): number | undefined => {
  const field = fieldsByPointer(form).get(generalPointer(pointer))
  if (field?.kind !== 'repeating-group') return undefined
  return typeof field.schema['maxItems'] === 'number' ? Math.min(field.schema['maxItems'], MAX_ROWS) : MAX_ROWS
}

const addRow = (form: FormModel, answers: Answers, pointer: string): RowChange => {
  const rows = rowsAt(answers, pointer)
  const limit = maxRows(form, pointer)
  if (limit === undefined) return { answers, issues: [] }
  if (rows.length >= limit) return { answers, issues: [{ pointer, code: 'too-many', params: { limit } }], focus: pointer }
  return { answers: withValueAt(answers, pointer, [...rows, {}]), issues: [], focus: `${pointer}/${rows.length}` }
}

const removeRow = (form: FormModel, answers: Answers, pointer: string, row: number): RowChange => {
  const rows = rowsAt(answers, pointer)
  if (maxRows(form, pointer) === undefined || row >= rows.length) return { answers, issues: [] }
  const left = rows.filter((_, i) => i !== row)
  const focus = left.length === 0 ? pointer : `${pointer}/${Math.min(row, left.length - 1)}`
  return { answers: withValueAt(answers, pointer, left.length === 0 ? undefined : left), issues: [], focus }
}

/** Only what the author offers may be copied: `copyFrom` of the target names the source. */
const copy = (form: FormModel, answers: Answers, to: string, from: string): RowChange => {
  const offered = fieldsByPointer(form).get(generalPointer(to))?.presentation['copyFrom']
  const value = valueAt(answers, from)
  if (!Array.isArray(offered) || !offered.includes(from) || value === undefined) return { answers, issues: [], focus: to }
  return { answers: withValueAt(answers, to, value), issues: [], focus: to }
}

const isThere = (answers: Answers, pointer: string): boolean => {
  const row = /^(.*)\/(\d+)\/[^/]+$/.exec(pointer)
  return !row || Number(row[2]) < rowsAt(answers, row[1] ?? '').length
}

/** Adds, removes or copies in one section; what was typed is kept. An intent that the section does not offer changes nothing. */
export const changeRows = (form: FormModel, section: Section, answers: Answers, intent: Intent): RowChange | undefined => {
  if (intent.kind !== 'add' && intent.kind !== 'remove' && intent.kind !== 'copy') return undefined
  const pointer = intent.kind === 'copy' ? intent.to : intent.pointer
  if (!isInSection(section, pointer) || !isThere(answers, pointer)) return { answers, issues: [] }
  if (intent.kind === 'add') return addRow(form, answers, pointer)
  return intent.kind === 'remove' ? removeRow(form, answers, pointer, intent.row) : copy(form, answers, intent.to, intent.from)
}

