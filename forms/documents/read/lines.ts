import type { Slot } from './find-slots.ts'
import { findSlots } from './join-slots.ts'
import type { Paragraph } from './paper.ts'

/** Where a line stands: the body, or one cell. `path` names tables, rows and cells from outside in; `party`: whom the first row of the table says that the column is about; `alone`: nothing else is printed in the cell; `heads`: the path of the table whose rows from here on its words are about. */
export type Site = { readonly path: string; readonly where: string; readonly boxed: boolean; readonly party?: string; readonly alone?: boolean; readonly heads?: string }

/** The row of a cell's path. */
export const rowOf = (path: string): string => path.replace(/\.\d+$/, '')

/** Does a path lead through this table, cell or row of it? */
export const isWithin = (path: string, around: string): boolean => path === around || around === '' || (path.startsWith(around) && /^[/.r]/.test(path.slice(around.length)))

/** One printed line of a paragraph: between two breaks. `from` and `to` are indices in the paragraph's text. */
export type Line = {
  readonly item: 'line'
  readonly paragraph: Paragraph
  readonly from: number
  readonly to: number
  readonly text: string
  readonly slots: readonly Slot[]
  readonly boxes: readonly number[]
  readonly bold: boolean
  readonly site: Site
}

const isBold = ({ atoms }: Paragraph, from: number, to: number): boolean => {
  const letters = atoms.slice(from, to).filter(({ kind, char }) => kind === 'char' && /\p{L}/u.test(char))
  return letters.length > 0 && letters.filter(({ look }) => look.bold).length > letters.length * 0.6
}

const stretchesBetweenBreaks = ({ atoms }: Paragraph): readonly (readonly [number, number])[] => {
  const ends = atoms.flatMap(({ kind }, i) => (kind === 'break' ? [i] : []))
  return [...ends, atoms.length].map((end, i) => [i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end] as const)
}

/** A paragraph as lines, with what the pen goes on in each. */
export const splitLines = (paragraph: Paragraph, site: Site): readonly Line[] => {
  const slots = findSlots(paragraph)
  return stretchesBetweenBreaks(paragraph).map(([from, to]) => ({
    item: 'line', paragraph, from, to, text: paragraph.text.slice(from, to), site, bold: isBold(paragraph, from, to),
    slots: slots.filter((slot) => slot.from >= from && slot.from < to),
    boxes: paragraph.atoms.slice(from, to).flatMap(({ kind }, i) => (kind === 'box' ? [from + i] : [])),
  }))
}
