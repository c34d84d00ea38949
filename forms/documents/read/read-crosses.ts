import { gridCell, isOrdinal, labelOf, type Look } from './cells.ts'
import type { LookedRow } from './column-labels.ts'
import type { Crosses, Item } from './items.ts'
import type { Site } from './lines.ts'
import { countWords } from './words.ts'

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

/** Rows of words, each beside a narrow empty cell: boxes in all but name. */
export const takeCrosses = (rows: readonly LookedRow[], from: number, site: Site): { readonly items: readonly Item[]; readonly rows: number } | undefined => {
  const options: Crosses['options'][number][] = []
  for (const row of rows.slice(from)) {
    const option = crossIn(row)
    if (!option) break
    options.push(option)
  }
  return options.length >= FEWEST_ROWS ? { items: [{ item: 'crosses', options, many: false, site }], rows: options.length } : undefined
}
