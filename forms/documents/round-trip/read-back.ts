import type { Spot, Template, TemplateHole, TemplatePlace } from '../fill/template.ts'
import { openPackage } from '../package/open-package.ts'
import { matchPart, type Found } from './match-part.ts'
import { readSpot } from './read-spot.ts'
import { expectPart } from './slots.ts'

/** What stands in a hole, in one row of its group (0 without one). `text`: dates dd/MM/yyyy, boxes by their words. */
export type ReadHole = { readonly n: number; readonly row: number; readonly text: string }

/** `changed`: parts in which something else than a hole differs; their holes are not read. */
export type ReadBack = { readonly holes: readonly ReadHole[]; readonly changed: readonly string[] }

type FoundByKey = ReadonlyMap<string, Found>

const keyOf = (part: string, start: number, end: number, copy: number): string => `${part} ${start} ${end} ${copy}`

const textOn = (spot: Spot, found: FoundByKey, copy: number): string => {
  const at = (start: number, end: number): Found | undefined => found.get(keyOf(spot.part, start, end, copy))
  if (spot.form === 'box') return spot.ticked.length > 0 && spot.ticked.every(({ start, end, text }) => at(start, end)?.content === text && at(start, end)?.printed !== text) ? 'X' : ''
  const regions = spot.regions.map(({ start, end }) => at(start, end))
  return readSpot(regions[0]?.slot.form === 'free' ? regions[0].slot.spot : spot, regions.map((region) => region?.content ?? ''), regions.map((region) => region?.printed ?? '')) ?? regions.map((region) => region?.content ?? '').join('')
}

const JOINED = { day: '/', month: '/', year: '/', digit: '', option: '; ', whole: ' ', line: ' ' } as const

const joinTexts = (places: readonly TemplatePlace[], read: (place: TemplatePlace) => readonly string[]): string => {
  const texts = places.flatMap((place) => {
    const written = read(place).filter((text) => text !== '')
    return place.role === 'option' && written.length > 0 ? [place.option ?? 'X'] : written
  })
  return texts.join(places.some(({ role }) => role === 'month' || role === 'year') ? JOINED.day : JOINED[places[0]?.role ?? 'whole'])
}

const readHole = (hole: TemplateHole, row: number, printed: number, found: FoundByKey): ReadHole => {
  const copy = hole.repeat === null ? 0 : Math.max(0, row - printed + 1)
  const places = hole.places.filter((place) => hole.repeat === null || place.row === Math.min(row, printed - 1))
  return { n: hole.n, row, text: joinTexts(places, ({ spots }) => spots.map(({ spot }) => textOn(spot, found, copy))) }
}

const samePart = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

const writtenParts = (template: Template): ReadonlySet<string> => new Set([
  ...template.holes.flatMap(({ places }) => places.flatMap(({ spots }) => spots.flatMap(({ spot, twins }) => [spot, ...twins].map(({ part }) => part)))),
  ...template.repeats.flatMap(({ rows }) => rows.map(({ part }) => part)),
])

/**
 * Reads a filled form: what stands in each hole, and whether anything but the holes differs from `docx`. Throws PackageError
 * where one of them is no .docx.
 */
export const readBack = (filled: Uint8Array, docx: Uint8Array, template: Template): ReadBack => {
  const [after, before] = [openPackage(filled), openPackage(docx)]
  const parts = writtenParts(template)
  const found = new Map<string, Found>()
  const changed = [...new Set([...before.names, ...after.names])].filter((name) => {
    if (!before.has(name) || !after.has(name)) return true
    if (!parts.has(name)) return !samePart(before.bytes(name), after.bytes(name))
    const match = matchPart(expectPart(template, name, before.text(name)), after.text(name))
    for (const one of match ?? []) found.set(keyOf(name, one.slot.start, one.slot.end, one.copy), one)
    return match === undefined
  })
  const copies = (name: string): number => Math.max(0, ...[...found.values()].filter(({ slot }) => template.repeats.some((repeat) => repeat.name === name && within(slot, repeat.rows.at(-1)))).map(({ copy }) => copy))
  return {
    changed,
    holes: template.holes.flatMap((hole) => {
      const printed = template.repeats.find(({ name }) => name === hole.repeat)?.rows.length ?? 1
      const rows = hole.repeat === null ? 1 : printed + copies(hole.repeat)
      return Array.from({ length: rows }, (_, row) => readHole(hole, row, printed, found))
    }),
  }
}

const within = (slot: { readonly start: number; readonly end: number }, row: { readonly start: number; readonly end: number } | undefined): boolean =>
  row !== undefined && slot.start >= row.start && slot.end <= row.end
