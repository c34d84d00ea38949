import { fieldsByPointer } from '../../engine/all-fields.ts'
import type { CodeLists, FormModel } from '../../engine/form-model.ts'
import type { Answers, Json } from '../../engine/json.ts'
import { valueAt } from '../../engine/pointer.ts'
import { answersOf } from '../word-map.ts'
import { answerInk, NO_INK, type Ink } from './answer-text.ts'
import { factInk, type Known } from './known-facts.ts'
import { spreadInk, type Stroke } from './spread-ink.ts'
import type { HoleAnswer, Template, TemplateHole } from './template.ts'

/** A dossier's answers and what is needed to say them in words. `known`: what the system writes itself. */
export type Declared = { readonly template: Template; readonly form: FormModel; readonly answers: Answers; readonly lists: CodeLists; readonly known?: Known }

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

const joinInks = (inks: readonly Ink[], between: string): Ink => {
  const said = inks.filter(({ text }) => text !== '')
  return said.length === 1 ? (said[0] ?? NO_INK) : { text: said.map(({ text }) => text).join(between), chosen: said.flatMap(({ chosen }) => chosen) }
}

/** A table's answers where the paper has one hole for them all: a list. */
const listed = (inks: readonly Ink[]): readonly Ink[] => {
  return inks.length < 2 ? inks : [joinInks(inks, '; ')]
}

/** '… giờ … phút': as many printed blanks in one line as answers, each for its own. */
const isOneEach = ({ repeat, places }: TemplateHole, answers: number): boolean =>
  repeat === null && answers > 1 && places.length === 1 && places[0]?.role === 'whole' && places[0].spots.length === answers

const eachOnItsOwn = (hole: TemplateHole, inks: readonly Ink[]): readonly Stroke[] =>
  hole.places.flatMap((place) => place.spots.map(({ spot, twins }, i) => ({ place, spot, twins, text: inks[i]?.text ?? '' })))

/** Several answers that one hole takes, row by row: with commas between them. */
const oneLine = (columns: readonly (readonly Ink[])[]): readonly Ink[] => {
  const [first = [], ...others] = columns
  if (others.length === 0) return first
  return Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) => joinInks(columns.flatMap((column) => column[row] ?? []), ', '))
}

/** What each answer of a hole says, in each row. */
const inkColumns = ({ form, answers, lists }: Declared, hole: TemplateHole, entry: HoleAnswer): readonly (readonly Ink[])[] => {
  const wish = { kind: hole.kind, capitals: hole.capitals, unit: hole.unit, spelt: hole.spelt ?? false }
  return answersOf(entry).map((pointer, i) => {
    const field = fieldsByPointer(form).get(pointer)
    const own = i === 0 && 'as' in entry && entry.as !== undefined ? { ...wish, as: entry.as } : wish
    return field ? rowsOf(answers, pointer).map((value) => answerInk(value, field, own, lists)) : []
  })
}

const inkRows = (declared: Declared, hole: TemplateHole, entry: HoleAnswer | undefined): readonly Ink[] => {
  if (entry && 'system' in entry) return [factInk(entry.system, declared.known ?? {})]
  if (!entry || !('answer' in entry)) return []
  const inks = oneLine(inkColumns(declared, hole, entry))
  return hole.repeat === null ? listed(inks) : inks
}

/** A hole whose every blank takes an answer of its own; undefined where it takes them as one. */
const writtenEach = (declared: Declared, hole: TemplateHole, entry: HoleAnswer | undefined): Written | undefined => {
  if (!entry || !isOneEach(hole, answersOf(entry).length)) return undefined
  const inks = inkColumns(declared, hole, entry).map(([ink]) => ink ?? NO_INK)
  return { hole, row: 0, ink: joinInks(inks, ' '), strokes: eachOnItsOwn(hole, inks) }
}

/** Everything that comes on paper, hole by hole and row by row; holes without an answer too, since placeholders go. */
export const planStrokes = (declared: Declared): readonly Written[] => {
  const { template } = declared
  const entries = new Map(template.map.holes.map((entry) => [entry.n, entry]))
  return template.holes.flatMap((hole) => {
    const each = writtenEach(declared, hole, entries.get(hole.n))
    if (each) return [each]
    const printed = template.repeats.find(({ name }) => name === hole.repeat)?.rows.length ?? 1
    const inks = inkRows(declared, hole, entries.get(hole.n))
    const rows = Math.max(inks.length, printed)
    return Array.from({ length: rows }, (_, row) => {
      const ink = inks[row] ?? NO_INK
      return { hole, row, ink, strokes: spreadInk(placesOf(hole, row, printed), ink) }
    })
  })
}
