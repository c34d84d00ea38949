import {
  AlignmentType, BorderStyle, Document, LeaderType, Packer, Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, UnderlineType, VerticalAlign, WidthType,
  type IParagraphOptions,
} from 'docx'
import { setZipDates } from './zip-dates.ts'

/** Part of a paragraph: text, or a dotted line up to the next tab stop. */
export type Piece = string | typeof DOTS
export type Block = Paragraph | Table

/** A dotted line for the hand to write on, as official forms have it (not typed dots, which would wrap). */
export const DOTS = Symbol('dots')

// A4 with the margins of Decree 30/2020 on official documents: left 30 mm, right 15 mm, top and bottom 20 mm. In twips.
const MARGIN = { left: 1701, right: 851, top: 1134, bottom: 1134 }
/** What the margins leave of the page, in twips. */
export const TEXT_WIDTH = 11906 - MARGIN.left - MARGIN.right
const SIZE = 26
const SMALL = 22

const runsOf = (pieces: readonly Piece[], style: { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number } = {}): TextRun[] =>
  pieces.map((piece) => new TextRun(piece === DOTS ? { ...style, children: [new Tab()] } : { ...style, text: piece }))

/** Tab stops that share what the labels leave free: each dotted line ends where the next label begins. */
const stopsFor = (pieces: readonly Piece[]): number[] => {
  // About 120 twips a letter of this font and size: the stop only has to be beyond the label and before the margin.
  const widths = pieces.map((piece) => (piece === DOTS ? 0 : piece.length * 128))
  const lines = pieces.filter((piece) => piece === DOTS).length
  const free = (TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)) / Math.max(lines, 1)
  const each = Math.max(free, 500)
  let at = 0
  const stops = pieces.flatMap((piece, index) => {
    at += piece === DOTS ? each : (widths[index] ?? 0)
    return piece === DOTS ? [Math.round(at)] : []
  })
  return pieces.at(-1) === DOTS ? [...stops.slice(0, -1), TEXT_WIDTH] : stops
}

/** One line of the form: labels and dotted lines in turn. */
export const line = (...pieces: readonly Piece[]): Paragraph => new Paragraph({
  spacing: { before: 60, after: 60 },
  tabStops: stopsFor(pieces).filter((position) => position <= TEXT_WIDTH).map((position) => ({ type: position === TEXT_WIDTH ? TabStopType.RIGHT : TabStopType.LEFT, position, leader: LeaderType.DOT })),
  children: runsOf(pieces),
})

/** A dotted line over the whole width, for answers longer than one line. */
export const blankLine = (): Paragraph => line(DOTS)

const paragraph = (text: string, style: { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { before: 60, after: 60 }, ...more, children: runsOf([text], style) })

export const text = (content: string): Paragraph => paragraph(content, {}, { alignment: AlignmentType.BOTH })
export const heading = (content: string): Paragraph => paragraph(content, { bold: true }, { keepNext: true })
export const emphasis = (content: string): Paragraph => paragraph(content, { italics: true, bold: true })
export const centred = (content: string, bold = false): Paragraph => paragraph(content, { bold }, { alignment: AlignmentType.CENTER })
export const title = (content: string): Paragraph => paragraph(content, { bold: true, size: 28 }, { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 160 } })

/** A line in the size of notes, for narrow cells. */
export const small = (content: string, alignment?: IParagraphOptions['alignment']): Paragraph =>
  paragraph(content, { size: SMALL }, alignment === undefined ? {} : { alignment })

/** Quốc hiệu and tiêu ngữ. */
export const nationalHeading = (): Paragraph[] => [
  centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true),
  new Paragraph({
    alignment: AlignmentType.CENTER, spacing: { after: 160 },
    children: [new TextRun({ text: 'Độc lập - Tự do - Hạnh phúc', bold: true, underline: { type: UnderlineType.SINGLE } })],
  }),
]

/** Chú thích: what the marks (1), (2)… of the form stand for. */
export const notes = (lines: readonly string[]): Paragraph[] => [
  paragraph('Chú thích:', { bold: true, italics: true, size: SMALL }, { keepNext: true, spacing: { before: 240, after: 40 } }),
  ...lines.map((content) => paragraph(content, { size: SMALL }, { alignment: AlignmentType.BOTH, spacing: { before: 20, after: 20 } })),
]

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** Two halves side by side without borders: place and date, signatures. An empty half stays empty. */
export const halves = (left: readonly Paragraph[], right: readonly Paragraph[]): Table => new Table({
  width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: [TEXT_WIDTH / 2, TEXT_WIDTH / 2], borders: NO_BORDERS,
  rows: [new TableRow({
    cantSplit: true,
    children: [left, right].map((half) => new TableCell({ width: { size: TEXT_WIDTH / 2, type: WidthType.DXA }, borders: NO_BORDERS, children: half.length > 0 ? [...half] : [new Paragraph('')] })),
  })],
})

const cell = (content: string, width: number, bold: boolean): TableCell => new TableCell({
  width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER,
  children: [paragraph(content, { bold, size: SMALL }, { alignment: AlignmentType.CENTER })],
})

/** A table with a row of headings and `rows` rows to fill in; widths are shares of the text width. */
export const grid = (columns: readonly (readonly [label: string, share: number])[], rows: readonly (readonly string[])[]): Table => {
  const total = columns.reduce((sum, [, share]) => sum + share, 0)
  const widths = columns.map(([, share]) => Math.round((TEXT_WIDTH * share) / total))
  const rowOf = (cells: readonly string[], bold: boolean): TableRow =>
    new TableRow({ cantSplit: true, tableHeader: bold, children: widths.map((width, index) => cell(cells[index] ?? '', width, bold)) })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths,
    rows: [rowOf(columns.map(([label]) => label), true), ...rows.map((cells) => rowOf(cells, false))],
  })
}

// The packer writes the moment of the run into the file; a fixed one makes the same form the same bytes.
const CORE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
  + ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>TITLE</dc:title><dc:language>vi-VN</dc:language>'
  + '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'

/** The finished file: the same blocks give the same bytes. */
export const pack = async (name: string, children: readonly Block[]): Promise<Uint8Array> => {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: SIZE, language: { value: 'vi-VN' } } } } },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } }, children: [...children] }],
  })
  const bytes = await Packer.toBuffer(document, false, [{ path: 'docProps/core.xml', data: CORE.replace('TITLE', name) }])
  return setZipDates(bytes)
}
