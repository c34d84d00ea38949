import type { Range } from '../hole.ts'
import { descendants, firstChild, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import type { Edit } from '../xml/splice.ts'
import { inPrefix, isSelfClosed, tagEnd } from './surroundings.ts'

const RUN = '<w:r><w:rPr><w:b/><w:sz w:val="16"/></w:rPr><w:t>X</w:t></w:r>'
// A line no higher than the smallest box: the style's own spacing would push the cross out of it.
const PARAGRAPH = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>${RUN}</w:p>`
const CONTENT = `<w:txbxContent>${PARAGRAPH}</w:txbxContent>`

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text })

/** A shape that has text of its own keeps it; the cross goes behind it. */
const crossText = (part: Part, content: XmlElement): readonly Edit[] => {
  const [paragraph] = descendants(content, 'p')
  if (!paragraph) return []
  if (!isSelfClosed(part, paragraph)) return [insert(paragraph.end - `</${paragraph.name}>`.length, inPrefix(RUN, part))]
  const opened = part.source.slice(paragraph.start, paragraph.end).replace(/\s*\/>$/, '>')
  return [{ start: paragraph.start, end: paragraph.end, text: `${opened}${inPrefix(RUN, part)}</${paragraph.name}>` }]
}

const crossVml = (part: Part, shape: XmlElement): readonly Edit[] => {
  const [content] = descendants(shape, 'txbxContent')
  if (content) return crossText(part, content)
  const box = `<v:textbox inset="0,0,0,0">${inPrefix(CONTENT, part)}</v:textbox>`
  if (!isSelfClosed(part, shape)) return [insert(shape.end - `</${shape.name}>`.length, box)]
  return [{ start: tagEnd(part, shape) - 2, end: shape.end, text: `>${box}</${shape.name}>` }]
}

const CENTRED = { lIns: '0', tIns: '0', rIns: '0', bIns: '0', anchor: 'ctr' } as const

/** In the middle and without insets a cross fits into a box of a few millimetres. */
const centred = (part: Part, body: XmlElement): Edit => {
  const tag = part.source.slice(body.start, tagEnd(part, body))
  const name = `<${body.name}`
  const others = Object.keys(CENTRED).reduce((text, key) => text.replace(new RegExp(`\\s${key}="[^"]*"`), ''), tag.slice(name.length))
  return { start: body.start, end: body.start + tag.length, text: `${name} ${Object.entries(CENTRED).map(([key, value]) => `${key}="${value}"`).join(' ')}${others}` }
}

const crossDrawn = (part: Part, shape: XmlElement): readonly Edit[] => {
  const [content] = descendants(shape, 'txbxContent')
  if (content) return crossText(part, content)
  const body = firstChild(shape, 'bodyPr')
  const prefix = shape.name.slice(0, shape.name.indexOf(':') + 1)
  return body ? [insert(body.start, `<${prefix}txbx>${inPrefix(CONTENT, part)}</${prefix}txbx>`), centred(part, body)] : []
}

const VML = ['rect', 'roundrect', 'shape', 'oval']

const isVml = (shape: XmlElement): boolean => VML.includes(localName(shape)) && shape.name.startsWith('v:')

const CROSSED = '<w:t>☒</w:t>'

/** A box that is a picture cannot be written in: a crossed box takes its place. What else the w:pict defines stays. */
const crossPicture = (part: Part, picture: XmlElement): readonly Edit[] => {
  if (localName(picture) === 'drawing') return [{ start: picture.start, end: picture.end, text: inPrefix(CROSSED, part) }]
  return [...descendants(picture, 'shape').map(({ start, end }) => ({ start, end, text: '' })), insert(picture.end, inPrefix(CROSSED, part))]
}

const picturesIn = (container: XmlElement, isWanted: (element: XmlElement) => boolean): readonly XmlElement[] =>
  [container, ...descendants(container, 'pict', 'drawing')].filter((element) => ['pict', 'drawing'].includes(localName(element)) && isWanted(element) && descendants(element, 'imagedata', 'pic').length > 0)

/** X into the drawn shapes of a stretch, in both branches where Word keeps two drawings of one shape. */
export const crossShapes = (part: Part, container: XmlElement, range: Range): readonly Edit[] => {
  const whole = localName(container) === 'AlternateContent'
  const isWanted = (shape: XmlElement): boolean => whole || (shape.start >= range.start && shape.end <= range.end)
  const pictures = picturesIn(container, isWanted)
  if (pictures.length > 0) return pictures.flatMap((picture) => crossPicture(part, picture))
  const shapes = [container, ...descendants(container, ...VML, 'wsp')].filter(isWanted)
  return shapes.flatMap((shape) => (localName(shape) === 'wsp' ? crossDrawn(part, shape) : isVml(shape) ? crossVml(part, shape) : []))
}

