import { attribute, childAt, childElements, descendants, firstChild } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import { nearest, printedChars } from './surroundings.ts'
import { textWidth } from './text-width.ts'

/** Decree 30/2020: 13 or 14 points. In twips. */
const USUAL_HEIGHT = 13 * 20
/** A4 between the margins of Decree 30/2020, in twips. */
const USUAL_WIDTH = 11906 - 1701 - 851
const DEFAULT_TAB = 720

const numberOf = (element: XmlElement | undefined, name: string): number => Number(attribute(element, name) ?? Number.NaN)

/** Height of a paragraph's letters in twips. */
export const letterHeight = (paragraph: XmlElement): number => {
  const size = descendants(paragraph, 'sz').map((element) => numberOf(element, 'val')).find((value) => value > 0)
  return size === undefined ? USUAL_HEIGHT : size * 10
}

const pageWidth = (part: Part): number => {
  const section = descendants(part.root, 'sectPr').at(-1)
  const [page, margin] = [childAt(section, 'pgSz'), childAt(section, 'pgMar')]
  const width = numberOf(page, 'w') - numberOf(margin, 'left') - numberOf(margin, 'right')
  return width > 0 ? width : USUAL_WIDTH
}

/** Width in twips that a paragraph has: of its cell, else of the page. `path`: the elements around it. */
export const columnWidth = (part: Part, path: readonly XmlElement[]): number => {
  const cell = numberOf(childAt(nearest(path, 'tc'), 'tcPr', 'tcW'), 'w')
  return cell > 0 ? cell : pageWidth(part)
}

type Stop = { readonly at: number; readonly ends: boolean }

const stopsOf = (paragraph: XmlElement): readonly Stop[] => {
  const tabs = childAt(paragraph, 'pPr', 'tabs')
  return (tabs ? childElements(tabs) : []).filter((tab) => attribute(tab, 'val') !== 'clear')
    .map((tab) => ({ at: numberOf(tab, 'pos'), ends: ['right', 'end'].includes(attribute(tab, 'val') ?? '') })).filter(({ at }) => at > 0).sort((a, b) => a.at - b.at)
}

const indentOf = (paragraph: XmlElement): number => {
  const indent = firstChild(firstChild(paragraph, 'pPr'), 'ind')
  return (numberOf(indent, 'left') || numberOf(indent, 'start') || 0) + (numberOf(indent, 'firstLine') || 0) - (numberOf(indent, 'hanging') || 0)
}

/** Room in hundredths of the letter height in front of the tab at `point`: from the words before it to its stop. */
export const tabRoom = (part: Part, paragraph: XmlElement, point: number): number => {
  const height = letterHeight(paragraph)
  const stops = stopsOf(paragraph)
  let at = indentOf(paragraph)
  for (const { char, start } of printedChars(part, paragraph)) {
    const stop = stops.find((one) => one.at > at)?.at ?? (Math.floor(at / DEFAULT_TAB) + 1) * DEFAULT_TAB
    if (start === point) return ((stop - at) / height) * 100
    at = char === '\t' ? stop : char === '\n' ? 0 : at + (textWidth(char) * height) / 100
  }
  return 0
}
