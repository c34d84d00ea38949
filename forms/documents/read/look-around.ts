import { isMotto } from './find-title.ts'
import { isLine, type Item } from './items.ts'
import { RECIPIENTS, SIGNATURE } from './letter-foot.ts'
import { rowOf, type Line } from './lines.ts'
import { isSlotOnly } from './mask-slots.ts'
import { namesAct } from './offices.ts'
import { isCapitals, plainWords } from './words.ts'

/** What stands about a line. `next`: the first line below it in the same cell that is not empty; `alone`: its words are all that its row of the table holds; `sealed`: room, and below it who signs with a seal. */
export type Around = { readonly next: Line | undefined; readonly above: Line | undefined; readonly besideMotto: boolean; readonly belowMotto: boolean; readonly besideRecipients: boolean; readonly confirms: boolean; readonly alone: boolean; readonly sealed: boolean }

/** Every cell that a path leads through, outermost first. */
const cellsOf = (path: string): readonly string[] => path.split('/').slice(1).map((_, depth, steps) => `/${steps.slice(0, depth + 1).join('/')}`)

const cellsByRow = (items: readonly Item[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const cells = new Map<string, Set<string>>()
  for (const { site: { path } } of items) for (const cell of cellsOf(path)) cells.set(rowOf(cell), (cells.get(rowOf(cell)) ?? new Set()).add(cell))
  return cells
}

/** Cells in which one line is printed and nothing else. */
const cellsOfOneLine = (items: readonly Item[]): ReadonlySet<string> => {
  const printed = new Map<string, number>()
  for (const item of items) if (!isLine(item) || plainWords(item.text) !== '' || item.slots.length > 0) for (const cell of cellsOf(item.site.path)) printed.set(cell, (printed.get(cell) ?? 0) + 1)
  return new Set([...printed].flatMap(([cell, lines]) => (lines === 1 ? [cell] : [])))
}

/** Rows of what such a line stands in, and its cell there. */
const rowsOf = (items: readonly Item[], isSuch: (text: string) => boolean): ReadonlyMap<string, string> =>
  new Map(items.flatMap((item) => (isLine(item) && item.site.path !== '' && isSuch(item.text) ? [[rowOf(item.site.path), item.site.path] as const] : [])))

/** Who gets a letter stands level with who signs it (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const isRecipients = (text: string): boolean => RECIPIENTS.test(plainWords(text))

/** Cells in which an office confirms, beside one in which somebody signs. */
const confirmingCells = (items: readonly Item[]): ReadonlySet<string> => {
  const lines = items.filter(isLine).filter(({ site }) => site.path !== '')
  const signed = lines.filter(({ text }) => SIGNATURE.test(plainWords(text))).map(({ site }) => site.path)
  return new Set(lines.flatMap(({ site: { path }, text, paragraph, slots }) => {
    const words = plainWords(text)
    const heads = paragraph.centred && slots.length === 0 && isCapitals(words) && namesAct(words)
    return heads && signed.some((cell) => cell !== path && rowOf(cell) === rowOf(path)) ? [path] : []
  }))
}

/** The row of a table above this one. */
const rowAbove = (row: string): string => row.replace(/\d+$/, (n) => String(Number(n) - 1))

const MOST_EMPTY = 3

const findLine = (items: readonly Item[], at: number, step: 1 | -1): Line | undefined => {
  const path = items[at]?.site.path
  for (let i = at + step, empty = 0; empty <= MOST_EMPTY; i += step, empty++) {
    const item = items[i]
    if (!isLine(item) || item.site.path !== path) return undefined
    if (plainWords(item.text) !== '' || item.slots.length > 0) return item
  }
  return undefined
}

const MOST_ROOM = 6

/** '(Ký tên, đóng dấu)' below nothing but dots: an office signs what stands above them. */
const isSealed = (items: readonly Item[], at: number): boolean => {
  for (const item of items.slice(at + 1, at + 1 + MOST_ROOM)) {
    if (!isLine(item) || item.site.path !== items[at]?.site.path) return false
    if (plainWords(item.text) !== '' && !isSlotOnly(item)) return /đóng dấu/iu.test(item.text) && SIGNATURE.test(plainWords(item.text))
  }
  return false
}

/** Looks about the lines of a form. */
export const lookAround = (items: readonly Item[]): (line: Line, at: number) => Around => {
  const [cells, short, mottos, recipients, confirming] = [cellsByRow(items), cellsOfOneLine(items), rowsOf(items, isMotto), rowsOf(items, isRecipients), confirmingCells(items)]
  return ({ site: { path } }, at) => {
    const [motto, received] = [mottos.get(rowOf(path)), recipients.get(rowOf(path))]
    return {
      next: findLine(items, at, 1), above: findLine(items, at, -1),
      // The name of who writes stands level with the motto (Nghị định 30/2020/NĐ-CP, Phụ lục I).
      besideMotto: motto !== undefined && motto !== path, belowMotto: path !== '' && mottos.has(rowAbove(rowOf(path))), besideRecipients: received !== undefined && received !== path, confirms: confirming.has(path),
      alone: short.has(path) && cells.get(rowOf(path))?.size === 1, sealed: isSealed(items, at),
    }
  }
}
