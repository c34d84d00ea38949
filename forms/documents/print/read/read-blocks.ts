import type { Block, Inline, PageEdges, PageShape, Paragraph, PrintedText, Section } from './blocks.ts'
import { mergeParagraph, PLAIN_PARAGRAPH, PLAIN_RUN, readParagraphFormat, readRunFormat, type ParagraphFormat, type RunFormat } from './formats.ts'
import { startCounting, type Count, type Label } from './numbering.ts'
import type { Parts } from './open-parts.ts'
import { isPictureFont, pictureCharacter } from './read-boxes.ts'
import { readEdges } from './read-edges.ts'
import { isGone, readInlines, withoutSavedNumbers } from './read-inlines.ts'
import { readTable } from './read-table.ts'
import { readStyles, type Style, type Styles } from './styles.ts'
import { childOf, childrenOf, elementsOf, flagOf, numberOf, pointsOf, valueOf, type Element } from './xml.ts'

type Base = Pick<Style, 'paragraph' | 'run'>

type Reading = {
  readonly styles: Styles
  readonly count: Count
  readonly noteNumber: (id: string) => number
  readonly ownNote?: number
  readonly base: Base
  /** Width of the text on the page being read, in points. */
  readonly room: number
  /** Until Word 2010 the text of a table is in line with that above it, and its edge hangs out. */
  readonly hangs: boolean
}

const A4: PageShape = { width: 595.3, height: 841.9, top: 72, right: 72, bottom: 72, left: 72 }

/** From a label to a poster; the PDF format itself ends at 14,400 points. */
const side = (points: number | undefined, usual: number): number => (points === undefined || points < 72 ? usual : Math.min(points, 14_400))

const readPage = (sectPr: Element | undefined): PageShape => {
  const [size, margin] = [childOf(sectPr, 'w:pgSz'), childOf(sectPr, 'w:pgMar')]
  return {
    width: side(pointsOf(size, 'w:w'), A4.width), height: side(pointsOf(size, 'w:h'), A4.height), top: Math.abs(pointsOf(margin, 'w:top') ?? A4.top),
    right: pointsOf(margin, 'w:right') ?? A4.right, bottom: Math.abs(pointsOf(margin, 'w:bottom') ?? A4.bottom),
    left: (pointsOf(margin, 'w:left') ?? A4.left) + (pointsOf(margin, 'w:gutter') ?? 0),
  }
}

const labelText = (label: Label, format: RunFormat): string =>
  isPictureFont(format.font) ? Array.from(label.text, (letter) => pictureCharacter(format.font, letter.codePointAt(0) ?? 0)).join('') : label.text.normalize('NFC')

type Look = { readonly format: ParagraphFormat; readonly run: RunFormat; readonly mark: RunFormat; readonly label?: Paragraph['label'] }

const readLook = (pPr: Element | undefined, { styles, count, base }: Reading): Look => {
  const own = readParagraphFormat(pPr)
  const style = styles.styleOf('paragraph', own.style ?? '')
  const styled = mergeParagraph<ParagraphFormat>(mergeParagraph<ParagraphFormat>(PLAIN_PARAGRAPH, base.paragraph), style.paragraph)
  const [list, level] = [own.list ?? styled.list, own.level ?? styled.level]
  const label = list === '0' ? undefined : count(list, level)
  // A list named by the style lies under the style's own indents, one named by the paragraph over them.
  const listed = label === undefined ? styled : own.list === undefined ? mergeParagraph(mergeParagraph(styled, label.paragraph), style.paragraph) : mergeParagraph(styled, label.paragraph)
  const run: RunFormat = { ...PLAIN_RUN, ...base.run, ...style.run }
  const mark: RunFormat = { ...run, ...readRunFormat(childOf(pPr, 'w:rPr')) }
  const labelled = { ...mark, underline: false, ...label?.run }
  return {
    format: mergeParagraph(listed, own), run, mark,
    ...(label === undefined || label.text === '' ? {} : { label: { text: labelText(label, labelled), format: labelled, suffix: label.suffix } }),
  }
}

