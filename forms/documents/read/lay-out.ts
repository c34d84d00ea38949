import { gridCell, isHeading, isOrdinal, labelOf, lookAtRow, type Look } from './cells.ts'
import { ORDINAL_COLUMN, type LookedRow } from './column-labels.ts'
import type { Item } from './items.ts'
import { splitLines, type Site } from './lines.ts'
import type { Block, Cell, Row, Table } from './paper.ts'
import { withoutLoops } from './placeholders.ts'
import { takeCrosses } from './read-crosses.ts'
import { PARTY, takeGrid, type Taken } from './read-grid.ts'
import { partName } from './sections.ts'
import { countWords } from './words.ts'

const FEWEST_DIGITS = 5

const startsOf = (row: Row): readonly number[] => {
  let at = 0
  return row.cells.map(({ span }) => { const start = at; at += span; return start })
}

/** A cell for one sign is no wider than 2 cm. */
const WIDEST_DIGIT = 1134

/** A label and a row of narrow blank cells: the digits of one number. */
const takeDigits = ({ looks }: LookedRow, site: Site): readonly Item[] | undefined => {
  const first = looks.findIndex(({ isBlank }) => isBlank)
  const [before, blanks] = [looks.slice(0, first), looks.slice(first)]
  const digits = blanks.filter(({ isBlank }) => isBlank)
  if (first === -1 || before.length > 1 || digits.length < FEWEST_DIGITS || blanks.some(({ isBlank, text }) => !isBlank && !/^[-–/.]$/.test(text))) return undefined
  const [label] = before
  if ((label && !label.isWords) || digits.some(({ cell }) => (cell.width ?? 0) > WIDEST_DIGIT)) return undefined
  return [{ item: 'digits', ...(label ? labelOf(label) : { label: '', note: null }), site, cells: digits.flatMap(({ paragraphs }) => paragraphs.slice(0, 1)) }]
}

/** 'Label:' with room in the next cell. Without lines around the cells only a colon tells room from layout. */
const takesNext = (look: Look, next: Look | undefined, asks: boolean, bordered: boolean): next is Look =>
  next !== undefined && isHeading(look) && next.isBlank && !next.cell.merged && (asks || look.text.endsWith(':') || (bordered && /\p{L}/u.test(look.text) && !ORDINAL_COLUMN.test(look.text)))

const layCell = (cell: Cell, site: Site): readonly Item[] => layOut(cell.blocks, site)

/** The two sides of a table: who heads each column. A first column without a name has the labels, and heads nothing. */
const partiesOf = (rows: readonly LookedRow[]): readonly string[] => {
  const names = (rows[0]?.looks ?? []).map((look) => (isHeading(look) && look.paragraphs.length === 1 ? partName(look.text, '') : ''))
  return names.length === 2 && names.every((name) => PARTY.test(name)) && rows.slice(1).some(({ looks }) => looks.some(({ lines }) => lines.some(({ slots, boxes }) => slots.length + boxes.length > 0))) ? names : []
}

const LONGEST_SIDE = 12

/** Words of a first cell that goes on below say whom or what those rows are about, where the cells beside it ask with words of their own. */
const sideOf = (rows: readonly LookedRow[], at: number): string | undefined => {
  const top = rows.findLastIndex((row, i) => i <= at && row.looks[0]?.cell.merged !== true)
  const [look, ...beside] = rows[top]?.looks ?? []
  const goesOn = rows[top + 1]?.looks[0]?.cell.merged === true
  return goesOn && look?.isWords === true && !isOrdinal(look) && /\p{L}/u.test(beside[0]?.text ?? '') && countWords(look.text) <= LONGEST_SIDE ? partName(look.text, '') : undefined
}

/** One line in a cell that has room for an answer: beside other cells, or with blank lines below it. */
const standsAlone = ({ paragraphs }: Look, cells: number): boolean =>
  paragraphs.filter(({ text }) => text.trim() !== '').length === 1 && (cells > 1 || paragraphs.length > 1)

