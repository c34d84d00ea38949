import type { Hole, Mark, Place, WordForm } from '../hole.ts'
import { openPackage } from '../package/open-package.ts'
import type { WordMap } from '../word-map.ts'
import type { Part } from '../xml/parse-part.ts'
import { boxSpot } from './box-spot.ts'
import { compileRepeat } from './compile-repeat.ts'
import { fieldSpot } from './field-spot.ts'
import { twinMark } from './find-twin.ts'
import { halfYear } from './half-year.ts'
import { partsOf, type Parts } from './parts.ts'
import { elementsAround, nearest, printedChars } from './surroundings.ts'
import type { Spot, Template, TemplateHole, TemplatePlace } from './template.ts'
import { gapSpot, leaderSpot, tabSpot, withTab } from './text-spots.ts'
import { tightRow } from './tight-row.ts'

const partOf = (mark: Mark): string => (mark.form === 'leader' ? mark.ranges[0]?.part : mark.range.part) ?? ''

const spotFor = (part: Part, mark: Mark, styles: Part | undefined): Spot | undefined => {
  if (mark.form === 'leader') return leaderSpot(part, mark.ranges)
  if (mark.form === 'tab') return tabSpot(part, mark.range)
  if (mark.form === 'gap') return gapSpot(part, mark.range, styles)
  return mark.form === 'box' ? boxSpot(part, mark.range) : fieldSpot(part, mark.range)
}

/** With the height of its row, where that is fixed. */
const spotOf = (part: Part, mark: Mark, styles: Part | undefined): Spot | undefined => {
  const [spot, range] = [spotFor(part, mark, styles), mark.form === 'leader' ? mark.ranges[0] : mark.range]
  const tight = spot?.form === 'text' && range ? tightRow(part, elementsAround(part, range), spot.before) : undefined
  return spot?.form === 'text' && tight ? { ...spot, tight } : spot
}

const placeKey = (mark: Mark): string => JSON.stringify(mark.form === 'leader' ? mark.ranges : mark.range)

/** Start of the paragraph that a mark stands in. */
const lineOf = (part: Part, mark: Mark): number => {
  const range = mark.form === 'leader' ? mark.ranges[0] : mark.range
  return (range && nearest(elementsAround(part, range), 'p')?.start) ?? -1
}

/** Do words stand between two pieces of dots? Then each is a blank of its own: '… giờ … phút'. */
const wordsBetween = ({ source }: Part, a: Mark, b: Mark): boolean => {
  const [end, start] = [a.form === 'leader' ? a.ranges.at(-1)?.end : undefined, b.form === 'leader' ? b.ranges[0]?.start : undefined]
  return end !== undefined && start !== undefined && /\p{L}/u.test(source.slice(end, start).replace(/<[^>]*>/g, ''))
}

/** Dots that one line has in several pieces shrink as one. */
const joinLeaders = (parts: Parts, marks: readonly Mark[]): readonly Mark[] => marks.reduce<readonly Mark[]>((joined, mark) => {
  const last = joined.at(-1)
  const isOne = last?.form === 'leader' && mark.form === 'leader' && partOf(last) === partOf(mark) && lineOf(parts.part(partOf(mark)), last) === lineOf(parts.part(partOf(mark)), mark)
    && !wordsBetween(parts.part(partOf(mark)), last, mark)
  return isOne ? [...joined.slice(0, -1), { form: 'leader', ranges: [...last.ranges, ...mark.ranges] }] : [...joined, mark]
}, [])

/** Marks without those that only say the other branch of a text box once more. */
const withoutTwins = (parts: Parts, marks: readonly Mark[]): readonly Mark[] => {
  const twins = new Set(marks.flatMap((mark) => { const twin = twinMark(parts.part(partOf(mark)), mark); return twin ? [placeKey(twin)] : [] }))
  return marks.filter((mark) => !twins.has(placeKey(mark)))
}

const compileSpots = (parts: Parts, marks: readonly Mark[]): TemplatePlace['spots'] => {
  const own = joinLeaders(parts, withoutTwins(parts, marks))
  const lines = own.map((mark) => lineOf(parts.part(partOf(mark)), mark))
  return own.flatMap((mark, i) => {
    const part = parts.part(partOf(mark))
    const [spot, twin] = [spotOf(part, mark, parts.styles), twinMark(part, mark)]
    const second = twin ? spotOf(part, twin, parts.styles) : undefined
    return spot ? [{ spot, twins: second ? [second] : [], goesOn: i > 0 && lines[i] === lines[i - 1] }] : []
  })
}

