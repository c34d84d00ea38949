import type { Block, Inline } from './blocks.ts'
import { readRunFormat, type RunFormat } from './formats.ts'
import { BOX_CHARACTERS, boxMark, isPictureFont, pictureCharacter } from './read-boxes.ts'
import { readCheckBox, readDrawing } from './read-drawing.ts'
import type { Styles } from './styles.ts'
import { tickShape } from './tick-shape.ts'
import { childOf, childrenOf, elementsOf, flagOf, type Element } from './xml.ts'

export type InlineReading = {
  readonly styles: Styles
  readonly readText: (content: Element) => readonly Block[]
  /** The number of a footnote, by its identity: given in the order of reading. */
  readonly noteNumber: (id: string) => number
  /** The number of the footnote whose text is read. */
  readonly ownNote: number | undefined
}

/** Word numbers form feeds, soft hyphens and the like as characters; they print nothing. */
// oxlint-disable-next-line no-control-regex
const UNPRINTED = /[\u0000-\u001f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g

const spell = (text: string, { caps, smallCaps }: RunFormat): string => {
  const plain = text.replaceAll('\t', ' ').replace(UNPRINTED, '').normalize('NFC')
  return caps || smallCaps ? plain.toLocaleUpperCase('vi') : plain
}

/** Text in pieces, with its tick boxes as such. */
const textInlines = (text: string, format: RunFormat): readonly Inline[] =>
  spell(text, format).split(new RegExp(`(${BOX_CHARACTERS.source})`, 'u')).filter((piece) => piece !== '').map((piece) => {
    const mark = boxMark(piece)
    return mark === undefined ? { kind: 'text', text: piece, format } : { kind: 'box', mark, format }
  })

const drawingInlines = (element: Element, format: RunFormat, reading: InlineReading): readonly Inline[] => {
  const drawing = readDrawing(element, reading.readText)
  if (drawing === undefined) return []
  const mark = drawing.inline ? tickShape(drawing) : undefined
  return mark !== undefined ? [{ kind: 'box', mark, format: { ...format, size: drawing.height / 0.86 } }] : [{ kind: 'drawing', drawing, format }]
}

const readText = ({ text }: Element, format: RunFormat): readonly Inline[] =>
  textInlines(isPictureFont(format.font) ? Array.from(text, (letter) => (letter === ' ' ? ' ' : pictureCharacter(format.font, letter.codePointAt(0) ?? 0))).join('') : text, format)

const readSymbol = (symbol: Element, format: RunFormat): readonly Inline[] => {
  const code = Number.parseInt(symbol.attributes['w:char'] ?? '', 16)
  const font = symbol.attributes['w:font'] ?? ''
  return !(code > 0 && code <= 0xffff) ? [] : textInlines(isPictureFont(font) ? pictureCharacter(font, code) : String.fromCodePoint(code), format)
}

const readField = (field: Element, format: RunFormat): readonly Inline[] => {
  const ticked = readCheckBox(field)
  return ticked === undefined ? [] : [{ kind: 'box', mark: ticked ? 'cross' : 'empty', format }]
}

/** The saved number behind a field is that of whoever saved the file. */
const isSavedNumber = (inline: Inline | undefined): boolean => inline?.kind === 'text' && /^\s*\d*\s*$/.test(inline.text)

export const withoutSavedNumbers = (inlines: readonly Inline[]): readonly Inline[] => {
  const kept: Inline[] = []
  let behind = false
  for (const inline of inlines) {
    behind = inline.kind === 'pageNumber' || (behind && isSavedNumber(inline))
    if (!behind || inline.kind === 'pageNumber') kept.push(inline)
  }
  return kept
}

const readInstruction = ({ text }: Element, format: RunFormat): readonly Inline[] => (/^\s*PAGE\b/.test(text) ? [{ kind: 'pageNumber', format }] : [])

type ReadChild = (element: Element, format: RunFormat, reading: InlineReading) => readonly Inline[]

const readAlternative: ReadChild = (element, format, reading) => {
  for (const choice of elementsOf(element)) {
    const inlines = readRunChildren(choice, format, reading)
    if (inlines.length > 0) return inlines
  }
  return []
}

const note: ReadChild = ({ attributes }, format, { noteNumber }) => {
  const number = noteNumber(attributes['w:id'] ?? '')
  return [{ kind: 'note', number, format: { ...format, script: 'superscript' } }]
}

/** How each child of a run is read; others print nothing. */
const CHILDREN: Readonly<Record<string, ReadChild>> = {
  'w:t': readText, 'w:sym': readSymbol, 'w:fldChar': readField, 'w:instrText': readInstruction, 'w:tab': (_, format) => [{ kind: 'tab', format }], 'w:ptab': (_, format) => [{ kind: 'tab', format }],
  'w:br': ({ attributes }, format) => [{ kind: attributes['w:type'] === 'page' ? 'page' : 'line', format }], 'w:cr': (_, format) => [{ kind: 'line', format }],
  'w:noBreakHyphen': (_, format) => [{ kind: 'text', text: '\u2011', format }], 'w:drawing': drawingInlines, 'w:pict': drawingInlines, 'w:object': drawingInlines,
  'w:footnoteReference': note, 'w:footnoteRef': (_, format, { ownNote }) => (ownNote === undefined ? [] : [{ kind: 'note', number: ownNote, format }]),
  'mc:AlternateContent': readAlternative,
}

const readRunChildren: ReadChild = (run, format, reading) =>
  elementsOf(run).flatMap((child) => CHILDREN[child.name]?.(child, format, reading) ?? [])

const readRun = (run: Element, base: RunFormat, reading: InlineReading): readonly Inline[] => {
  const own = readRunFormat(childOf(run, 'w:rPr'))
  const style = own.style === undefined ? {} : reading.styles.styleOf('character', own.style).run
  const format: RunFormat = { ...base, ...style, ...own }
  return format.hidden ? [] : readRunChildren(run, format, reading)
}

/** Inserted text is shown, deleted is not; of fields the result, of controls the content. */
const INSIDE = new Set(['w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:fldSimple', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo'])

export const readInlines = (parent: Element, base: RunFormat, reading: InlineReading): readonly Inline[] =>
  elementsOf(parent).flatMap((child) => {
    if (child.name === 'w:r') return readRun(child, base, reading)
    if (child.name === 'mc:AlternateContent') return readAlternative(child, base, reading)
    if (child.name === 'w:fldSimple' && /^\s*PAGE\b/.test(child.attributes['w:instr'] ?? '')) return [{ kind: 'pageNumber', format: base }]
    return INSIDE.has(child.name) ? readInlines(child, base, reading) : []
  })

/** A paragraph whose end is deleted or hidden and that holds nothing prints no line. */
export const isGone = (paragraph: Element): boolean => {
  const mark = childOf(paragraph, 'w:pPr', 'w:rPr')
  return (childrenOf(mark, 'w:del').length > 0 || flagOf(mark, 'w:vanish') === true) && elementsOf(paragraph).every(({ name }) => name === 'w:pPr' || name === 'w:del')
}
