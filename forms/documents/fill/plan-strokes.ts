import { fieldsByPointer } from '../../engine/all-fields.ts'
import type { CodeLists, FormModel } from '../../engine/form-model.ts'
import type { Answers, Json } from '../../engine/json.ts'
import { valueAt } from '../../engine/pointer.ts'
import { answerInk, NO_INK, type Ink } from './answer-text.ts'
import { spreadInk, type Stroke } from './spread-ink.ts'
import type { HoleAnswer, Template, TemplateHole } from './template.ts'

/** A dossier's answers and what is needed to say them in words. */
export type Declared = { readonly template: Template; readonly form: FormModel; readonly answers: Answers; readonly lists: CodeLists }

/** What comes into one hole, in one row of its group (0 without one). */
export type Written = { readonly hole: TemplateHole; readonly row: number; readonly ink: Ink; readonly strokes: readonly Stroke[] }

const rowsOf = (answers: Answers, pointer: string): readonly (Json | undefined)[] => {
  const star = pointer.indexOf('/*')
  if (star === -1) return [valueAt(answers, pointer)]
  const rows = valueAt(answers, pointer.slice(0, star))
  return Array.isArray(rows) ? rows.map((row) => valueAt(row, pointer.slice(star + 2))) : []
}

/** Places of a row; further rows are copies of the last printed one. */
const placesOf = (hole: TemplateHole, row: number, printed: number): TemplateHole['places'] =>
  hole.places.filter((place) => place.row === (hole.repeat === null ? place.row : Math.min(row, Math.max(0, printed - 1))))

/** A table's answers where the paper has one hole for them all: a list. */
const listed = (inks: readonly Ink[]): readonly Ink[] => {
  const said = inks.filter(({ text }) => text !== '')
  return said.length < 2 ? said : [{ text: said.map(({ text }) => text).join('; '), chosen: said.flatMap(({ chosen }) => chosen) }]
}

const inkRows = ({ form, answers, lists }: Declared, hole: TemplateHole, entry: HoleAnswer | undefined): readonly Ink[] => {
  const field = entry && 'answer' in entry ? fieldsByPointer(form).get(entry.answer) : undefined
  if (!field || !entry || !('answer' in entry)) return []
  const wish = { kind: hole.kind, capitals: hole.capitals, unit: hole.unit, ...(entry.as === undefined ? {} : { as: entry.as }) }
  const inks = rowsOf(answers, entry.answer).map((value) => answerInk(value, field, wish, lists))
  return hole.repeat === null ? listed(inks) : inks
}

/** Everything that comes on paper, hole by hole and row by row; holes without an answer too, since placeholders go. */
export const planStrokes = (declared: Declared): readonly Written[] => {
  const { template } = declared
  const entries = new Map(template.map.holes.map((entry) => [entry.n, entry]))
  return template.holes.flatMap((hole) => {
    const printed = template.repeats.find(({ name }) => name === hole.repeat)?.rows.length ?? 1
    const inks = inkRows(declared, hole, entries.get(hole.n))
    const rows = Math.max(inks.length, printed)
    return Array.from({ length: rows }, (_, row) => {
      const ink = inks[row] ?? NO_INK
      return { hole, row, ink, strokes: spreadInk(placesOf(hole, row, printed), ink) }
    })
  })
}
