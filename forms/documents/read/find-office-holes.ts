import type { Hole } from '../hole.ts'
import type { Why } from './find-unasked.ts'
import type { Slot } from './find-slots.ts'
import type { Item } from './items.ts'
import { cleanLabel } from './label.ts'
import type { Line } from './lines.ts'
import { placeHole } from './place-hole.ts'
import { isSlotOnly } from './find-unasked.ts'
import { plainWords, trimPunctuation } from './words.ts'

type Told = { readonly line: Line; readonly why: Why | undefined }
type Found = Pick<Hole, 'label' | 'kind'> & { readonly spots: { readonly line: Line; readonly slot: Slot }[] }

const AGENCY_LABEL = 'Kính gửi'
const PLACE_LABEL = 'Địa danh'
const DATE_LABEL = 'Ngày, tháng, năm'

const wordsBefore = ({ paragraph, from }: Line, slot: Slot): string => trimPunctuation(cleanLabel(paragraph.text.slice(from, slot.from)).replaceAll(/\(\s*\)/g, ''))

/** 'Kính gửi: …': one hole, over as many dotted lines as follow. What a further line asks has words of its own, and is left. */
const agencyHoles = (told: readonly Told[]): readonly Found[] => {
  const found: Found[] = []
  told.forEach(({ line, why }, at) => {
    const [slot] = line.slots
    if (why !== 'agency' || !slot) return
    const [last, before] = [found.at(-1), told[at - 1]]
    if (last && before?.why === 'agency' && before.line.site.path === line.site.path && isSlotOnly(line)) last.spots.push({ line, slot })
    else found.push({ label: wordsBefore(line, slot) || AGENCY_LABEL, kind: 'organisation', spots: [{ line, slot }] })
  })
  return found
}

/** A date inside the office's own part, or above its signature, is the office's. */
const isOffices = (told: readonly Told[], at: number): boolean => {
  const path = told[at]?.line.site.path ?? ''
  const beside = (one: Told): boolean => one.why !== 'placeAndDate' && plainWords(one.line.text) !== ''
  const [before, behind] = [told.slice(0, at).findLast(beside), told.slice(at + 1).find(beside)]
  const isIn = (one: Told | undefined): boolean => one?.why === 'officialUse' && (one.line.site.path === '' || path.startsWith(one.line.site.path))
  return isIn(before) || (behind?.line.site.path === path && isIn(behind))
}

/** '…, ngày … tháng … năm …': the place, where there is room for one, and the date. */
const dateHoles = (told: readonly Told[]): readonly Found[] => told.flatMap(({ line, why }, at) => {
  if (why !== 'placeAndDate' || isOffices(told, at)) return []
  return line.slots.map((slot): Found => (slot.date === undefined
    ? { label: wordsBefore(line, slot) || PLACE_LABEL, kind: 'place', spots: [{ line, slot }] }
    : { label: DATE_LABEL, kind: 'date', spots: [{ line, slot }] }))
})

/** Where in the form a hole stands: both kinds are told in reading order. */
const orderOf = ({ spots }: Found, told: readonly Told[]): number => told.findIndex(({ line }) => line === spots[0]?.line)

/**
 * Holes that nobody is asked for, since the system knows what belongs there: who receives, where and when. Numbered from `first`.
 * What an office writes itself is none of them.
 */
export const findOfficeHoles = (items: readonly Item[], unasked: readonly (Why | undefined)[], first: number): readonly Hole[] => {
  const told = items.flatMap((item, at): readonly Told[] => (item.item === 'line' ? [{ line: item, why: unasked[at] }] : []))
  return [...agencyHoles(told), ...dateHoles(told)].toSorted((a, b) => orderOf(a, told) - orderOf(b, told)).map(({ label, kind, spots }, i) => ({
    n: first + i, section: '', label, kind, optional: true, repeat: null, note: null, confidence: 1, reason: 'known to the system',
    places: placeHole([spots.map(({ line, slot }) => ({ on: 'slot', paragraph: line.paragraph, slot }))], kind, false),
  }))
}
