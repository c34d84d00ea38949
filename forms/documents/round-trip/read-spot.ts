import type { TextSpot } from '../fill/template.ts'
import { regionXml } from '../fill/write-spot.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

const decode = (xml: string, lineEnd: string): string => xml.replaceAll(lineEnd, '\n').replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)

/** What the pen may have left behind its text in the first region: the tab, or any end of its leader, the longest first. */
const tailsOf = (spot: TextSpot): readonly string[] => {
  const printed = spot.regions[0]?.printed ?? ''
  const dots = Array.from({ length: printed.length + 1 }, (_, i) => printed.slice(i))
  return [...(spot.tab === '' ? [] : [spot.after + spot.tab]), ...dots.map((left) => spot.after + left), spot.after]
}

const within = (text: string, start: string, end: string): string | undefined =>
  (text.startsWith(start) && text.endsWith(end) && text.length >= start.length + end.length ? text.slice(start.length, text.length - end.length) : undefined)

const equal = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i])

/**
 * The text that writing on this spot would have left these regions: '' where they are as printed, undefined where no text
 * would. A tail of dots is told from dots of the answer by writing it again.
 */
export const readSpot = (spot: TextSpot, contents: readonly string[], printed: readonly string[]): string | undefined => {
  if (equal(contents, spot.placeholder ? regionXml(spot, '') : printed)) return ''
  for (const tail of tailsOf(spot)) {
    const written = within(contents[0] ?? '', spot.before, tail)
    const text = written === undefined ? undefined : decode(written, spot.lineEnd).trim()
    if (text !== undefined && text !== '' && equal(regionXml(spot, text), contents)) return text
  }
  return undefined
}
