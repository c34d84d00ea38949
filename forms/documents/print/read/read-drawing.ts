import type { Block, Drawing } from './blocks.ts'
import { childOf, elementsOf, findBelow, numberOf, valueOf, type Element } from './xml.ts'

/** 12,700 English Metric Units are one point. */
const EMU = 12_700

type ReadText = (content: Element) => readonly Block[]

const emu = (text: string | undefined): number | undefined => {
  const number = numberOf(text)
  return number === undefined ? undefined : number / EMU
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.3465, mm: 2.83465, px: 0.75, pc: 12 }

const cssPoints = (text: string | undefined): number | undefined => {
  const number = numberOf(text)
  return number === undefined ? undefined : number * (UNITS[/[a-z]+$/.exec(text?.trim() ?? '')?.[0] ?? 'pt'] ?? 1)
}

const styleOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries((element.attributes['style'] ?? '').split(';').map((rule) => { const [key = '', value = ''] = rule.split(':'); return [key.trim(), value.trim()] }))

const fromX = (name: string | undefined): Drawing['fromX'] => (name === 'page' ? 'page' : name === 'margin' || name === 'leftMargin' ? 'margin' : 'column')
const fromY = (name: string | undefined): Drawing['fromY'] => (name === 'page' ? 'page' : name === 'margin' || name === 'topMargin' ? 'margin' : 'paragraph')

const text = (content: Element | undefined, readText: ReadText): readonly Block[] => (content === undefined ? [] : readText(content))

const shapeName = (preset: string, hasText: boolean): Drawing['shape'] => (hasText ? 'text' : /line|connector/i.test(preset) ? 'line' : 'rectangle')

const readAnchor = (drawing: Element): Pick<Drawing, 'x' | 'y' | 'fromX' | 'fromY' | 'across' | 'inline'> => {
  const anchor = childOf(drawing, 'wp:anchor')
  const [horizontal, vertical] = [childOf(anchor, 'wp:positionH'), childOf(anchor, 'wp:positionV')]
  const offset = (position: Element | undefined): number => emu(childOf(position, 'wp:posOffset')?.text) ?? 0
  const across = childOf(horizontal, 'wp:align')?.text
  return {
    x: offset(horizontal), y: offset(vertical), fromX: fromX(horizontal?.attributes['relativeFrom']), fromY: fromY(vertical?.attributes['relativeFrom']),
    inline: anchor === undefined, ...(across === undefined ? {} : { across }),
  }
}

/** A `w:drawing`: lines, rectangles and text boxes; a picture is shown as its frame only if it is as small as a tick box. */
const readDrawingMl = (drawing: Element, readText: ReadText): Drawing | undefined => {
  const extent = findBelow(drawing, 'wp:extent')
  const properties = findBelow(drawing, 'wps:spPr')
  const [width, height] = [emu(extent?.attributes['cx']) ?? 0, emu(extent?.attributes['cy']) ?? 0]
  if (properties === undefined && (width > 24 || height > 24)) return undefined
  const content = findBelow(drawing, 'w:txbxContent')
  const line = childOf(properties, 'a:ln')
  const preset = childOf(properties, 'a:prstGeom')?.attributes['prst'] ?? 'rect'
  const flip = childOf(properties, 'a:xfrm')?.attributes['flipV'] === '1'
  const bare = childOf(line, 'a:noFill') !== undefined || (line === undefined && findBelow(drawing, 'wps:style') === undefined && content !== undefined)
  const wraps = content !== undefined && childOf(drawing, 'wp:anchor') !== undefined && findBelow(drawing, 'wp:wrapNone') === undefined
  return { ...readAnchor(drawing), wraps, shape: shapeName(preset, content !== undefined), width, height, stroke: !bare, rising: flip, blocks: text(content, readText) }
}

const pair = (value: string | undefined): readonly [number, number] => {
  const [x, y] = (value ?? '').split(',')
  return [cssPoints(x) ?? 0, cssPoints(y) ?? 0]
}

const vmlPlace = (style: Readonly<Record<string, string>>): Pick<Drawing, 'fromX' | 'fromY' | 'across' | 'inline'> => {
  const across = style['mso-position-horizontal']
  return {
    fromX: fromX(style['mso-position-horizontal-relative']), fromY: fromY(style['mso-position-vertical-relative']),
    inline: style['position'] !== 'absolute', ...(across === undefined || across === 'absolute' ? {} : { across }),
  }
}

const readVmlLine = (line: Element): Drawing => {
  const [[x1, y1], [x2, y2]] = [pair(line.attributes['from']), pair(line.attributes['to'])]
  return {
    ...vmlPlace(styleOf(line)), shape: 'line', x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1),
    stroke: true, wraps: false, rising: (x2 - x1) * (y2 - y1) < 0, inline: false, blocks: [],
  }
}

const readVmlShape = (shape: Element, readText: ReadText): Drawing | undefined => {
  const style = styleOf(shape)
  const [width, height] = [cssPoints(style['width']) ?? 0, cssPoints(style['height']) ?? 0]
  const content = findBelow(shape, 'w:txbxContent')
  const picture = findBelow(shape, 'v:imagedata') !== undefined
  if (picture && (width > 24 || height > 24)) return undefined
  const straight = (shape.attributes['type'] ?? '').endsWith('_x0000_t32')
  return {
    ...vmlPlace(style), wraps: content !== undefined && findBelow(shape, 'w10:wrap')?.attributes['type'] !== undefined, shape: straight ? 'line' : content === undefined ? 'rectangle' : 'text', width, height, rising: /y/.test(style['flip'] ?? ''),
    x: cssPoints(style['margin-left'] ?? style['left']) ?? 0, y: cssPoints(style['margin-top'] ?? style['top']) ?? 0,
    stroke: shape.attributes['stroked'] !== 'f', blocks: text(content, readText),
  }
}

/** What a `w:drawing`, `w:pict` or `w:object` shows; undefined where it is nothing that is drawn here. */
export const readDrawing = (element: Element, readText: ReadText): Drawing | undefined => {
  if (element.name === 'w:drawing') return readDrawingMl(element, readText)
  const shape = elementsOf(element).find(({ name }) => ['v:line', 'v:rect', 'v:roundrect', 'v:oval', 'v:shape'].includes(name))
  if (shape === undefined) return undefined
  return shape.name === 'v:line' ? readVmlLine(shape) : readVmlShape(shape, readText)
}

/** A `w:ffData` check box: whether it is ticked; undefined: it is none. */
export const readCheckBox = (field: Element): boolean | undefined => {
  const box = childOf(field, 'w:ffData', 'w:checkBox')
  if (box === undefined) return undefined
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
  return state !== undefined && !['0', 'false'].includes(valueOf(box, state.name) ?? '1')
}
