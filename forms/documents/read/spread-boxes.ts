import { isLine, type Item } from './items.ts'
import { inLine } from './lay-boxes.ts'
import { rowOf, type Line } from './lines.ts'
import { BOX, type Atom } from './paper.ts'
import { plainWords } from './words.ts'

/** How many items behind a line its floating boxes may belong to. */
const REACH = 6

const floats = ({ paragraph, boxes }: Line): readonly number[] => boxes.filter((at) => paragraph.atoms[at]?.x !== undefined)

const withoutAtoms = (line: Line, gone: readonly number[]): Line => {
  const shift = (at: number): number => at - gone.filter((one) => one < at).length
  const atoms = line.paragraph.atoms.filter((_, at) => !gone.includes(at))
  const paragraph = { ...line.paragraph, atoms, text: atoms.map(({ char }) => char).join('') }
  const [from, to] = [shift(line.from), shift(line.to)]
  return {
    ...line, paragraph, from, to, text: paragraph.text.slice(from, to), boxes: line.boxes.filter((at) => !gone.includes(at)).map(shift),
    slots: line.slots.map((slot) => ({ ...slot, from: shift(slot.from), to: shift(slot.to), parts: slot.parts.map((part) => ({ from: shift(part.from), to: shift(part.to) })) })),
  }
}

/** The box stands before the words, whose place in the XML it does not change. */
const withBox = (line: Line, box: Atom): Line => {
  const paragraph = { ...line.paragraph, atoms: [box, ...line.paragraph.atoms], text: BOX + line.paragraph.text }
  return { ...line, paragraph, from: 0, to: line.to + 1, text: paragraph.text.slice(0, line.to + 1), boxes: [0] }
}

const isBare = (item: Item | undefined, source: Line): item is Line =>
  isLine(item) && item.site.path !== '' && item.site.path !== source.site.path && item.boxes.length === 0 && item.slots.length === 0 && item.from === 0 && plainWords(item.text) !== ''

/** Boxes that float over other cells than that of their anchor: all but the leftmost, or all of a heading above the row. */
const surplus = (line: Line, next: Item | undefined): readonly number[] => {
  const own = floats(line).toSorted((a, b) => (line.paragraph.atoms[a]?.x ?? 0) - (line.paragraph.atoms[b]?.x ?? 0))
  const isHeading = line.site.path === '' && line.slots.length === 0 && next !== undefined && next.item === 'line' && next.site.path !== ''
  return own.slice(isHeading ? 0 : line.site.path === '' ? own.length : 1)
}

/** Lines of the row's cells before this one, nearest first, that hold nothing but words. */
const bareBefore = (items: readonly Item[], at: number, source: Line): readonly number[] => {
  const found: number[] = []
  for (let i = at - 1; isBare(items[i], source) && rowOf(items[i]?.site.path ?? '') === rowOf(source.site.path); i--) found.push(i)
  return found
}

/** In points: a box this far left of its own cell lies over the one before it. */
const LEFT_OUT = -20

/** '[words / words] | [box, box]': as many boxes, from top to bottom, as the cell before has lines; or a box that lies left of its cell. */
const givenBack = (items: readonly Item[], at: number, line: Line): readonly (readonly [number, number])[] => {
  const atoms = line.paragraph.atoms
  const lines = line.site.path === '' ? [] : bareBefore(items, at, line)
  const own = floats(line)
  if (plainWords(line.text) === '' && own.length > 1 && own.length === lines.length) {
    const down = own.toSorted((a, b) => (atoms[a]?.y ?? 0) - (atoms[b]?.y ?? 0))
    return lines.toReversed().map((to, i) => [to, down[i] ?? 0] as const)
  }
  const [to] = lines
  return to === undefined || own.length < 2 ? [] : own.filter((box) => (atoms[box]?.x ?? 0) < LEFT_OUT).slice(0, 1).map((box) => [to, box] as const)
}

const giveBack = (out: Item[], at: number, item: Line): void => {
  const given = givenBack(out, at, item)
  for (const [to, box] of given) {
    const [target, atom] = [out[to], item.paragraph.atoms[box]]
    if (isLine(target) && atom) out[to] = withBox(target, atom)
  }
  if (given.length > 0) out[at] = withoutAtoms(item, given.map(([, box]) => box))
}

/** In points: a box this far below the top of its paragraph lies beside the next line. */
const NEXT_LINE = 12

const liesBelow = (item: Item | undefined): item is Line => {
  const [box, ...more] = isLine(item) ? item.boxes : []
  return isLine(item) && box !== undefined && more.length === 0 && item.slots.length === 0 && (item.paragraph.atoms[box]?.y ?? 0) >= NEXT_LINE
}

/** 'Đề nghị:' and the ways below it, each with the box of the next one, and the last with none: all go down by one. */
const goDown = (out: Item[], from: number): void => {
  const [head, after] = [out[from], out.findIndex((item, at) => at > from && !liesBelow(item))]
  const last = out[after]
  if (!liesBelow(head) || !plainWords(head.text).endsWith(':') || after - from < 2 || !isLine(last) || last.boxes.length + last.slots.length > 0 || !/^[-+•]/.test(plainWords(last.text))) return
  const boxes = out.slice(from, after).map((item) => (isLine(item) ? item.paragraph.atoms[item.boxes[0] ?? 0] : undefined))
  for (let at = from; at <= after; at++) {
    const [line, box] = [out[at], boxes[at - from - 1]]
    if (!isLine(line)) continue
    const bare = withoutAtoms(line, line.boxes)
    out[at] = box ? withBox(bare, inLine(box)) : bare
  }
}

/** Drawn boxes are anchored anywhere near; each goes to the cell it lies over, so far as the order tells. */
export const spreadBoxes = (items: readonly Item[]): readonly Item[] => {
  const out = [...items]
  items.forEach((_, at) => goDown(out, at))
  items.forEach((item, at) => { if (isLine(item)) giveBack(out, at, item) })
  out.forEach((item, at) => {
    if (!isLine(item)) return
    let left = surplus(item, out[at + 1])
    const given: number[] = []
    for (let to = at + 1; to <= at + REACH && left.length > 0; to++) {
      const [target, box] = [out[to], item.paragraph.atoms[left[0] ?? 0]]
      if (!isBare(target, item) || !box) continue
      out[to] = withBox(target, box)
      given.push(left[0] ?? 0)
      left = left.slice(1)
    }
    if (given.length > 0) out[at] = withoutAtoms(item, given)
  })
  return out
}
