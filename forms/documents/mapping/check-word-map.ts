import { FILES, finding, warning } from '../../authoring/finding.ts'
import type { Finding } from '../../authoring/source.ts'
import { fieldsByPointer } from '../../engine/all-fields.ts'
import { foldText } from '../../engine/fold.ts'
import type { Field, FormModel } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import type { Hole, WordForm } from '../hole.ts'
import { answersOf, type HoleAnswer, type SystemFact, type WordMap } from '../word-map.ts'
import { isExcused, leafFields, partsAsked, partsLost } from './answer-parts.ts'
import { whyNot } from './can-write.ts'
import { readWordMap } from './read-word-map.ts'

const at = (pointer: string) => ({ file: FILES.map, pointer })

const sameLabel = (a: string, b: string): boolean => a.normalize('NFC').replace(/\s+/g, ' ').trim() === b.normalize('NFC').replace(/\s+/g, ' ').trim()

type Fields = ReadonlyMap<string, Field>

const boxesMissing = (hole: Hole, field: Field, pointer: string): readonly Finding[] => {
  const printed = hole.places.filter(({ role }) => role === 'option').map(({ option }) => option ?? '')
  if (printed.length < 2 || field.options === undefined) return []
  const known = new Set(printed.map(foldText))
  return field.options.filter(({ title }) => !known.has(foldText(title.vi))).map(({ title }) => warning(at(pointer), 'noBox', title.vi, printed.join('; ')))
}

const checkAnswer = (entry: HoleAnswer, hole: Hole, fields: Fields, pointer: string): readonly Finding[] => answersOf(entry).flatMap((answer, i) => {
  const place = i === 0 ? `${pointer}/answer` : `${pointer}/and/${i - 1}`
  const field = fields.get(answer)
  if (!field) return [finding(at(place), 'noAnswer', answer)]
  const reason = whyNot(hole, field, 'answer' in entry && i === 0 ? entry.as : undefined)
  return reason === undefined ? boxesMissing(hole, field, place) : [finding(at(place), 'notWritable', field.title.vi, reason)]
})

/** The system writes words and a date: a box or the cells of a number are no place for either. */
const checkFact = (fact: SystemFact, hole: Hole, pointer: string): readonly Finding[] => {
  const isWritable = hole.repeat === null && hole.places.every(({ role }) => role === 'whole' || role === 'line' || (fact === 'submittedOn' && ['day', 'month', 'year'].includes(role)))
  return isWritable ? [] : [finding(at(`${pointer}/system`), 'notWritable', fact, hole.repeat === null ? hole.places.map(({ role }) => role).join(', ') : 'table row')]
}

const checkEntry = (entry: HoleAnswer, word: WordForm, fields: Fields, pointer: string): readonly Finding[] => {
  const hole = [...word.holes, ...word.office].find(({ n }) => n === entry.n)
  if (!hole) return [finding(at(pointer), 'holeGone', String(entry.n), entry.label)]
  if (!sameLabel(hole.label, entry.label)) return [finding(at(`${pointer}/label`), 'holeLabel', entry.label, hole.label)]
  if ('system' in entry) return checkFact(entry.system, hole, pointer)
  return checkAnswer(entry, hole, fields, pointer)
}

const doubled = (map: WordMap, places: readonly number[]): readonly Finding[] => map.holes.flatMap(({ n }, i) =>
  map.holes.findIndex((other) => other.n === n) < i ? [finding(at(`/holes/${places[i]}/n`), 'duplicate', String(n))] : [])

/** '/home/detail': one part of an answer may be excused. */
const isPart = (answer: string, fields: Fields): boolean =>
  [...fields.values()].some((field) => partsAsked(field).some((part) => `${field.pointer}/${part}` === answer))

const checkUnprinted = ({ holes, unprinted }: WordMap, fields: Fields, form: FormModel): readonly Finding[] => unprinted.flatMap(({ answer }, i) => {
  const known = fields.has(answer) || form.sections.some(({ name }) => `/${name}` === answer) || isPart(answer, fields)
  if (!known) return [finding(at(`/unprinted/${i}/answer`), 'noAnswer', answer)]
  return holes.some((hole) => answersOf(hole).some((printed) => isAtOrBelow(printed, answer))) ? [warning(at(`/unprinted/${i}/answer`), 'printedAnyway', answer)] : []
})

const neverPrinted = (map: WordMap, form: FormModel): readonly Finding[] => {
  const printed = new Set(map.holes.flatMap(answersOf))
  return leafFields(form).filter(({ pointer }) => !printed.has(pointer) && !isExcused(map, pointer))
    .map(({ pointer, title }) => finding(at('/unprinted'), 'neverPrinted', title.vi, pointer))
}

const partlyPrinted = (map: WordMap, word: WordForm, form: FormModel): readonly Finding[] => {
  const holes = new Map([...word.holes, ...word.office].map((hole) => [hole.n, hole]))
  // Of a date that is known in part the year may be all that anybody answers; an example that says more is tried on the paper.
  return leafFields(form).flatMap((field) => partsLost(map, field, (n) => holes.get(n))
    .map((part) => (field.kind === 'partial-date' ? warning : finding)(at('/unprinted'), 'neverPrinted', field.title.vi, `${field.pointer}/${part}`)))
}

/**
 * Does every hole of the Word form get an answer, or a reason to stay empty, and does every answer reach the paper? `value`:
 * what form.map.json holds; `word`: the form.docx beside it, as it is read today.
 */
export const checkWordMap = (value: Json, word: WordForm, form: FormModel): readonly Finding[] => {
  const { map, at: places, findings } = readWordMap(value)
  const fields = fieldsByPointer(form)
  const mapped = new Set(map.holes.map(({ n }) => n))
  return [
    ...findings, ...doubled(map, places),
    ...map.holes.flatMap((entry, i) => checkEntry(entry, word, fields, `/holes/${places[i]}`)),
    ...word.holes.filter(({ n }) => !mapped.has(n)).map(({ n, label }) => finding(at('/holes'), 'holeUnmapped', String(n), label)),
    ...word.office.filter(({ n }) => !mapped.has(n)).map(({ n, label }) => warning(at('/holes'), 'officeUnmapped', String(n), label)),
    ...checkUnprinted(map, fields, form), ...neverPrinted(map, form), ...partlyPrinted(map, word, form),
  ]
}
