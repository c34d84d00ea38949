import type { Range } from '../hole.ts'
import { attribute, descendants, firstChild, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import { escapeXml, type Edit } from '../xml/splice.ts'
import { crossShapes } from './cross-shape.ts'
import { elementsAround, inPrefix, nearest, printedText } from './surroundings.ts'
import type { BoxSpot } from './template.ts'

const CROSSED = '☒'

/** The crossed box of fonts whose letters are pictures; a symbol's character is written F0xx or xx. */
const PICTURE_FONTS: Readonly<Record<string, number>> = { wingdings: 0x78, 'wingdings 2': 0x52 }

const pictureCross = (font: string): number | undefined => PICTURE_FONTS[font.toLowerCase()]

const fontOf = (run: XmlElement | undefined): string => {
  const fonts = firstChild(firstChild(run, 'rPr'), 'rFonts')
  return attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi') ?? ''
}

/** '[ ]' and '( )' are crossed inside; a letter that a picture font draws as a box becomes the crossed box of that font. */
const crossedText = (printed: string, font: string): string => {
  if (/^[[(].*[\])]$/s.test(printed)) return `${printed.charAt(0)}X${printed.slice(-1)}`
  const picture = pictureCross(font)
  if (picture === undefined) return /^[\s\p{L}]*$/u.test(printed) ? 'X' : CROSSED
  return String.fromCharCode(printed.charCodeAt(0) >= 0xf000 ? 0xf000 + picture : picture)
}

const textEdits = (part: Part, range: Range): readonly Edit[] =>
  [{ start: range.start, end: range.end, text: escapeXml(crossedText(printedText(part, range), fontOf(nearest(elementsAround(part, range), 'r')))) }]

const symbolEdits = (part: Part, symbol: XmlElement): readonly Edit[] => {
  const picture = pictureCross(attribute(symbol, 'font') ?? '')
  const text = picture === undefined ? `<w:t>${CROSSED}</w:t>` : `<w:sym w:font="${escapeXml(attribute(symbol, 'font') ?? '')}" w:char="F0${picture.toString(16).toUpperCase()}"/>`
  return [{ start: symbol.start, end: symbol.end, text: inPrefix(text, part) }]
}

/** The value of an attribute, as a stretch of the source. */
export const valueEdit = (part: Part, element: XmlElement, name: string, text: string): readonly Edit[] => {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(["'])(.*?)\\1`).exec(part.source.slice(element.start, element.end))
  if (!found) return []
  const end = element.start + found.index + found[0].length - 1
  return [{ start: end - (found[2] ?? '').length, end, text }]
}

/** The state that a control keeps and the character that it shows, which it names itself. */
const controlEdits = (part: Part, control: XmlElement): readonly Edit[] => {
  const [checked] = descendants(control, 'checked')
  const [state] = descendants(control, 'checkedState')
  const shown = String.fromCodePoint(Number.parseInt(attribute(state, 'val') ?? '2612', 16) || 0x2612)
  const [content] = descendants(control, 'sdtContent')
  const [glyph] = content ? descendants(content, 't', 'sym') : []
  const glyphEdit = (): readonly Edit[] => {
    if (!glyph) return []
    if (localName(glyph) === 'sym') return valueEdit(part, glyph, 'char', attribute(state, 'val') ?? '2612')
    const [first] = glyph.children
    return first ? [{ start: first.start, end: glyph.children.at(-1)?.end ?? first.end, text: shown }] : []
  }
  return [...(checked ? valueEdit(part, checked, 'val', '1') : []), ...glyphEdit()]
}

/** An old form field: FORMCHECKBOX keeps its state in w:checkBox. */
const fieldEdits = (part: Part, box: XmlElement): readonly Edit[] => {
  const [checked] = descendants(box, 'checked', 'default')
  if (checked) return attribute(checked, 'val') === undefined ? [] : valueEdit(part, checked, 'val', '1')
  const end = box.end - `</${box.name}>`.length
  return [{ start: end, end, text: inPrefix('<w:checked/>', part) }]
}

const inside = (element: XmlElement, { start, end }: Pick<Range, 'start' | 'end'>): boolean => element.start >= start && element.end <= end

const elementEdits = (part: Part, range: Range): readonly Edit[] => {
  const path = elementsAround(part, range)
  const container = path.at(-1) ?? part.root
  const holds = (...names: readonly string[]): readonly XmlElement[] => [container, ...descendants(container, ...names)].filter((element) => names.includes(localName(element)) && inside(element, range))
  const control = nearest(path, 'sdt')
  if (control && descendants(control, 'checkedState', 'checked').length > 0) return controlEdits(part, control)
  const [held] = holds('sdt')
  if (held) return controlEdits(part, held)
  const [box] = holds('checkBox')
  if (box) return fieldEdits(part, box)
  const [symbol] = holds('sym')
  return symbol ? symbolEdits(part, symbol) : crossShapes(part, nearest(path, 'AlternateContent') ?? container, range)
}

/** Is the glyph that a range means kept by a tick control, which has a state beside it? */
const isControlled = (part: Part, range: Range): boolean => {
  const control = nearest(elementsAround(part, range), 'sdt')
  return control !== undefined && descendants(control, 'checkedState', 'checked').length > 0
}

/** The edits that cross a box, whatever it is made of: a character, a symbol, a control, an old form field, a drawn shape. */
export const boxSpot = (part: Part, range: Range): BoxSpot => {
  const isText = !part.source.slice(range.start, range.end).startsWith('<') && !isControlled(part, range)
  return { form: 'box', part: part.name, ticked: isText ? textEdits(part, range) : elementEdits(part, range) }
}
