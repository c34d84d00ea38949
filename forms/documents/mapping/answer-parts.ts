import type { Field, FormModel } from '../../engine/form-model.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import type { Hole } from '../hole.ts'
import { answersOf, type HoleAnswer, type WordMap, type Writing } from '../word-map.ts'

const DATE_PARTS = ['day', 'month', 'year'] as const

/** What an answer may hold that a hole can print apart from the rest; [] where it is printed as one, as an identity document is. */
export const partsAsked = ({ kind, presentation }: Pick<Field, 'kind' | 'presentation'>): readonly string[] => {
  if (kind === 'address') return presentation['detail'] === false ? ['province', 'commune'] : ['province', 'commune', 'detail']
  return kind === 'date' || kind === 'partial-date' ? DATE_PARTS : []
}

const PRINTED: Partial<Record<Writing, string>> = { commune: 'commune', province: 'province', street: 'detail', year: 'year' }

type Printing = Pick<Hole, 'places'>

/** A date in three holes is printed in figures, whatever the map says. */
const hasDateRoles = ({ places }: Printing): boolean => places.some(({ role }) => role === 'day' || role === 'month' || role === 'year')

/** Those parts of an answer that a hole prints. */
const partsPrinted = (hole: Printing, field: Field, as: Writing | undefined): readonly string[] => {
  const asked = partsAsked(field)
  const only = as === undefined || (as === 'year' && hasDateRoles(hole)) ? undefined : PRINTED[as]
  return asked.filter((part) => only === undefined || part === only)
}

/** Writing of one of the answers of a hole: the map says it of the first. */
const writingFor = (entry: HoleAnswer, answer: string): Writing | undefined =>
  ('answer' in entry && entry.answer === answer ? entry.as : undefined)

export const isExcused = (map: WordMap, answer: string): boolean => map.unprinted.some((entry) => isAtOrBelow(answer, entry.answer))

/** Parts of an answer that is printed which none of its holes prints, and no reason excuses. */
export const partsLost = (map: WordMap, field: Field, holeOf: (n: number) => Printing | undefined): readonly string[] => {
  const printed = map.holes.flatMap((entry) => {
    const hole = answersOf(entry).includes(field.pointer) ? holeOf(entry.n) : undefined
    return hole ? [partsPrinted(hole, field, writingFor(entry, field.pointer))] : []
  })
  if (printed.length === 0) return []
  return partsAsked(field).filter((part) => !printed.some((parts) => parts.includes(part)) && !isExcused(map, `${field.pointer}/${part}`))
}

const leaves = (fields: readonly Field[]): readonly Field[] => fields.flatMap((field) => (field.children ? leaves(field.children) : [field]))

/** Fields of a form that are answered themselves, and not by what is in them. */
export const leafFields = (form: FormModel): readonly Field[] => form.sections.flatMap(({ fields }) => leaves(fields))
