import type { Range } from '../hole.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import { columnWidth, letterHeight, tabRoom } from './room.ts'
import { enlarged, isMark, isSmall, ownProperties, penAt, penProperties } from './run-properties.ts'
import { elementsAround, inPrefix, isSelfClosed, nearest, printedChars, printedText, sourceOf, tagEnd } from './surroundings.ts'
import type { TextSpot } from './template.ts'
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
const runBetween = (part: Part, paragraph: XmlElement | undefined, run: XmlElement): readonly [string, string] => {
  const pen = otherPen(part, paragraph, run)
  return pen === undefined ? ['', ''] : [`</w:t></w:r><w:r>${pen}${TEXT}`, `</w:t></w:r><w:r>${ownProperties(part, run)}${TEXT}`]
}

/** The words of a `{placeholder}` are no leader that could shrink. */
const dotsOf = (printed: string): string => (/\p{L}/u.test(printed) ? '' : printed)

export const leaderSpot = (part: Part, ranges: readonly Range[]): TextSpot | undefined => {
  const regions = ranges.map((range) => ({ start: range.start, end: range.end, printed: dotsOf(printedText(part, range)) }))
  const [first, last] = [regions[0], regions.at(-1)]
  if (!first || !last) return undefined
  const path = elementsAround(part, first)
  const run = nearest(path, 'r')
  const [before, after] = run ? runBetween(part, nearest(path, 'p'), run) : ['', '']
  const printed = regions.map((region) => region.printed).join('')
  const texts = new Set(ranges.flatMap((range) => nearest(elementsAround(part, range), 't') ?? []))
  return textSpot(part, {
    regions, before, after, room: textWidth(printed), placeholder: regions.some((region) => region.printed === ''),
    ...sidesOf(part, nearest(path, 'p'), first.start, last.end), also: [...texts].flatMap((text) => keepSpaces(part, text)),
  })
}

export const tabSpot = (part: Part, range: Range): TextSpot => {
  const path = elementsAround(part, range)
  const [run, paragraph] = [nearest(path, 'r'), nearest(path, 'p')]
  const pen = run ? otherPen(part, paragraph, run) : undefined
  const [open, close] = run && pen !== undefined ? [`</w:r><w:r>${pen}`, `</w:r><w:r>${ownProperties(part, run)}`] : ['', '']
  return textSpot(part, {
    regions: [{ start: range.start, end: range.end, printed: '' }], before: `${open}${TEXT}`, after: `</w:t>${close}`,
    tab: part.source.slice(range.start, range.end), room: paragraph ? tabRoom(part, paragraph, range.start) : 0,
    lead: sidesOf(part, paragraph, range.start, range.end).lead,
  })
}

/** A paragraph without content may be written as one closed tag: it is opened for the answer. */
const opened = (part: Part, paragraph: XmlElement): Pick<TextSpot, 'regions' | 'before' | 'after'> => {
  const [before, after] = runXml(penAt(part, paragraph, paragraph.end))
  const tag = sourceOf(part, paragraph).replace(/\s*\/>$/, '>')
  return { regions: [{ start: paragraph.start, end: paragraph.end, printed: '' }], before: tag + before, after: `${after}</${paragraph.name}>` }
}

/** Width that a line of the paragraph leaves, in hundredths of the letter height. */
export const roomAt = (part: Part, path: readonly XmlElement[]): number => {
  const paragraph = nearest(path, 'p')
  return paragraph ? Math.max(0, (columnWidth(part, path) / letterHeight(paragraph)) * 100 - textWidth(printedChars(part, paragraph).map(({ char }) => char).join(''))) : 0
}

export const gapSpot = (part: Part, range: Range): TextSpot | undefined => {
  const path = elementsAround(part, range)
  const paragraph = nearest(path, 'p')
  if (!paragraph) return undefined
  const room = roomAt(part, path)
  if (isSelfClosed(part, paragraph)) return textSpot(part, { ...opened(part, paragraph), room })
  const [before, after] = runXml(penAt(part, paragraph, range.start))
  return textSpot(part, { regions: [{ start: range.start, end: range.end, printed: '' }], before, after, room, ...sidesOf(part, paragraph, range.start, range.end) })
}
