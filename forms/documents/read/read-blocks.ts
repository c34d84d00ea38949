import { attribute, childAt, childElements, descendants, firstChild, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import { joinBrackets } from './join-brackets.ts'
import { joinCells } from './join-cells.ts'
import { layBoxes } from './lay-boxes.ts'
import { layTabs } from './lay-tabs.ts'
import { markNotes } from './mark-notes.ts'
import { markRoom } from './mark-room.ts'
import { FIELD, type Block, type Cell, type Paragraph, type Row, type Table } from './paper.ts'
import { isPlaceholder, takeInline, type Sink } from './read-runs.ts'
import { firstIndent, nearest, tabStops, type Styles } from './read-styles.ts'

/** Counts of the whole document, so that a place can be named. */
export type Counter = { paragraphs: number; tables: number }
export type Reading = { readonly part: Part; readonly styles: Styles; readonly noteNumber: (id: string) => number; readonly counter: Counter }

const LAST_TAG = /<\/[\w:]*p>$/

/** Before `</w:p>`; a paragraph without content is written `<w:p/>` and has no inside: its own range stands for it. */
const insideEnd = ({ source }: Part, { start, end }: XmlElement): number => {
  const tag = LAST_TAG.exec(source.slice(Math.max(start, end - 12), end))
  return tag ? end - tag[0].length : end
}

const readParagraph = (element: XmlElement, reading: Reading): readonly Block[] => {
  const { part, styles, counter } = reading
  const own = firstChild(element, 'pPr')
  const styleId = attribute(firstChild(own ?? element, 'pStyle'), 'val')
  const chain = [...(own ? [own] : []), ...styles.chain(styleId, 'pPr')]
  const sink: Sink = { atoms: [], frames: [], open: [] }
  takeInline(sink, element, { part, styles, paragraphStyle: styles.chain(styleId, 'rPr'), noteNumber: reading.noteNumber })
  const atoms = markRoom(layBoxes(layTabs(markNotes(joinCells(joinBrackets(sink.atoms))), tabStops(chain), firstIndent(chain))))
  const numId = attribute(firstChild(nearest(chain, 'numPr') ?? element, 'numId'), 'val')
  counter.paragraphs += 1
  const paragraph: Paragraph = {
    kind: 'paragraph', text: atoms.map(({ char }) => char).join(''), atoms, range: { part: part.name, start: element.start, end: element.end },
    end: insideEnd(part, element), numbered: numId !== undefined && numId !== '0', centred: attribute(nearest(chain, 'jc'), 'val') === 'center', n: counter.paragraphs,
  }
  return [paragraph, ...sink.frames.flatMap((frame) => readBlocks(frame, reading))]
}

/** Columns of a table's grid, in twentieths of a point. */
type Columns = readonly number[]

/** As wide as the cell says, or as the columns that it spans. */
const widthOf = (properties: XmlElement, span: number, { columns, at }: { readonly columns: Columns; readonly at: number }): number | undefined => {
  const own = firstChild(properties, 'tcW')
  if (attribute(own, 'type') === 'dxa') return Number(attribute(own, 'w'))
  const spanned = columns.slice(at, at + span)
  return spanned.length === span && spanned.every((width) => width > 0) ? spanned.reduce((sum, width) => sum + width, 0) : undefined
}

const spanOf = (cell: XmlElement): number => Number(attribute(childAt(cell, 'tcPr', 'gridSpan'), 'val') ?? 1)

const readCell = (element: XmlElement, reading: Reading, grid: { readonly columns: Columns; readonly at: number }): Cell => {
  const properties = firstChild(element, 'tcPr')
  const merge = firstChild(properties ?? element, 'vMerge')
  const span = spanOf(element)
  return {
    blocks: readBlocks(element, reading), span,
    range: { part: reading.part.name, start: element.start, end: element.end }, merged: merge !== undefined && attribute(merge, 'val') !== 'restart',
    width: widthOf(properties ?? element, span, grid),
  }
}

/** Children by name, also inside content controls and insertions. */
const unwrapped = (parent: XmlElement, name: string): readonly XmlElement[] => childElements(parent).flatMap((child) => {
  const own = localName(child)
  return own === name ? [child] : own === 'sdt' ? unwrapped(firstChild(child, 'sdtContent') ?? child, name) : own === 'ins' || own === 'customXml' ? unwrapped(child, name) : []
})

const readRow = (element: XmlElement, reading: Reading, columns: Columns): Row => {
  let at = 0
  const cells = unwrapped(element, 'tc').map((cell) => {
    const read = readCell(cell, reading, { columns, at })
    at += read.span
    return read
  })
  return { cells, range: { part: reading.part.name, start: element.start, end: element.end } }
}

const wasDeleted = (row: XmlElement): boolean => childAt(row, 'trPr', 'del') !== undefined

const DRAWN = ['single', 'double', 'dotted', 'dashed', 'thick', 'triple', 'dotDash']
const hasBorders = (element: XmlElement, { styles }: Reading): boolean => {
  const borders = [childAt(element, 'tblPr', 'tblBorders'), ...descendants(element, 'tcBorders')].flatMap((one) => (one ? childElements(one) : []))
  return borders.some((side) => DRAWN.includes(attribute(side, 'val') ?? '')) || (borders.length === 0 && styles.hasTableBorders(attribute(childAt(element, 'tblPr', 'tblStyle'), 'val')))
}

const readTable = (element: XmlElement, reading: Reading): Table => {
  reading.counter.tables += 1
  const n = reading.counter.tables
  const columns = childElements(firstChild(element, 'tblGrid') ?? element).filter((child) => localName(child) === 'gridCol').map((column) => Number(attribute(column, 'w') ?? 0))
  return { kind: 'table', rows: unwrapped(element, 'tr').filter((row) => !wasDeleted(row)).map((row) => readRow(row, reading, columns)), n, bordered: hasBorders(element, reading) }
}

/** A content control around whole paragraphs that waits for an answer: one field. */
const readControl = (control: XmlElement, reading: Reading): readonly Block[] => {
  const content = firstChild(control, 'sdtContent')
  if (!content) return []
  const blocks = readBlocks(content, reading)
  const [first] = blocks
  if (!isPlaceholder(control) || first?.kind !== 'paragraph' || blocks.length > 1) return blocks
  const look = first.atoms[0]?.look ?? { bold: false, underlined: false, sup: false, size: 12, symbols: false }
  const name = attribute(childAt(control, 'sdtPr', 'alias'), 'val')
  const range = { part: reading.part.name, start: content.start, end: content.end }
  return [{ ...first, text: FIELD, atoms: [{ kind: 'field', char: FIELD, range, look, ...(name === undefined ? {} : { name }) }] }]
}

const READS: Readonly<Record<string, (element: XmlElement, reading: Reading) => readonly Block[]>> = {
  p: readParagraph, tbl: (element, reading) => [readTable(element, reading)], sdt: readControl,
  ins: (element, reading) => readBlocks(element, reading), moveTo: (element, reading) => readBlocks(element, reading),
  customXml: (element, reading) => readBlocks(element, reading),
}

/** Paragraphs and tables of a body, a cell, a text box or a note. */
export const readBlocks = (parent: XmlElement, reading: Reading): readonly Block[] =>
  childElements(parent).flatMap((element) => READS[localName(element)]?.(element, reading) ?? [])
