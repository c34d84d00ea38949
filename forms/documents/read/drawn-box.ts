import { attribute, childElements, descendants, firstChild, localName } from '../xml/elements.ts'
import type { XmlElement } from '../xml/parse-part.ts'

/** A small empty rectangle that floats near its label. `x` and `y` in points from the column's left and the paragraph's top; NaN where the drawing does not say so. */
export type DrawnBox = { readonly x: number; readonly y: number }

const EMU = 12_700
const SMALLEST = 5
const LARGEST = 42
const LEAST_SQUARE = 0.35

const isBoxSize = (width: number, height: number): boolean =>
  width >= SMALLEST && height >= SMALLEST && width <= LARGEST && height <= LARGEST && Math.min(width, height) / Math.max(width, height) >= LEAST_SQUARE

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, '': 1 }

const cssLength = (style: string, name: string): number | undefined => {
  const match = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(-?[\\d.]+)(pt|in|cm|mm|px)?`).exec(style)
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : undefined
}

const isVmlBox = (shape: XmlElement): boolean => {
  const style = attribute(shape, 'style') ?? ''
  return isBoxSize(cssLength(style, 'width') ?? 0, cssLength(style, 'height') ?? 0)
}

const VML = ['rect', 'roundrect', 'shape', 'oval']
const GEOMETRY = ['rect', 'roundRect', 'flowChartProcess', 'flowChartConnector', 'ellipse', 'cube', 'frame', 'bevel', 'flowChartAlternateProcess']

const drawingBox = (drawing: XmlElement): readonly DrawnBox[] => {
  const frame = childElements(drawing)[0]
  if (!frame) return []
  const extent = firstChild(frame, 'extent')
  const [width, height] = [Number(attribute(extent, 'cx') ?? 0) / EMU, Number(attribute(extent, 'cy') ?? 0) / EMU]
  const geometry = descendants(frame, 'prstGeom').map((shape) => attribute(shape, 'prst') ?? '')
  if (geometry.length !== 1 || !GEOMETRY.includes(geometry[0] ?? '') || !isBoxSize(width, height)) return []
  const [across, down] = descendants(frame, 'posOffset').map(({ text }) => Number(text) / EMU)
  return [{ x: across ?? Number.NaN, y: down ?? Number.NaN }]
}

const pictBoxes = (pict: XmlElement): readonly DrawnBox[] =>
  descendants(pict, ...VML).filter((shape) => isVmlBox(shape))
    .map((shape) => ({ x: cssLength(attribute(shape, 'style') ?? '', 'margin-left') ?? Number.NaN, y: cssLength(attribute(shape, 'style') ?? '', 'margin-top') ?? Number.NaN }))

/** The tick boxes that a `w:drawing` or `w:pict` draws (a picture of a box is one); none where it is a line, a large picture or a frame for text. */
export const drawnBoxes = (element: XmlElement): readonly DrawnBox[] => {
  const words = descendants(element, 't').map((text) => text.text).join('').trim()
  if (words !== '') return []
  return localName(element) === 'drawing' ? drawingBox(element) : pictBoxes(element)
}
