import type { Hole } from '../hole.ts'
import type { Why } from './find-unasked.ts'
import type { Slot } from './find-slots.ts'
import type { Item } from './items.ts'
import { cleanLabel } from './label.ts'
import type { Line } from './lines.ts'
import { placeHole } from './place-hole.ts'
import { isSlotOnly } from './mask-slots.ts'
import { plainWords, trimPunctuation } from './words.ts'

type Told = { readonly line: Line; readonly why: Why | undefined }
type Found = Pick<Hole, 'label' | 'kind' | 'hint'> & { readonly at: number; readonly spots: { readonly line: Line; readonly slot: Slot }[] }

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
    else found.push({ label: wordsBefore(line, slot) || AGENCY_LABEL, kind: 'organisation', at, spots: [{ line, slot }] })
  })
  return found
}

/** For each line the last one before it that has words and is no date. */
const wordsAbove = (told: readonly Told[]): readonly (Told | undefined)[] => {
  let last: Told | undefined
  return told.map((one) => {
    const above = last
    if (one.why !== 'placeAndDate' && plainWords(one.line.text) !== '') last = one
    return above
  })
}

/** Who signs below a date, where it is no office. */
const SIGNER = /^(người (?!(tiếp )?nhận|có thẩm quyền|đứng đầu|phụ trách)|chủ (hộ|đầu tư|cơ sở)|đại diện (chủ|hộ|tổ chức|thương nhân))/iu

const signerOf = (path: string, below: Told | undefined): string | undefined => {
  const words = below?.line.site.path === path ? plainWords(below.line.text) : ''
  return SIGNER.test(words) ? words : undefined
}

/** A date inside the office's own part, or above its signature, is the office's. */
const isOffices = ({ line: { site: { path } } }: Told, above: Told | undefined, below: Told | undefined): boolean => {
  if (signerOf(path, below) !== undefined) return false
  const isIn = (one: Told | undefined): boolean => one?.why === 'officialUse' && (one.line.site.path === '' || path.startsWith(one.line.site.path))
  return isIn(above) || (below?.line.site.path === path && isIn(below))
}

/** '…, ngày … tháng … năm …': the place, where there is room for one, and the date. */
const dateHoles = (told: readonly Told[]): readonly Found[] => {
  const [above, below] = [wordsAbove(told), wordsAbove(told.toReversed()).toReversed()]
  return told.flatMap((one, at) => {
    const { line, why } = one
    if (why !== 'placeAndDate' || isOffices(one, above[at], below[at])) return []
    const signer = signerOf(line.site.path, below[at])
    return line.slots.map((slot): Found => ({
      ...(slot.date === undefined ? { label: wordsBefore(line, slot) || PLACE_LABEL, kind: 'place' } : { label: DATE_LABEL, kind: 'date' }),
      at, spots: [{ line, slot }], ...(signer === undefined ? {} : { hint: signer }),
    }))
  })
}

/**
 * Holes that nobody is asked for, since the system knows what belongs there: who receives, where and when. Numbered from `first`.
 * What an office writes itself is none of them.
 */
export const findOfficeHoles = (items: readonly Item[], unasked: readonly (Why | undefined)[], first: number): readonly Hole[] => {
  const told = items.flatMap((item, at): readonly Told[] => (item.item === 'line' ? [{ line: item, why: unasked[at] }] : []))
  return [...agencyHoles(told), ...dateHoles(told)].toSorted((a, b) => a.at - b.at).map(({ label, kind, spots, hint }, i) => ({
    n: first + i, section: '', label, kind, optional: true, repeat: null, note: null, confidence: 1, reason: 'known to the system', ...(hint === undefined ? {} : { hint }),
    places: placeHole([spots.map(({ line, slot }) => ({ on: 'slot', paragraph: line.paragraph, slot }))], kind, false),
  }))
}
