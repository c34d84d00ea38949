import type { Range } from '../hole.ts'
import { descendants, localName } from '../xml/elements.ts'
import { isElement, type Part, type XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import { penAt, penProperties } from './run-properties.ts'
import { elementsAround, isSelfClosed, nearest, sourceOf, tagEnd } from './surroundings.ts'
import type { TextSpot } from './template.ts'
import { roomAt, runXml, textSpot } from './text-spots.ts'

/** The grey prompt of a control is shown as long as the control says so, whatever stands in it. */
const promptEdits = (control: XmlElement | undefined): readonly Edit[] =>
  (control ? descendants(control, 'showingPlcHdr').slice(0, 1).map(({ start, end }) => ({ start, end, text: '' })) : [])

const PROPERTIES = ['tcPr', 'pPr']

const opening = (part: Part, element: XmlElement): string => {
  const tag = part.source.slice(element.start, tagEnd(part, element)).replace(/\s*\/>$/, '>')
  return tag + element.children.filter(isElement).filter((child) => PROPERTIES.includes(localName(child))).map((child) => sourceOf(part, child)).join('')
}

/** XML that leads from the content of a control down to a run, and back: its first cell, its first paragraph, with their properties. */
const wayDown = (part: Part, content: XmlElement): readonly [string, string] => {
  const wrappers = ['tc', 'p'].flatMap((name) => descendants(content, name)[0] ?? [])
  return [wrappers.map((element) => opening(part, element)).join(''), wrappers.toReversed().map(({ name }) => `</${name}>`).join('')]
}

type Stretch = { readonly start: number; readonly end: number }

const insideOf = (part: Part, element: XmlElement): Stretch => ({ start: tagEnd(part, element), end: element.end - `</${element.name}>`.length })

const runsIn = (element: XmlElement | undefined, { start, end }: Stretch): readonly XmlElement[] =>
  (element ? descendants(element, 'r').filter((run) => run.start >= start && run.end <= end) : [])

/** The content of the control that a range means, where it means one. */
const controlContent = (part: Part, path: readonly XmlElement[], range: Range): XmlElement | undefined => {
  const nearestOne = nearest(path, 'sdtContent', 'sdt')
  const content = nearestOne && localName(nearestOne) === 'sdt' ? descendants(nearestOne, 'sdtContent')[0] : nearestOne
  if (!content || isSelfClosed(part, content)) return undefined
  const inside = insideOf(part, content)
  return range.start <= inside.start && range.end >= inside.end ? content : undefined
}

/** What Word keeps for content: a control's content, or the runs of a merge field, which a run takes the place of. */
export const fieldSpot = (part: Part, range: Range): TextSpot => {
  const path = elementsAround(part, range)
  const content = controlContent(part, path, range)
  const stretch = content ? insideOf(part, content) : range
  const paragraph = nearest(path, 'p')
  const runs = runsIn(content ?? paragraph, stretch)
  const run = runs.find((one) => descendants(one, 't').length > 0) ?? runs[0]
  const [open, close] = content ? wayDown(part, content) : ['', '']
  const [before, after] = runXml(run ? penProperties(part, run) : (paragraph ? penAt(part, paragraph, stretch.start) : ''))
  return textSpot(part, {
    regions: [{ start: stretch.start, end: stretch.end, printed: '' }], before: open + before, after: after + close, room: roomAt(part, path),
    placeholder: content === undefined, also: content ? promptEdits(nearest(path, 'sdt')) : [],
  })
}
