import { isUnit } from './kind-of-label.ts'
import { noteOf, cleanLabel } from './label.ts'
import type { Slot } from './find-slots.ts'
import { splitLines, type Line, type Site } from './lines.ts'
import type { GridCell } from './items.ts'
import { isParagraph, type Cell, type Paragraph, type Row } from './paper.ts'
import { countWords, endsInHalfYear, plainWords } from './words.ts'

export type Look = {
  readonly cell: Cell
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly lines: readonly Line[]
  /** Nothing is printed. */
  readonly isBlank: boolean
  /** Nothing but dots, fields or a box. */
  readonly isHollow: boolean
  /** Words, and nothing to fill in. */
  readonly isWords: boolean
}

const ALL_SLOTS = /^[\s.…_‥·/\-–]*$/u

const isOnlySlots = (line: Line): boolean => {
  const rest = [...line.text].filter((_, i) => !line.slots.some((slot) => i + line.from >= slot.from && i + line.from < slot.to)).join('')
  return ALL_SLOTS.test(plainWords(rest)) || (line.slots.length > 0 && isUnit(plainWords(rest)))
}

/** 'Năm 20…' heads a column: the year of the paper, not of an answer. */
const isHalfYear = ({ text, from, to }: Line, slot: Slot): boolean => slot.to === to && endsInHalfYear(text.slice(0, slot.from - from))

/** What a cell holds, at a glance. */
export const lookAt = (cell: Cell, site: Site): Look => {
  const paragraphs = cell.blocks.filter(isParagraph)
  const lines = paragraphs.flatMap((paragraph) => splitLines(paragraph, site))
  const text = plainWords(paragraphs.map((paragraph) => paragraph.text).join(' '))
  const isFlat = paragraphs.length === cell.blocks.length
  const marks = lines.reduce((sum, line) => sum + line.slots.filter((slot) => !isHalfYear(line, slot)).length + line.boxes.length, 0)
  return {
    cell, text, paragraphs, lines, isBlank: isFlat && text === '' && marks === 0, isHollow: isFlat && marks > 0 && lines.every(isOnlySlots),
    isWords: isFlat && text !== '' && marks === 0,
  }
}

export const lookAtRow = (row: Row, site: Site): readonly Look[] => row.cells.map((cell) => lookAt(cell, site))

const ORDINAL = /^\(?(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[a-zđ]|…|\.{2,5})[.)]?$/iu

/** '…' counts on where a first column counts; elsewhere it is room for an answer. */
const COUNTS = /^\(?[\p{L}\d]/u

export const isOrdinal = ({ text, isWords, isHollow }: Look): boolean => (isWords || isHollow) && ORDINAL.test(text)

/** Open for an answer: blank, or hollow. */
export const isOpen = (look: Look): boolean => look.isBlank || (look.isHollow && !(isOrdinal(look) && COUNTS.test(look.text)))

const MOST_HEADING_WORDS = 45
export const isHeading = (look: Look): boolean => look.isWords && countWords(look.text) <= MOST_HEADING_WORDS

export const labelOf = (look: Look): { readonly label: string; readonly note: number | null } => {
  const note = look.lines.map((line) => noteOf(line.text, line.paragraph.atoms.slice(line.from, line.to))).findLast((one) => one !== null) ?? null
  return { label: cleanLabel(look.text), note }
}

/** Where an answer is written in a cell; a cell without any paragraph is no cell that Word opens. */
export const gridCell = ({ lines, paragraphs }: Look): GridCell | undefined => {
  const [paragraph] = paragraphs
  return paragraph ? { lines, paragraph } : undefined
}
