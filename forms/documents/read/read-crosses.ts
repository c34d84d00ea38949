import { gridCell, isOrdinal, labelOf, type Look } from './cells.ts'
import type { LookedRow } from './column-labels.ts'
import type { Crosses, Item } from './items.ts'
import { cleanLabel } from './label.ts'
import type { Line, Site } from './lines.ts'
import { countWords, plainWords } from './words.ts'

/** A cell for a cross is no wider than 2.5 cm, and words that it stands for have more room. */
const WIDEST_CROSS = 1418
const FEWEST_ROWS = 2
const FEWEST_WORDS = 2

const isNarrow = ({ isBlank, cell }: Look): boolean => isBlank && !cell.merged && cell.width !== undefined && cell.width <= WIDEST_CROSS

/** What a row says, and the cell for its cross behind or before it; undefined where the row is something else. */
const crossIn = ({ looks }: LookedRow): Crosses['options'][number] | undefined => {
  const [words, ...more] = looks.filter((look) => look.isWords && !isOrdinal(look))
  const rest = looks.filter((look) => look !== words && !isOrdinal(look))
  const [blank, ...others] = rest
  const cell = blank && isNarrow(blank) ? gridCell(blank) : undefined
  if (!words || !cell || more.length > 0 || others.length > 0 || words.text.endsWith(':') || countWords(words.text) < FEWEST_WORDS) return undefined
  return (words.cell.width ?? 0) > (blank?.cell.width ?? 0) * 2 ? { text: labelOf(words).label, cell } : undefined
}

const printedLines = ({ lines }: Look): readonly Line[] => lines.filter((line) => plainWords(line.text) !== '' || line.boxes.length > 0)

/** Nothing but one box to a line. */
const isBoxes = (look: Look): boolean => printedLines(look).every(({ slots, boxes, text }) => boxes.length === 1 && slots.length === 0 && !/\p{L}/u.test(text))

/** A cell of lines, and beside it a cell of as many boxes: the row of each is told by its height on the page alone. */
const takeBesideBoxes = ({ looks }: LookedRow, site: Site): readonly Item[] | undefined => {
  const [words, boxes, ...more] = looks.filter((look) => !look.isBlank)
  if (!words?.isWords || !boxes || more.length > 0 || !isBoxes(boxes)) return undefined
  const [texts, marks] = [printedLines(words), printedLines(boxes)]
  if (texts.length < FEWEST_ROWS || texts.length !== marks.length) return undefined
  const options = texts.flatMap((line, i) => { const mark = marks[i]; return mark ? [{ text: cleanLabel(line.text), cell: { lines: [mark], paragraph: mark.paragraph } }] : [] })
  return [{ item: 'crosses', options, many: false, site }]
}

/** Rows of words, each beside a narrow empty cell: boxes in all but name. Or all of them in one row. */
export const takeCrosses = (rows: readonly LookedRow[], from: number, site: Site, bordered: boolean): { readonly items: readonly Item[]; readonly rows: number } | undefined => {
  const first = rows[from]
  const beside = first && takeBesideBoxes(first, site)
  if (beside) return { items: beside, rows: 1 }
  if (!bordered) return undefined
  const options: Crosses['options'][number][] = []
  for (const row of rows.slice(from)) {
    const option = crossIn(row)
    if (!option) break
    options.push(option)
  }
  return options.length >= FEWEST_ROWS ? { items: [{ item: 'crosses', options, many: false, site }], rows: options.length } : undefined
}
