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

const sizesIn = (elements: readonly XmlElement[]): readonly number[] =>
  elements.flatMap((element) => descendants(element, 'sz')).map((element) => numberOf(element, 'val')).filter((value) => value > 0)

/** Height of a paragraph's letters in twips: of its words; its own mark may say another, which nobody sees. */
export const letterHeight = (paragraph: XmlElement): number => {
  const words = descendants(paragraph, 'r').filter((run) => descendants(run, 't').some(({ text }) => /\p{L}/u.test(text)))
  const [size] = [...sizesIn(words), ...sizesIn([paragraph])]
  return size === undefined ? USUAL_HEIGHT : size * 10
}

/** Height in twips of what is written with these properties (XML), else of the paragraph's own letters. */
export const penHeight = (pen: string, paragraph: XmlElement): number => {
  const size = Number(/<(?:\w+:)?sz\s[^>]*val="(\d+)"/.exec(pen)?.[1] ?? 0)
  return size > 0 ? size * 10 : letterHeight(paragraph)
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

/** Room in hundredths of the pen's height (twips) in front of the tab at `point`: from the words before it to its stop. */
export const tabRoom = (part: Part, paragraph: XmlElement, point: number, pen: number): number => {
  const height = letterHeight(paragraph)
  const stops = stopsOf(paragraph)
  let at = indentOf(paragraph)
  for (const { char, start } of printedChars(part, paragraph)) {
    const stop = stops.find((one) => one.at > at)?.at ?? (Math.floor(at / DEFAULT_TAB) + 1) * DEFAULT_TAB
    if (start === point) return ((stop - at) / pen) * 100
    at = char === '\t' ? stop : char === '\n' ? 0 : at + (textWidth(char) * height) / 100
  }
  return 0
}
