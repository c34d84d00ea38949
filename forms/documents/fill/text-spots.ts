import type { Range } from '../hole.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import { columnWidth, letterHeight, penHeight, tabRoom } from './room.ts'
import { enlarged, isMark, isSmall, ownProperties, penAt, penProperties } from './run-properties.ts'
import { elementsAround, inPrefix, isSelfClosed, nearest, printedChars, printedText, sourceOf, tagEnd } from './surroundings.ts'
import type { Region, TextSpot } from './template.ts'
import { textWidth } from './text-width.ts'

const TEXT = '<w:t xml:space="preserve">'
const LINE_END = '</w:t><w:br/><w:t xml:space="preserve">'

/** XML around the text of a run with these properties. */
export const runXml = (properties: string): readonly [string, string] => [`<w:r>${properties}${TEXT}`, '</w:t></w:r>']

/** Word drops spaces at the ends of a w:t that does not ask for them. */
const keepSpaces = (part: Part, text: XmlElement): readonly Edit[] => {
  const end = tagEnd(part, text) - 1
  return text.attributes['xml:space'] === 'preserve' ? [] : [{ start: end, end, text: ' xml:space="preserve"' }]
}

type Sides = Pick<TextSpot, 'lead' | 'trail'>

const CLOSE_BEFORE = /[\p{L}\p{N}:;,.)\]?!%]/u
const CLOSE_AFTER = /[\p{L}\p{N}(]/u

/** Spaces that the pen leaves where the printed words stand close. */
const sidesOf = (part: Part, paragraph: XmlElement | undefined, start: number, end: number): Sides => {
  const chars = paragraph ? printedChars(part, paragraph) : []
  const before = chars.findLast((char) => char.end <= start)?.char ?? ''
  const after = chars.find((char) => char.start >= end)?.char ?? ''
  return { lead: CLOSE_BEFORE.test(before) ? ' ' : '', trail: CLOSE_AFTER.test(after) ? ' ' : '' }
}

export const textSpot = (part: Part, more: Partial<TextSpot> & Pick<TextSpot, 'regions' | 'before' | 'after' | 'room'>): TextSpot => ({
  form: 'text', part: part.name, lead: '', trail: '', tab: '', placeholder: false, leaves: true, also: [], ...more,
  lineEnd: inPrefix(LINE_END, part), before: inPrefix(more.before, part), after: inPrefix(more.after, part),
})

/** How the pen writes in a run that is raised or set small, which takes a run of its own; undefined where it writes as the run does. */
const otherPen = (part: Part, paragraph: XmlElement | undefined, run: XmlElement): string | undefined => {
  if (isSmall(paragraph, run)) return enlarged(part, paragraph, run)
  return isMark(run) ? penProperties(part, run) : undefined
}

/** The answer in a run of its own between two halves of the leader's. */
const runBetween = (part: Part, run: XmlElement, pen: string): readonly [string, string] =>
  [`</w:t></w:r><w:r>${pen}${TEXT}`, `</w:t></w:r><w:r>${ownProperties(part, run)}${TEXT}`]

/** How much larger the pen writes than the dots are set: so many more of them an answer takes the place of. */
const scaleOf = (part: Part, run: XmlElement | undefined, paragraph: XmlElement | undefined, pen: string | undefined): number =>
  (pen === undefined || !paragraph ? 1 : penHeight(pen, paragraph) / penHeight(ownProperties(part, run), paragraph))

/** The words of a `{placeholder}` are no leader that could shrink, nor are its brackets, which Word may keep in runs of their own. */
const dotsOf = (printed: string): string => (/[\p{L}{}«»]/u.test(printed) ? '' : printed)

/** A note's mark amid the dots: '…(1)…'. Who answers writes over it. */
const MARK = /^\s*(?:\(\s*(?:\d{1,2}|\*{1,3})\s*\)|\*{1,3})\s*$/

/** Stretches of a mark that is printed between two pieces of a leader. */
const marksBetween = (part: Part, paragraph: XmlElement | undefined, from: number, to: number): readonly Region[] => {
  const chars = paragraph ? printedChars(part, paragraph).filter(({ start, end }) => start >= from && end <= to) : []
  return MARK.test(chars.map(({ char }) => char).join('')) ? chars.map(({ start, end }) => ({ start, end, printed: '', blank: '' })) : []
}

/** Regions that touch are one: nobody could tell afterwards where in a text the pen went from one to the next. */
const joinTouching = (part: Part, regions: readonly Region[]): readonly Region[] => regions.reduce<readonly Region[]>((joined, region) => {
  const last = joined.at(-1)
  if (last?.end !== region.start) return [...joined, region.blank === undefined ? region : { ...region, blank: part.source.slice(region.start, region.end) }]
  return [...joined.slice(0, -1), { start: last.start, end: region.end, printed: last.printed + region.printed, blank: part.source.slice(last.start, region.end) }]
}, [])

/** With the marks amid the dots, but not where a placeholder goes, answered or not. */
const regionsOf = (part: Part, paragraph: XmlElement | undefined, ranges: readonly Range[]): readonly Region[] => {
  const dots = ranges.map((range): Region => ({ start: range.start, end: range.end, printed: dotsOf(printedText(part, range)) }))
  if (dots.some(({ printed }) => printed === '')) return dots
  return joinTouching(part, dots.flatMap((region, i) => [...(i === 0 ? [] : marksBetween(part, paragraph, dots[i - 1]?.end ?? region.start, region.start)), region]))
}

export const leaderSpot = (part: Part, ranges: readonly Range[]): TextSpot | undefined => {
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return undefined
  const path = elementsAround(part, first)
  const [run, paragraph] = [nearest(path, 'r'), nearest(path, 'p')]
  const regions = regionsOf(part, paragraph, ranges)
  const pen = run ? otherPen(part, paragraph, run) : undefined
  const [before, after] = run && pen !== undefined ? runBetween(part, run, pen) : ['', '']
  const printed = regions.map((region) => region.printed).join('')
  const texts = new Set(ranges.flatMap((range) => nearest(elementsAround(part, range), 't') ?? []))
  const scale = scaleOf(part, run, paragraph, pen)
  return textSpot(part, {
    regions, before, after, ...(scale === 1 ? {} : { scale }), room: textWidth(printed) / scale, placeholder: regions.some((region) => region.printed === '' && region.blank === undefined),
    ...sidesOf(part, paragraph, first.start, last.end), also: [...texts].flatMap((text) => keepSpaces(part, text)),
  })
}

/** A spot that an answer closes up: the tab behind it in the same line goes with the dots. */
export const withTab = (spot: TextSpot, { regions: [tab], tab: xml }: TextSpot): TextSpot =>
  (tab ? { ...spot, regions: [...spot.regions, { start: tab.start, end: tab.end, printed: '', blank: xml }] } : spot)

export const tabSpot = (part: Part, range: Range): TextSpot => {
  const path = elementsAround(part, range)
  const [run, paragraph] = [nearest(path, 'r'), nearest(path, 'p')]
  const pen = run ? otherPen(part, paragraph, run) : undefined
  const [open, close] = run && pen !== undefined ? [`</w:r><w:r>${pen}`, `</w:r><w:r>${ownProperties(part, run)}`] : ['', '']
  return textSpot(part, {
    regions: [{ start: range.start, end: range.end, printed: '' }], before: `${open}${TEXT}`, after: `</w:t>${close}`,
    tab: part.source.slice(range.start, range.end), room: paragraph ? tabRoom(part, paragraph, range.start, penHeight(pen ?? ownProperties(part, run), paragraph)) : 0,
    lead: sidesOf(part, paragraph, range.start, range.end).lead,
  })
}

/** A paragraph without content may be written as one closed tag: it is opened for the answer. */
const opened = (part: Part, paragraph: XmlElement, styles: Part | undefined): Pick<TextSpot, 'regions' | 'before' | 'after'> => {
  const [before, after] = runXml(penAt(part, paragraph, paragraph.end, styles))
  const tag = sourceOf(part, paragraph).replace(/\s*\/>$/, '>')
  return { regions: [{ start: paragraph.start, end: paragraph.end, printed: '' }], before: tag + before, after: `${after}</${paragraph.name}>` }
}

/** Width that a line of the paragraph leaves, in hundredths of the letter height. */
export const roomAt = (part: Part, path: readonly XmlElement[]): number => {
  const paragraph = nearest(path, 'p')
  return paragraph ? Math.max(0, (columnWidth(part, path) / letterHeight(paragraph)) * 100 - textWidth(printedChars(part, paragraph).map(({ char }) => char).join(''))) : 0
}

export const gapSpot = (part: Part, range: Range, styles?: Part): TextSpot | undefined => {
  const path = elementsAround(part, range)
  const paragraph = nearest(path, 'p')
  if (!paragraph) return undefined
  const room = roomAt(part, path)
  if (isSelfClosed(part, paragraph)) return textSpot(part, { ...opened(part, paragraph, styles), room })
  const [before, after] = runXml(penAt(part, paragraph, range.start, styles))
  return textSpot(part, { regions: [{ start: range.start, end: range.end, printed: '' }], before, after, room, ...sidesOf(part, paragraph, range.start, range.end) })
}
