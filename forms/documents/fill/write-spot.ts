import { escapeXml, type Edit } from '../xml/splice.ts'
import { linesOf } from './flow-text.ts'
import type { Spot, TextSpot } from './template.ts'
import { leaderLeft, textWidth } from './text-width.ts'

const inXml = (text: string, lineEnd: string): string => text.split('\n').map(escapeXml).join(lineEnd)

/** What is left of the leader, region by region: it shrinks from the side that the pen begins at. */
const restOf = (spot: TextSpot, rest: string): readonly string[] => {
  let left = rest
  return spot.regions.toReversed().map(({ printed }) => {
    const own = left.slice(Math.max(0, left.length - printed.length))
    left = left.slice(0, left.length - own.length)
    return own
  }).toReversed()
}

/** XML of each region of a spot with this text on it. */
export const regionXml = (spot: TextSpot, text: string): readonly string[] => {
  const used = textWidth(spot.lead + text)
  const printed = spot.regions.map((region) => region.printed).join('')
  const rest = text === '' ? printed : spot.leaves ? leaderLeft(printed, used * (spot.scale ?? 1)) : ''
  const behind = spot.tab === '' ? '' : used < spot.room && !text.includes('\n') ? spot.tab : undefined
  const trail = text === '' ? '' : behind === undefined ? ' ' : rest === '' ? spot.trail : ''
  const written = spot.before + (text === '' ? '' : spot.lead) + inXml(text, spot.lineEnd) + trail + spot.after + (behind ?? '')
  const left = text === '' ? restOf(spot, rest).map((dots, i) => spot.regions[i]?.blank ?? escapeXml(dots)) : restOf(spot, rest).map(escapeXml)
  return left.map((xml, i) => (i === 0 ? written + xml : xml))
}

/** A row of a fixed height is let grow where the text would be cut off, as nothing may be lost, and nowhere else. */
const growRow = ({ tight }: TextSpot, text: string): readonly Edit[] =>
  (tight && linesOf(text, tight.width, tight.used) > tight.lines ? tight.grow : [])

/** Edits that put a text on a spot, or tick it; none where there is nothing to write. Placeholders go all the same. */
export const writeSpot = (spot: Spot, text: string): readonly Edit[] => {
  if (spot.form === 'box') return text === '' ? [] : spot.ticked
  if (text === '' && !spot.placeholder) return []
  const xml = regionXml(spot, text)
  return [...spot.regions.map(({ start, end }, i) => ({ start, end, text: xml[i] ?? '' })), ...spot.also, ...growRow(spot, text)]
}
