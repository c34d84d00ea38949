import type { CodeLists, FormModel } from '../../engine/form-model.ts'
import type { Answers } from '../../engine/json.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import { fillForm } from '../fill/fill-form.ts'
import type { Known } from '../fill/known-facts.ts'
import { planStrokes, type Written } from '../fill/plan-strokes.ts'
import type { Template } from '../fill/template.ts'
import { isExcused, leafFields } from '../mapping/answer-parts.ts'
import { answersOf } from '../word-map.ts'
import { findUnsaid } from './find-unsaid.ts'
import { readBack, type ReadHole } from './read-back.ts'

/** What a round trip found wrong. `row` counts from 0. */
export type RoundTripFault =
  /** Something else than the holes of this part differs. */
  | { readonly what: 'outside'; readonly part: string }
  /** The hole says something else than the answer, or nothing. */
  | { readonly what: 'lost'; readonly n: number; readonly label: string; readonly row: number; readonly wanted: string; readonly read: string }
  /** An answer that no hole takes and that is not under `unprinted`. */
  | { readonly what: 'unprinted'; readonly answer: string }
  /** A part of an answer that none of its holes says: a street, an issuer, a day. `answer` ends in the part. */
  | { readonly what: 'part'; readonly answer: string; readonly row: number; readonly wanted: string }

export type RoundTrip = { readonly docx: Uint8Array; readonly template: Template; readonly form: FormModel; readonly answers: Answers; readonly lists: CodeLists; readonly known?: Known }

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isBoxes = ({ hole }: Written): boolean => hole.places.some(({ role }) => role === 'option')

const DATES: readonly string[] = ['day', 'month', 'year']

/** What a person would have to read in a hole. Of boxes: as many crosses as there are things chosen. */
const wantedText = (written: Written): string => {
  const { hole, ink, strokes } = written
  if (isBoxes(written) || strokes.some(({ spot }) => spot.form === 'box')) return words(strokes.filter(({ text }) => text !== '').map(({ place, text }) => (place.role === 'option' ? place.option ?? text : text)).join('; '))
  if (ink.date && hole.places.some(({ role }) => DATES.includes(role))) return strokes.filter(({ place, text }) => text !== '' && place.role !== 'option').map(({ text }) => text).join('/')
  return hole.places.some(({ role }) => role === 'digit') ? words(ink.text).replace(/\s/g, '') : words(ink.text)
}

const crosses = ({ strokes }: Written): number => strokes.filter(({ text }) => text !== '').length

/** A choice that no box stands for reaches the paper nowhere; a lonely box that stays empty says no. */
const hasNoBox = (written: Written): boolean => isBoxes(written) && written.ink.text !== '' && crosses(written) < Math.max(1, written.ink.chosen.length)
  && !(written.ink.yes === false && written.hole.places.length === 1)

/** Yes and no are one cross each; where both boxes, or none, say no, the paper says nothing. */
const saysBoth = ({ ink, strokes }: Written): boolean =>
  ink.yes !== undefined && new Set(strokes.flatMap(({ place, text }) => (text !== '' && place.role === 'option' ? [place.option] : []))).size > 1

/** Characters of the leaders that a hole is printed with. */
const leaderChars = ({ hole }: Written): ReadonlySet<string> => new Set(hole.places.flatMap(({ spots }) => spots.flatMap(({ spot }) =>
  (spot.form === 'text' && !spot.placeholder ? spot.regions.flatMap(({ printed }) => [...printed]) : []))))

/**
 * Two texts that nobody can tell apart on this paper: a stop at the end of an answer and the dots behind it are one row of dots,
 * and digits that go into cells lose the signs between them where the cells are too few.
 */
const same = (a: string, b: string, written: Written): boolean => {
  if (a === b) return true
  const dots = leaderChars(written)
  const digits = written.hole.places.some(({ role }) => role === 'digit')
  const core = (text: string): string => [...text].filter((char) => char !== ' ' && !dots.has(char) && (!digits || /[\p{L}\p{N}]/u.test(char))).join('')
  return core(a) === core(b)
}

const faultIn = (written: Written, holes: readonly ReadHole[]): readonly RoundTripFault[] => {
  const { hole, row, ink } = written
  const read = words(holes.find((one) => one.n === hole.n && one.row === row)?.text ?? '')
  const wanted = hasNoBox(written) || saysBoth(written) ? ink.text : wantedText(written)
  return same(read, wanted, written) ? [] : [{ what: 'lost', n: hole.n, label: hole.label, row, wanted, read }]
}

const general = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

/** Pointers of everything that was answered; `leaves`: fields whose answer is one thing although it is an object. */
const pointersOf = (value: unknown, pointer: string, leaves: ReadonlySet<string>): readonly string[] => {
  if (leaves.has(general(pointer)) || typeof value !== 'object' || value === null) return [general(pointer)]
  return Object.entries(value).flatMap(([name, member]) => pointersOf(member, `${pointer}/${name}`, leaves))
}

const leavesOf = (form: FormModel): ReadonlySet<string> => new Set(leafFields(form).map(({ pointer }) => pointer))

const neverPrinted = ({ template: { map }, form, answers }: RoundTrip): readonly RoundTripFault[] => [...new Set(pointersOf(answers, '', leavesOf(form)))]
  .filter((answer) => !map.holes.some((hole) => answersOf(hole).some((printed) => isAtOrBelow(answer, printed))) && !isExcused(map, answer))
  .map((answer) => ({ what: 'unprinted', answer }))

/** Answers whose hole is known to be wrong: their parts need no second word. */
const answersLost = ({ template: { map } }: RoundTrip, faults: readonly RoundTripFault[]): readonly string[] =>
  faults.flatMap((fault) => (fault.what === 'lost' ? map.holes.filter(({ n }) => n === fault.n).flatMap(answersOf) : []))

const partsUnsaid = (trip: RoundTrip, holes: readonly ReadHole[], lost: readonly RoundTripFault[]): readonly RoundTripFault[] => {
  const known = answersLost(trip, lost)
  return findUnsaid({ ...trip, holes }).filter(({ answer }) => !known.some((pointer) => isAtOrBelow(answer, pointer))).map((unsaid) => ({ what: 'part', ...unsaid }))
}

/**
 * Fills a form, reads the paper and compares: does each hole carry its answer, did nothing else change, does every answer reach
 * the paper or have a reason not to? [] means yes. Throws PackageError where docx is no .docx.
 */
export const checkRoundTrip = (trip: RoundTrip): readonly RoundTripFault[] => {
  const { holes, changed } = readBack(fillForm(trip), trip.docx, trip.template)
  const outside = changed.map((part): RoundTripFault => ({ what: 'outside', part }))
  const lost = planStrokes(trip).flatMap((written) => faultIn(written, holes))
  return [...outside, ...lost, ...(outside.length === 0 ? partsUnsaid(trip, holes, lost) : []), ...neverPrinted(trip)]
}
