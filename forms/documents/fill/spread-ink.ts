import { foldText } from '../../engine/fold.ts'
import type { Ink } from './answer-text.ts'
import { flowText } from './flow-text.ts'
import { restOfYear } from './half-year.ts'
import type { Spot, TemplatePlace } from './template.ts'

/** What comes on one spot: a text, or for a box TICK; '' leaves it as it is printed. */
export type Stroke = { readonly place: TemplatePlace; readonly spot: Spot; readonly twins: readonly Spot[]; readonly text: string }

export const TICK = 'X'

const strokes = (place: TemplatePlace, texts: readonly string[]): readonly Stroke[] =>
  place.spots.map(({ spot, twins }, i) => ({ place, spot, twins, text: texts[i] ?? '' }))

const saysNo = (option: string): boolean => /^(khong|chua|no)\b/.test(foldText(option))

/** Words beside a box need not be the list's own to the letter: 'Nam' and 'Nam (1)', 'Bản sao' and 'bản sao:'. */
const bare = (text: string): string => foldText(text).replace(/\([^)]*\)/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const isChosen = (option: string, ink: Ink, options: readonly string[]): boolean => {
  if (ink.yes !== undefined) return options.length === 1 ? ink.yes : saysNo(option) !== ink.yes
  const same = (title: string): boolean => bare(title) === bare(option)
  if (ink.chosen.some(same)) return true
  return ink.chosen.some((title) => !options.some((other) => bare(other) === bare(title)) && startOfOneAnother(bare(title), bare(option)))
}

/** Does a box with these words stand for what is chosen, at least by how the words begin? */
export const isSameChoice = (title: string, option: string): boolean => bare(title) === bare(option) || startOfOneAnother(bare(title), bare(option))

const startOfOneAnother = (a: string, b: string): boolean => a !== '' && b !== '' && (`${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `))

const spreadOptions = (places: readonly TemplatePlace[], ink: Ink): readonly Stroke[] => {
  const options = places.map(({ option }) => option ?? '')
  return places.flatMap((place) => strokes(place, place.spots.map(() => (isChosen(place.option ?? '', ink, options) ? TICK : ''))))
}

const DATE_ROLES = ['day', 'month', 'year']

const wholeOrLine = ({ role }: TemplatePlace): boolean => role === 'whole' || role === 'line'

type DatePart = 0 | 1 | 2

/** Which part a place is printed for; of '…/…/20…' the first may be any dots. */
const datePartsOf = (places: readonly TemplatePlace[]): readonly (DatePart | undefined)[] => {
  const hasDay = places.some(({ role }) => role === 'day')
  const first = places.findIndex((place) => !hasDay && wholeOrLine(place))
  return places.map(({ role }, i) => (i === first ? 0 : role === 'day' ? 0 : role === 'month' ? 1 : role === 'year' ? 2 : undefined))
}

/** What goes with a part that the form has no blank for: the month with its day, else the next blank; a year with the last. */
const strayBlank = (part: DatePart, blanks: readonly (DatePart | undefined)[]): number => {
  if (part === 1 && blanks.includes(0)) return blanks.indexOf(0)
  const later = blanks.findIndex((own) => own !== undefined && own > part)
  return later === -1 ? blanks.findLastIndex((own) => own !== undefined) : later
}

/** '07/05' and '1994' on two blanks, '07', '05' and '1994' on three. */
const dateTexts = (places: readonly TemplatePlace[], date: NonNullable<Ink['date']>): readonly string[] => {
  const blanks = datePartsOf(places)
  const isHere = (part: DatePart, i: number): boolean => (blanks.includes(part) ? blanks[i] === part : strayBlank(part, blanks) === i)
  return places.map(({ half = '' }, i) => restOfYear(([0, 1, 2] as const).filter((part) => date[part] !== '' && isHere(part, i)).map((part) => date[part]).join('/'), half))
}

/** A date in as many holes as the form prints for it. A text that is no date goes into the first, as nothing may be lost. */
const spreadDate = (places: readonly TemplatePlace[], ink: Ink): readonly Stroke[] => {
  const texts = ink.date ? dateTexts(places, ink.date) : [ink.text]
  return places.flatMap((place, i) => strokes(place, [texts[i] ?? '']))
}

/** One character a cell; where the cells are too few, signs between the digits go first, and what is left goes into the last. */
const spreadDigits = (places: readonly TemplatePlace[], ink: Ink): readonly Stroke[] => {
  const all = [...ink.text.replace(/\s/g, '')]
  const chars = all.length > places.length ? all.filter((char) => /[\p{L}\p{N}]/u.test(char)) : all
  const last = places.length - 1
  return places.flatMap((place, i) => strokes(place, [i === last ? chars.slice(i).join('') : chars[i] ?? '']))
}

/** Widths of the lines that a text has: spots that go on in one line share it. */
const roomsOf = (spots: TemplatePlace['spots']): readonly number[] => spots.reduce<readonly number[]>((rooms, { spot, goesOn }) => {
  if (spot.form !== 'text') return rooms
  return goesOn && rooms.length > 0 ? [...rooms.slice(0, -1), (rooms.at(-1) ?? 0) + spot.room] : [...rooms, spot.room]
}, [])

/** One answer on one line or on several; a lonely box is ticked by yes, and by any answer that is no yes or no. */
const spreadText = (places: readonly TemplatePlace[], ink: Ink): readonly Stroke[] => {
  const rooms = roomsOf(places.flatMap(({ spots }) => spots))
  const texts = rooms.length === 1 ? [ink.text] : flowText(ink.text, rooms)
  const ticked = ink.yes ?? ink.text !== ''
  let line = 0
  const textFor = ({ spot, goesOn }: TemplatePlace['spots'][number]): string => {
    if (spot.form === 'box') return ticked ? TICK : ''
    if (goesOn && line > 0) return ''
    line += 1
    return texts[line - 1] ?? ''
  }
  return places.flatMap((place) => strokes(place, place.spots.map(textFor)))
}

/** Distributes an answer over the places of its hole: those of one row, where the hole repeats. */
export const spreadInk = (places: readonly TemplatePlace[], ink: Ink): readonly Stroke[] => {
  const of = (...roles: readonly string[]): readonly TemplatePlace[] => places.filter(({ role }) => roles.includes(role))
  const dates = of(...DATE_ROLES)
  return [...spreadOptions(of('option'), ink), ...spreadDigits(of('digit'), ink), ...(dates.length > 0 ? spreadDate(places.filter((place) => wholeOrLine(place) || dates.includes(place)), ink) : spreadText(of('whole', 'line'), ink))]
}
