import { attribute, childAt, childElements } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import { valueEdit } from './box-spot.ts'
import { columnWidth, penHeight } from './room.ts'
import { nearest, printedChars } from './surroundings.ts'
import { textWidth } from './text-width.ts'

/** A line stands a little higher than its letters. */
const LINE = 1.15
/** Word's own margins left and right in a cell, in twips. */
const SIDES = 216

/**
 * A row that is printed with a fixed height, in which Word cuts off what does not fit. Widths in hundredths of the letter height.
 * `used`: of the words that stand on the answer's line. `grow` lets the row be as high as its content.
 */
export type Tight = { readonly width: number; readonly lines: number; readonly used: number; readonly grow: readonly Edit[] }

const heightOf = (row: XmlElement | undefined): XmlElement | undefined => {
  const height = childAt(row, 'trPr', 'trHeight')
  return attribute(height, 'hRule') === 'exact' ? height : undefined
}

/** What the row of a spot allows; undefined where it may be as high as its content anyway. `pen`: XML in front of the text. */
export const tightRow = (part: Part, path: readonly XmlElement[], pen: string): Tight | undefined => {
  const [paragraph, cell, row] = [nearest(path, 'p'), nearest(path, 'tc'), nearest(path, 'tr')]
  const height = heightOf(row)
  if (!height || !paragraph || !cell) return undefined
  const letters = penHeight(pen, paragraph)
  const lines = Math.floor(Number(attribute(height, 'val')) / (letters * LINE)) - (childElements(cell, 'p').length - 1)
  const printed = printedChars(part, paragraph).map(({ char }) => char).join('').replace(/[.…_\t]/g, '')
  return { width: ((columnWidth(part, path) - SIDES) / letters) * 100, lines: Math.max(1, lines), used: textWidth(printed), grow: valueEdit(part, height, 'hRule', 'atLeast') }
}
