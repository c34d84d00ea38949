import type { Border } from '../read/formats.ts'
import type { Item } from './strips.ts'

type Point = readonly [x: number, y: number]

const dashOf = (style: string): 'solid' | 'dashes' | 'dots' => (/^dotted/i.test(style) ? 'dots' : /dash/i.test(style) ? 'dashes' : 'solid')

/** One side of a frame, upright or level; twice for a double line. */
export const edgeItems = (border: Border | null | undefined, from: Point, to: Point): readonly Item[] => {
  if (border === null || border === undefined) return []
  const { width, color, style } = border
  const line = (aside: number): Item => {
    const [dx, dy] = from[0] === to[0] ? [aside, 0] : [0, aside]
    return { kind: 'rule', x: from[0] + dx, y: from[1] + dy, toX: to[0] + dx, toY: to[1] + dy, width, color, dash: dashOf(style) }
  }
  return style === 'double' ? [line(-1.5 * width), line(1.5 * width)] : [line(0)]
}
