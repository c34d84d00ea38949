import type { Range } from '../hole.ts'
import type { Part } from '../xml/parse-part.ts'
import { elementsAround, nearest, printedChars } from './surroundings.ts'

const HALF = /(?<!\d)((?:19|20)\d?)\s?$/

/** The half of a year that the form prints itself: '20' of 'năm 20…'; '' where it prints none. */
export const halfYear = (part: Part, range: Range): string => {
  const paragraph = nearest(elementsAround(part, range), 'p')
  const before = paragraph ? printedChars(part, paragraph).filter(({ end }) => end <= range.start).map(({ char }) => char).join('') : ''
  return HALF.exec(before)?.[1] ?? ''
}

/** What the pen adds to a half that is printed; a year that does not begin so stands beside it whole, in brackets. */
export const restOfYear = (year: string, half: string): string => {
  if (half === '' || year === '') return year
  return year.startsWith(half) ? year.slice(half.length) : `(${year})`
}