const readParagraph = (paragraph: Element, reading: Reading): Paragraph => {
  const { format, run, mark, label } = readLook(childOf(paragraph, 'w:pPr'), reading)
  const readText = (content: Element): readonly Block[] => readBlocks(content, reading)
  const inlines: readonly Inline[] = withoutSavedNumbers(readInlines(paragraph, run, { styles: reading.styles, readText, noteNumber: reading.noteNumber, ownNote: reading.ownNote }))
  return { kind: 'paragraph', format, mark, inlines, ...(label === undefined ? {} : { label }) }
}

const readTableBlock = (table: Element, reading: Reading): Block => {
  const style = reading.styles.styleOf('table', valueOf(childOf(table, 'w:tblPr'), 'w:tblStyle') ?? '')
  const readCell = (cell: Element): readonly Block[] =>
    readBlocks(cell, { ...reading, base: { paragraph: mergeParagraph(reading.base.paragraph, style.paragraph), run: { ...reading.base.run, ...style.run } } })
  return readTable(table, style, readCell, reading)
}

const INSIDE = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])

const readBlock = (element: Element, reading: Reading): readonly Block[] => {
  if (element.name === 'w:p') return isGone(element) ? [] : [readParagraph(element, reading)]
  if (element.name === 'w:tbl') return [readTableBlock(element, reading)]
  return INSIDE.has(element.name) ? readBlocks(element, reading) : []
}

const readBlocks = (parent: Element, reading: Reading): readonly Block[] => elementsOf(parent).flatMap((element) => readBlock(element, reading))

/** The body's elements, each run of them with the section properties that close it. */
const splitSections = (body: Element | undefined): readonly { readonly sectPr: Element | undefined; readonly elements: readonly Element[] }[] => {
  const sections: { sectPr: Element | undefined; elements: Element[] }[] = [{ sectPr: undefined, elements: [] }]
  for (const element of elementsOf(body)) {
    const open = sections.at(-1)
    const sectPr = element.name === 'w:sectPr' ? element : childOf(element, 'w:pPr', 'w:sectPr')
    if (element !== sectPr) open?.elements.push(element)
    if (sectPr === undefined || open === undefined) continue
    open.sectPr = sectPr
    sections.push({ sectPr: undefined, elements: [] })
  }
  return sections.filter(({ elements }) => elements.length > 0)
}

const readSections = (body: Element | undefined, reading: Omit<Reading, 'room'>, related: Parts['related']): readonly Section[] => {
  let before: PageEdges | undefined
  return splitSections(body).map(({ sectPr, elements }) => {
    const page = readPage(sectPr)
    const room = page.width - page.left - page.right
    const edges = readEdges(sectPr, before, { related, readBlocks: (part) => readBlocks(part, { ...reading, room }) })
    before = edges
    return { page, edges, continuous: valueOf(sectPr, 'w:type') === 'continuous', blocks: elements.flatMap((element) => readBlock(element, { ...reading, room })) }
  })
}

const compatibility = (settings: Element | undefined): number => {
  const setting = childrenOf(childOf(settings, 'w:compat'), 'w:compatSetting').find(({ attributes }) => attributes['w:name'] === 'compatibilityMode')
  return numberOf(setting?.attributes['w:val']) ?? 12
}

/** Everything that is printed of a document, with all formats worked out. */
export const readPrintedText = ({ document, styles: stylesPart, numbering, footnotes, settings, related }: Parts): PrintedText => {
  const styles = readStyles(stylesPart)
  const numbers = new Map<string, number>()
  const noteNumber = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
  const reading = { styles, count: startCounting(numbering), noteNumber, base: styles.defaults, hangs: compatibility(settings) < 15 }
  const sections = readSections(childOf(document, 'w:body'), reading, related)
  const texts = new Map(childrenOf(footnotes, 'w:footnote').map((note) => [note.attributes['w:id'] ?? '', note]))
  const room = A4.width - A4.left - A4.right
  return {
    sections, addsSpaces: flagOf(childOf(settings, 'w:compat'), 'w:doNotUseHTMLParagraphAutoSpacing') ?? false, tabEvery: pointsOf(childOf(settings, 'w:defaultTabStop'), 'w:val') ?? 36,
    notes: [...numbers].flatMap(([id, number]) => { const note = texts.get(id); return note === undefined ? [] : [{ number, blocks: readBlocks(note, { ...reading, room, ownNote: number }) }] }),
  }
}
