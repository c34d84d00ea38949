import type { Range } from '../hole.ts'
import { childElements, descendants, localName } from '../xml/elements.ts'
import { isText, type Part, type XmlElement } from '../xml/parse-part.ts'
import { placeText } from '../xml/text-map.ts'

/** Elements around a stretch, from the root to the nearest; an element that is the stretch itself counts. */
export const elementsAround = (part: Part, { start, end }: Pick<Range, 'start' | 'end'>): readonly XmlElement[] => {
  const path: XmlElement[] = []
  for (let at: XmlElement | undefined = part.root; at; at = childElements(at).find((child) => child.start <= start && end <= child.end)) path.push(at)
  return path
}

export const nearest = (path: readonly XmlElement[], ...names: readonly string[]): XmlElement | undefined => path.findLast((element) => names.includes(localName(element)))

/** 'w:' in nearly every file; generated XML speaks the file's own prefix. */
export const prefixOf = (part: Part): string => part.root.name.slice(0, part.root.name.indexOf(':') + 1)

/** XML written with 'w:' in a part's own prefix. */
export const inPrefix = (xml: string, part: Part): string => {
  const prefix = prefixOf(part)
  return prefix === 'w:' ? xml : xml.replace(/(<\/?| )w:/g, `$1${prefix}`)
}

export const sourceOf = (part: Part, element: XmlElement | undefined): string => (element ? part.source.slice(element.start, element.end) : '')

/** Where the start tag of an element ends, behind its '>'. A '>' inside an attribute is legal. */
export const tagEnd = (part: Part, element: XmlElement): number => {
  const tag = /<(?:"[^"]*"|'[^']*'|[^"'>])*>/y
  tag.lastIndex = element.start
  tag.exec(part.source)
  return tag.lastIndex
}

export const isSelfClosed = (part: Part, element: XmlElement): boolean => part.source.slice(tagEnd(part, element) - 2, tagEnd(part, element)) === '/>'

export type Char = { readonly char: string; readonly start: number; readonly end: number }

/** Printed characters of an element in order; a tab is '\t'. Text that was deleted under tracked changes is not printed. */
export const printedChars = (part: Part, element: XmlElement): readonly Char[] => descendants(element, 't', 'tab', 'br', 'sym').flatMap((found): readonly Char[] => {
  if (localName(found) === 'sym') return [{ char: '☐', start: found.start, end: found.end }]
  if (localName(found) !== 't') return localName(found) === 'tab' && found.attributes[`${prefixOf(part)}val`] !== undefined ? [] : [{ char: localName(found) === 'tab' ? '\t' : '\n', start: found.start, end: found.end }]
  return found.children.filter(isText).flatMap((text) => placeText(part.source, text.start, text.end))
})

/** The decoded text of a stretch. */
export const printedText = (part: Part, { start, end }: Pick<Range, 'start' | 'end'>): string => placeText(part.source, start, end).map(({ char }) => char).join('')