const DATE_ROLES: ReadonlySet<string> = new Set(['day', 'month', 'year'])

const withoutRest = (spot: Spot): Spot => (spot.form === 'text' ? { ...spot, leaves: false } : spot)

/** A half year is closed up with what follows it. */
const closedUp = (spot: Spot, half: string): Spot => (spot.form === 'text' && half !== '' ? { ...spot, lead: '' } : spot)

const asDate = (half: string) => (one: TemplatePlace['spots'][number]): TemplatePlace['spots'][number] =>
  ({ ...one, spot: closedUp(withoutRest(one.spot), half), twins: one.twins.map((twin) => closedUp(withoutRest(twin), half)) })

type Spots = TemplatePlace['spots']

const closed = (spot: Spot | undefined, tab: Spot | undefined): Spot | undefined =>
  (spot?.form === 'text' && tab?.form === 'text' && tab.tab !== '' && spot.part === tab.part ? withTab(spot, tab) : undefined)

/** '{tháng}' and the dotted tab behind it are one blank of a date, so that '07/07...../1994' cannot come of it. */
const closeTabs = (spots: Spots): Spots => spots.reduce<Spots>((done, one) => {
  const last = done.at(-1)
  const spot = one.goesOn ? closed(last?.spot, one.spot) : undefined
  if (!last || !spot) return [...done, one]
  return [...done.slice(0, -1), { ...last, spot, twins: last.twins.map((twin, i) => closed(twin, one.twins[i]) ?? twin) }]
}, [])

const halfBefore = (parts: Parts, { role, marks: [mark] }: Place): string => {
  const range = mark?.form === 'leader' ? mark.ranges[0] : mark?.range
  return role === 'year' && mark && range ? halfYear(parts.part(partOf(mark)), range) : ''
}

const compilePlace = (parts: Parts, place: Place): TemplatePlace => {
  const { role, option, row, marks } = place
  const [half, spots] = [halfBefore(parts, place), compileSpots(parts, marks)]
  return { role, ...(option === undefined ? {} : { option }), ...(half === '' ? {} : { half }), row: row ?? 0, spots: DATE_ROLES.has(role) ? closeTabs(spots).map(asDate(half)) : spots }
}

const IN_CAPITALS = /(chữ )?in hoa|chữ hoa/iu
const UNIT = /^[\s.…_)]*\(?(đồng|VNĐ|VND|đ\b)/iu
const SPELT = /bằng số.*bằng chữ/iu
const UNIT_IN_LABEL = /\((đồng|VNĐ|VND)\)|(đồng|VNĐ|VND)$/iu

/** Words that are printed behind a hole in its paragraph. */
const wordsBehind = (parts: Parts, hole: Hole): string => {
  const mark = hole.places.at(-1)?.marks.at(-1)
  if (!mark) return ''
  const range = mark.form === 'leader' ? mark.ranges.at(-1) : mark.range
  const part = parts.part(partOf(mark))
  const paragraph = range ? nearest(elementsAround(part, range), 'p') : undefined
  return paragraph && range ? printedChars(part, paragraph).filter(({ start }) => start >= range.end).map(({ char }) => char).join('') : ''
}

const compileHole = (parts: Parts, hole: Hole): TemplateHole => ({
  n: hole.n, label: hole.label, kind: hole.kind, repeat: hole.repeat,
  capitals: IN_CAPITALS.test(hole.label), ...(SPELT.test(hole.label) ? { spelt: true } : {}), unit: UNIT_IN_LABEL.test(hole.label) || UNIT.test(wordsBehind(parts, hole)),
  places: hole.places.map((place) => compilePlace(parts, place)),
})

/**
 * What filling needs to know of a Word form, worked out once at publish: JSON. Throws PackageError where docx is no .docx.
 * `form` must have been read from the same bytes: places are offsets.
 */
export const compileTemplate = ({ docx, form, map }: { readonly docx: Uint8Array; readonly form: WordForm; readonly map: WordMap }): Template => {
  const parts = partsOf(openPackage(docx))
  return { map, holes: [...form.holes, ...form.office].map((hole) => compileHole(parts, hole)), repeats: form.repeats.map((repeat) => compileRepeat(parts, repeat)) }
}
