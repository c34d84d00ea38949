import type { BoxMark, Drawing } from './blocks.ts'

/** Points: no one draws a larger tick box. */
const LARGEST = 24

const textOf = ({ blocks }: Drawing): string =>
  blocks.map((block) => (block.kind === 'table' ? 'table' : block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'box' ? 'x' : '')).join(''))).join('').trim()

/** What a drawn box of the size of a tick box shows: a cross where an X stands in it; undefined if it is something else. */
export const tickShape = (drawing: Drawing): BoxMark | undefined => {
  const { shape, width, height, stroke, inline } = drawing
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (shape === 'line' || long > LARGEST || short < 0.6 * long || !(stroke || inline)) return undefined
  const text = textOf(drawing)
  if (text === '') return 'empty'
  return /^[x×✕✗✓v]$/i.test(text) ? 'cross' : undefined
}
