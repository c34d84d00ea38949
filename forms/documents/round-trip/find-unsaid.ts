import type { CodeLists, Field, FormModel } from '../../engine/form-model.ts'
import type { Answers, Json } from '../../engine/json.ts'
import { valueAt } from '../../engine/pointer.ts'
import { cleanInk } from '../fill/clean-ink.ts'
import { restOfYear } from '../fill/half-year.ts'
import { isSameChoice } from '../fill/spread-ink.ts'
import type { Template, TemplateHole } from '../fill/template.ts'
import { isExcused, leafFields } from '../mapping/answer-parts.ts'
import { answersOf } from '../word-map.ts'
import type { ReadHole } from './read-back.ts'
import { saidParts, type Said } from './said-parts.ts'

/** Something that was answered and that no hole says. `answer`: its pointer, a part's name behind it. `row` counts from 0. */
type Unsaid = { readonly answer: string; readonly row: number; readonly wanted: string }

type Value = { readonly value: Json; readonly row: number }

/** Values at a pointer with '*'; the row is that of the outermost list. */
const valuesAt = (root: Json | undefined, pointer: string, row = 0): readonly Value[] => {
  const star = pointer.indexOf('/*')
  if (star === -1) { const value = valueAt(root, pointer); return value === undefined ? [] : [{ value, row }] }
  const rows = valueAt(root, pointer.slice(0, star))
  return Array.isArray(rows) ? rows.flatMap((one, i) => valuesAt(one, pointer.slice(star + 2)).map(({ value }) => ({ value, row: i }))) : []
}

const isDigits = ({ places }: TemplateHole): boolean => places.some(({ role }) => role === 'digit')

const leaders = ({ places }: TemplateHole): ReadonlySet<string> =>
  new Set(places.flatMap(({ spots }) => spots.flatMap(({ spot }) => (spot.form === 'text' ? spot.regions.flatMap(({ printed }) => [...printed]) : []))))

/** What can be told apart on this paper: no spaces, no dots among dots, and in cells for digits no other signs. */
const bare = (text: string, hole: TemplateHole): string => {
  const dots = leaders(hole)
  return [...cleanInk(text).toLocaleUpperCase('vi')].filter((char) => !/\s/.test(char) && !dots.has(char) && (!isDigits(hole) || /[\p{L}\p{N}]/u.test(char))).join('')
}

/** Where the form prints the half of a year itself, the pen wrote the other half. */
const inHalves = (ways: readonly string[], { places }: TemplateHole): readonly string[] => {
  const halves = places.flatMap(({ half }) => half ?? [])
  return [...ways, ...halves.flatMap((half) => ways.map((way) => way.replace(/\d{4}$/, (year) => restOfYear(year, half))))]
}

const says = (read: string, ways: readonly string[], hole: TemplateHole): boolean => {
  const text = bare(read, hole)
  const options = hole.places.flatMap(({ role, option }) => (role === 'option' && option !== undefined ? [option] : []))
  const ticked = options.filter((option) => text.includes(bare(option, hole)))
  return inHalves(ways, hole).some((way) => text.includes(bare(way, hole)) || ticked.some((option) => isSameChoice(way, option)))
}

export type Reading = { readonly template: Template; readonly form: FormModel; readonly answers: Answers; readonly lists: CodeLists; readonly holes: readonly ReadHole[] }

const holesFor = ({ map, holes }: Template, { pointer }: Field): readonly TemplateHole[] => {
  const numbers = new Set(map.holes.filter((entry) => answersOf(entry).includes(pointer)).map(({ n }) => n))
  return holes.filter(({ n }) => numbers.has(n))
}

const textOf = (holes: readonly ReadHole[], hole: TemplateHole, row: number): string =>
  holes.find(({ n, row: at }) => n === hole.n && at === (hole.repeat === null ? 0 : row))?.text ?? ''

const pointerOf = (field: Field, { part }: Said): string => (part === '' ? field.pointer : `${field.pointer}/${part}`)

/**
 * Every part of every answer that has a hole, against what stands in its holes. Goes by the answers and by what was read, not by
 * what the pen meant to write: what filling drops without a word is found here.
 */
export const findUnsaid = ({ template, form, answers, lists, holes }: Reading): readonly Unsaid[] => leafFields(form).flatMap((field) => {
  const own = holesFor(template, field)
  if (own.length === 0) return []
  return valuesAt(answers, field.pointer).flatMap(({ value, row }) => saidParts(value, field, lists)
    .filter((said) => !isExcused(template.map, pointerOf(field, said)) && !own.some((hole) => says(textOf(holes, hole, row), said.ways, hole)))
    .map((said) => ({ answer: pointerOf(field, said), row, wanted: said.ways[0] ?? '' })))
})
