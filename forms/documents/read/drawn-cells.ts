import { isLine, type Item } from './items.ts'
import { cleanLabel, noteOf } from './label.ts'
import type { Line } from './lines.ts'
import { plainWords } from './words.ts'

/** Fewer boxes beside each other may be a choice. */
const FEWEST = 6

const drawnIn = ({ paragraph, boxes }: Line): readonly number[] => boxes.filter((at) => paragraph.atoms[at]?.x !== undefined)

/** Boxes drawn in a row over one line: cells for the signs of one answer, whatever letters they happen to be anchored between. */
const isRow = (line: Line): boolean => line.slots.length === 0 && drawnIn(line).length >= FEWEST && drawnIn(line).length === line.boxes.length && plainWords(line.text) !== ''

/** One of a row's cells may be anchored in the line above. */
const isStray = (line: Line, next: Item | undefined): boolean => isLine(next) && isRow(next) && line.slots.length > 0 && line.boxes.length === 1 && drawnIn(line).length === 1

/** What is to be written in such cells stands behind the label. */
const askIn = ({ paragraph, from, to, boxes, site }: Line): Item => {
  const atoms = paragraph.atoms.slice(from, to).filter((_, at) => !boxes.includes(at + from))
  const text = atoms.map(({ char }) => char).join('')
  return { item: 'digits', label: cleanLabel(text), note: noteOf(text, atoms), cells: [paragraph], site }
}

/** 'Số CCCD:' with twelve boxes drawn behind it -> one item of digits, with the words as its label. */
export const readDrawnCells = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => (!isLine(item) ? item : isRow(item) ? askIn(item) : isStray(item, items[at + 1]) ? { ...item, boxes: [] } : item))