/** 'Tên mẫu | : | ……': a colon in a cell of its own ends the words before it. */
const isColon = (look: Look | undefined): boolean => look?.isWords === true && look.text === ':'

/** 'I. THÔNG TIN CÁ NHÂN', or 'I | Thông tin cá nhân', in a row of its own: what the rows below it are about. */
const headsRows = (looks: readonly Look[]): boolean => {
  const [words, ...more] = countsRow(looks) ? looks.slice(1) : looks
  return words?.isWords === true && more.length === 0
}

/** '1 | Họ và tên: …': the first cell counts, and says nothing. */
const countsRow = ([first, next]: readonly Look[]): boolean => first?.isWords === true && isOrdinal(first) && /\p{L}{2}/u.test(next?.text ?? '')

/** Whom the cells of a row are about: what its first cell says, or the first cell of each column. */
type Sided = Pick<LookedRow, 'looks'> & { readonly parties: readonly string[]; readonly side: string | undefined }

const layRow = ({ looks, parties, side }: Sided, { heads, ...site }: Site, bordered: boolean): readonly Item[] => {
  const items: Item[] = []
  const around: Site = { ...site, ...(heads !== undefined && headsRows(looks) ? { heads } : {}) }
  for (let at = side !== undefined || countsRow(looks) ? 1 : 0; at < looks.length; at++) {
    const look = looks[at]
    if (!look || (at > 0 && isColon(look))) continue
    const step = isColon(looks[at + 1]) ? 2 : 1
    const next = looks[at + step]
    const party = side ?? (looks.length === parties.length ? parties[at] : undefined)
    const inside: Site = { ...around, path: `${site.path}.${at}`, ...(party === undefined ? {} : { party }), alone: standsAlone(look, looks.length) }
    const cell = takesNext(look, next, step > 1, bordered) ? gridCell(next) : undefined
    if (!cell) items.push(...layCell(look.cell, inside))
    else { items.push({ item: 'cell', ...labelOf(look), scope: '', cell, site: inside }); at += step }
  }
  return items
}

const takeRow = (rows: readonly LookedRow[], at: number, table: Table, site: Site): Taken => {
  const row = rows[at]
  if (!row) return { items: [], rows: 1 }
  const digits = takeDigits(row, site)
  if (digits) return { items: digits, rows: 1 }
  return (table.bordered ? takeGrid(rows, at, site, table.n) : undefined) ?? takeCrosses(rows, at, site, table.bordered) ?? { items: layRow({ ...row, parties: at === 0 ? [] : partiesOf(rows), side: sideOf(rows, at) }, site, table.bordered), rows: 1 }
}

/** A row with nothing but the mark of a loop: the rows between two such repeat. */
const isLoopRow = ({ looks }: LookedRow): boolean => looks.every(({ isBlank }) => isBlank) && looks.some(({ paragraphs }) => paragraphs.some(({ text }) => text.trim() !== withoutLoops(text).trim()))

const layTable = (table: Table, outer: Site): readonly Item[] => {
  const path = `${outer.path}/t${table.n}`
  const heads = table.rows.some(({ cells }) => cells.length > 1) ? { heads: path } : {}
  const siteOf = (at: number): Site => ({ path: `${path}r${at}`, where: `table ${table.n}, row ${at + 1}`, boxed: table.bordered, ...heads })
  const rows: readonly LookedRow[] = table.rows.map((row, i) => ({ row, looks: lookAtRow(row, siteOf(i)), starts: startsOf(row) })).filter((row) => !isLoopRow(row))
  const items: Item[] = []
  for (let at = 0; at < rows.length;) {
    const taken = takeRow(rows, at, table, siteOf(at))
    items.push(...taken.items)
    at += taken.rows
  }
  return items
}

export const BODY: Site = { path: '', where: '', boxed: false }

/** Blocks -> what is to be read, from top to bottom, cells from left to right. */
export const layOut = (blocks: readonly Block[], site: Site = BODY): readonly Item[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? layTable(block, site) : splitLines(block, site)))
