import { BOX_SIDE, type BoxMark } from '../read/blocks.ts'

type Point = readonly [x: number, y: number]

const frame = (side: number): readonly (readonly Point[])[] => [[[0, 0], [side, 0], [side, -side], [0, -side], [0, 0]]]
const cross = (side: number): readonly (readonly Point[])[] => {
  const [from, to] = [side * 0.2, side * 0.8]
  return [[[from, -from], [to, -to]], [[from, -to], [to, -from]]]
}
const check = (side: number): readonly (readonly Point[])[] => [[[side * 0.18, -side * 0.5], [side * 0.42, -side * 0.2], [side * 0.84, -side * 0.84]]]

const STROKES: Readonly<Record<BoxMark, (side: number) => readonly (readonly Point[])[]>> = {
  empty: frame, cross: (side) => [...frame(side), ...cross(side)], check: (side) => [...frame(side), ...check(side)], tick: check, cancel: cross,
}

/** A tick box as strokes, from its lower left corner upwards (negative y), for letters of `size` points. */
export const boxStrokes = (mark: BoxMark, size: number): readonly (readonly Point[])[] => STROKES[mark](size * BOX_SIDE)

/** Whether it reads as chosen. */
export const isChosen = (mark: BoxMark): boolean => mark !== 'empty'
