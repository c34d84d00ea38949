import { attribute, childElements, descendants, firstChild, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import { styleFonts } from './style-font.ts'
import { elementsAround, nearest, sourceOf } from './surroundings.ts'

/** What makes a run a footnote mark, a link or a prompt, and not part of the paragraph's own writing. */
const NOT_THE_PENS = ['vertAlign', 'position', 'ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'vanish', 'webHidden']
const SPECIAL_STYLE = /footnote|endnote|hyperlink|placeholder|comment|annotation|chuthich/i

const isPens = (property: XmlElement): boolean =>
  !NOT_THE_PENS.includes(localName(property)) && !(localName(property) === 'rStyle' && SPECIAL_STYLE.test(attribute(property, 'val') ?? ''))

/** w:rPr of a run (or of a paragraph's mark) as the pen writes: font, size, language, not the superscript of a mark. '' where there is none. */
export const penProperties = (part: Part, run: XmlElement | undefined): string => {
  const properties = firstChild(run, 'rPr')
  const kept = properties ? childElements(properties).filter(isPens).map((property) => sourceOf(part, property)).join('') : ''
  return properties && kept !== '' ? `<${properties.name}>${kept}</${properties.name}>` : ''
}

const sizeOf = (run: XmlElement | undefined): number => Number(attribute(firstChild(firstChild(run, 'rPr'), 'sz'), 'val') ?? Number.NaN)

/** Half points. Dots below it are set small to fit more of them on a line; nobody writes that small. */
const READABLE = 22

const wordsOf = (run: XmlElement): boolean => descendants(run, 't').some(({ text }) => /\p{L}/u.test(text))

const labelsIn = (element: XmlElement): readonly XmlElement[] => descendants(element, 'r').filter((one) => wordsOf(one) && !isMark(one))

/** The words that a run of dots belongs to: the last in front of it, else the first behind. */
const labelRun = (paragraph: XmlElement | undefined, run: XmlElement): XmlElement | undefined => {
  const runs = paragraph ? labelsIn(paragraph).filter((one) => one !== run) : []
  return runs.findLast(({ end }) => end <= run.start) ?? runs[0]
}

const labelsOfPart = new WeakMap<Part, readonly XmlElement[]>()

/** The words above a line that has none of its own: the answer goes on from them. */
const labelAbove = (part: Part, run: XmlElement): XmlElement | undefined => {
  const labels = labelsOfPart.get(part) ?? labelsIn(part.root)
  labelsOfPart.set(part, labels)
  return labels.findLast(({ end }) => end <= run.start)
}

/** Are these dots smaller than the words beside them, or too small to read? */
export const isSmall = (paragraph: XmlElement | undefined, run: XmlElement): boolean => {
  const label = labelRun(paragraph, run)
  return sizeOf(run) < (label ? sizeOf(label) || READABLE : READABLE)
}

/** How the pen writes in a run of small dots: in its manner, as large as the words beside it, else above it. */
export const enlarged = (part: Part, paragraph: XmlElement | undefined, run: XmlElement): string => {
  const size = sizeOf(labelRun(paragraph, run) ?? labelAbove(part, run))
  const prefix = run.name.slice(0, run.name.indexOf(':') + 1)
  const properties = penProperties(part, run)
  return size > 0 ? properties.replace(new RegExp(`(<${prefix}sz(?:Cs)?\\s[^>]*val=")\\d+`, 'g'), `$1${size}`) : properties.replace(new RegExp(`<${prefix}sz(?:Cs)?\\s[^>]*/>`, 'g'), '')
}

/** A run's own w:rPr, unchanged. */
export const ownProperties = (part: Part, run: XmlElement | undefined): string => sourceOf(part, firstChild(run, 'rPr'))

const propertiesOf = (run: XmlElement | undefined): readonly XmlElement[] => { const properties = firstChild(run, 'rPr'); return properties ? childElements(properties) : [] }

/** Is this run raised, or styled as a mark? Then an answer in it would be raised too. */
export const isMark = (run: XmlElement | undefined): boolean => propertiesOf(run).some((property) =>
  (localName(property) === 'vertAlign' && attribute(property, 'val') !== 'baseline') || (localName(property) === 'rStyle' && SPECIAL_STYLE.test(attribute(property, 'val') ?? '')))

/** Half points. Word sets the blank cells of a row that it must not stretch as small as this; 9 points can be read and fit. */
const [UNREADABLE, SMALLEST] = [16, 18]

const readable = (properties: string, size: number): string =>
  (size < UNREADABLE ? properties.replace(/(<(?:\w+:)?sz(?:Cs)?\s[^>]*val=")\d+/g, `$1${SMALLEST}`) : properties)

const writes = (run: XmlElement): boolean => descendants(run, 't').some(({ text }) => text.trim() !== '')

const FONT = ['rFonts', 'sz', 'szCs']

/** Fonts whose letters are pictures: boxes, pens, telephones. */
const PICTURES = /dings|symbol/i

const isHand = (part: Part, run: XmlElement): boolean => writes(run) && !isMark(run) && !PICTURES.test(ownProperties(part, run))

/** The words nearest to an empty paragraph: in a table in its row, else above, else below; else the words above it. */
const neighbour = (part: Part, paragraph: XmlElement): XmlElement | undefined => {
  const path = elementsAround(part, paragraph)
  const [row, table] = [nearest(path, 'tr'), nearest(path, 'tbl')]
  const written = table ? descendants(table, 'r').filter((run) => isHand(part, run)) : []
  const inRow = row ? written.filter(({ start, end }) => start >= row.start && end <= row.end) : []
  const [near] = [inRow, written].map((runs) => runs.findLast(({ end }) => end <= paragraph.start) ?? runs[0]).filter((run) => run !== undefined)
  return table ? near : labelAbove(part, paragraph)
}

const isStyled = (paragraph: XmlElement): boolean => firstChild(firstChild(paragraph, 'pPr'), 'pStyle') !== undefined

/** What comes behind the size in the order of Word's schema; font and style come first. */
const BEHIND = /^<\w+:(highlight|u|shd|rtl|cs|em|lang|ligatures)/

const rank = (property: string): number => (/^<\w+:rStyle/.test(property) ? -2 : /^<\w+:rFonts/.test(property) ? -1 : /^<\w+:sz/.test(property) ? 1 : BEHIND.test(property) ? 2 : 0)

/** Font and size of the words around, as far as a mark does not name its own: from their run, the font else from their style. */
const fontAround = (part: Part, paragraph: XmlElement, own: readonly XmlElement[], styles: Part | undefined): readonly string[] => {
  const near = neighbour(part, paragraph)
  const has = (properties: readonly XmlElement[], name: string): boolean => properties.some((property) => localName(property) === name)
  const around = propertiesOf(near).filter((property) => (localName(property) === 'rFonts' ? !has(own, 'rFonts') : FONT.includes(localName(property)) && !has(own, 'sz')))
  const fonts = near && styles && !has(own, 'rFonts') && !has(around, 'rFonts') ? styleFonts(styles, nearest(elementsAround(part, near), 'p')) : undefined
  return [...(fonts && styles ? [sourceOf(styles, fonts)] : []), ...around.map((property) => sourceOf(part, property))]
}

/** How an empty paragraph writes: as its mark says, in font and size as what stands around it where the mark names none. */
const emptyPen = (part: Part, paragraph: XmlElement, styles: Part | undefined): string => {
  const own = propertiesOf(firstChild(paragraph, 'pPr')).filter(isPens)
  const around = isStyled(paragraph) ? [] : fontAround(part, paragraph, own, styles)
  const all = [...own.map((property) => sourceOf(part, property)), ...around].sort((a, b) => rank(a) - rank(b))
  const name = `${paragraph.name.slice(0, paragraph.name.indexOf(':') + 1)}rPr`
  return all.length === 0 ? '' : `<${name}>${all.join('')}</${name}>`
}

/** How the paragraph writes at a point: as its last run before it, else its next, else as an empty one. `styles`: word/styles.xml. */
export const penAt = (part: Part, paragraph: XmlElement, point: number, styles?: Part): string => {
  const runs = descendants(paragraph, 'r').filter((run) => writes(run) && !isMark(run))
  const run = runs.findLast(({ end }) => end <= point) ?? runs[0]
  if (run) return penProperties(part, run)
  return readable(emptyPen(part, paragraph, styles), sizeOf(firstChild(paragraph, 'pPr')))
}
