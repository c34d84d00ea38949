import type { HoleKind, Mark, Place } from '../hole.ts'
import type { Spot } from './drafts.ts'
import { boxMark, gapMark, marksOf } from './marks.ts'

const DATES: readonly HoleKind[] = ['date', 'issueDate']
const DATE_ROLES = { 3: ['day', 'month', 'year'], 2: ['month', 'year'] } as const

type SlotSpot = Extract<Spot, { readonly on: 'slot' }>

const slotPlaces = ({ paragraph, slot }: SlotSpot, kind: HoleKind): readonly Place[] => {
  const roles = slot.date !== undefined && DATES.includes(kind) && (slot.parts.length === 3 || slot.parts.length === 2) ? DATE_ROLES[slot.parts.length] : undefined
  if (roles) return slot.parts.map((part, i) => ({ role: roles[i] ?? 'whole', marks: marksOf(paragraph, part) }))
  return [{ role: 'whole', marks: slot.parts.flatMap((part) => marksOf(paragraph, part)) }]
}

const boxPlaces = (spot: Extract<Spot, { readonly on: 'box' }>): readonly Place[] => {
  const mark: Mark | undefined = boxMark(spot.paragraph, spot.at)
  return mark ? [{ role: 'option', ...(spot.option === '' ? {} : { option: spot.option }), marks: [mark] }] : []
}

const placesOf = (spot: Spot, kind: HoleKind): readonly Place[] => {
  if (spot.on === 'slot') return slotPlaces(spot, kind)
  if (spot.on === 'box') return boxPlaces(spot)
  if (spot.on === 'gap' && spot.option !== undefined) return [{ role: 'option', option: spot.option, marks: [gapMark(spot.paragraph)] }]
  return [{ role: spot.on === 'digit' ? 'digit' : 'whole', marks: [gapMark(spot.paragraph)] }]
}

/** Several lines that take one answer are lines, whatever each would be alone. */
const asLines = (places: readonly Place[]): readonly Place[] =>
  (places.length > 1 && places.every(({ role }) => role === 'whole') ? places.map((place) => ({ ...place, role: 'line' })) : places)

/** Where the answers of a hole are written: its rows in order, each with all that is printed for it. */
export const placeHole = (rows: readonly (readonly Spot[])[], kind: HoleKind, repeats: boolean): readonly Place[] =>
  rows.flatMap((spots, row) => asLines(spots.flatMap((spot) => placesOf(spot, kind))).map((place) => (repeats ? { ...place, row } : place)))
