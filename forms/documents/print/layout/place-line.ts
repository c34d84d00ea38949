import type { ParagraphFormat } from '../read/formats.ts'
import type { Atom } from './atoms.ts'
import type { Line, Placed } from './break-lines.ts'
import type { Node } from './nodes.ts'
import type { Item } from './strips.ts'

/** Points by which a line is moved to the right, and by which each space behind its last tab grows. */
type Stretch = { readonly shift: number; readonly space: number; readonly from: number }

const isJustified = (align: string): boolean => ['both', 'distribute', 'lowKashida', 'mediumKashida', 'highKashida', 'thaiDistribute'].includes(align)

/** Without the spaces that hang over the end of the line. */
const trimEnd = (placed: readonly Placed[]): readonly Placed[] => placed.slice(0, placed.findLastIndex(({ atom }) => atom.kind !== 'space') + 1)

const stretchOf = ({ left, limit, ends }: Line, placed: readonly Placed[], align: string): Stretch => {
  const last = placed.at(-1)
  const spare = Math.max(limit - (last === undefined ? left : last.x + last.width), 0)
  const none = { shift: 0, space: 0, from: 0 }
  if (align === 'center') return { ...none, shift: spare / 2 }
  if (align === 'right' || align === 'end') return { ...none, shift: spare }
  if (!isJustified(align) || (ends !== 'full' && align !== 'distribute')) return none
  const from = placed.findLastIndex(({ atom }) => atom.kind === 'tab') + 1
  const spaces = placed.slice(from).reduce((sum, { atom }) => sum + (atom.kind === 'space' ? atom.text.length : 0), 0)
  return spaces === 0 ? none : { shift: 0, space: spare / spaces, from }
}

/** Atoms with where they come to lie, stretched. */
const stretchLine = (placed: readonly Placed[], { shift, space, from }: Stretch): readonly Placed[] => {
  let grown = shift
  return placed.map(({ atom, x, width, leader }, index) => {
    const extra = index >= from && atom.kind === 'space' ? atom.text.length * space : 0
    const moved = { atom, x: x + grown, width: width + extra, leader }
    grown += extra
    return moved
  })
}

const sameLook = (a: Atom, b: Atom): boolean =>
  a.face === b.face && a.size === b.size && a.raise === b.raise && a.format.color === b.format.color && a.format.spacing === b.format.spacing && a.format.underline === b.format.underline && a.format.strike === b.format.strike

const isText = ({ atom }: Placed): boolean => atom.kind === 'word' || atom.kind === 'space'

/** Neighbours that are written in one go; a grown space ends a piece, since the next word is no longer where writing on would put it. */
const joinText = (placed: readonly Placed[], stretched: boolean): readonly (readonly Placed[])[] => {
  const pieces: Placed[][] = []
  for (const part of placed) {
    const before = pieces.at(-1)?.at(-1)
    const joins = before !== undefined && isText(before) && isText(part) && sameLook(before.atom, part.atom) && before.atom.actual === undefined && part.atom.actual === undefined
    if (joins && !(stretched && before.atom.kind === 'space')) pieces.at(-1)?.push(part)
    else pieces.push([part])
  }
  return pieces
}

const DASHES: Readonly<Record<string, 'solid' | 'dots' | 'dashes'>> = { dot: 'dots', middleDot: 'dots', hyphen: 'dashes', underscore: 'solid', heavy: 'solid' }

const leaderItem = ({ atom, x, width, leader }: Placed, baseline: number): readonly Item[] => {
  const dash = DASHES[leader]
  if (dash === undefined || width < 1) return []
  const y = baseline + (leader === 'middleDot' || leader === 'hyphen' ? -0.25 : dash === 'solid' ? 0.12 : -0.05) * atom.size
  return [{ kind: 'rule', x, y, toX: x + width, toY: y, width: Math.max(atom.size * (dash === 'dots' ? 0.1 : 0.045), 0.4), color: atom.format.color, dash }]
}

const strokeUnder = ({ size, format }: Atom, x: number, toX: number, y: number): Item =>
  ({ kind: 'rule', x, y, toX, toY: y, width: Math.max(size * 0.05, 0.4), color: format.color, dash: 'solid' })

/** Underlines and strokes through, of text as well as of tabs. */
const strokes = (first: Placed, last: Placed, baseline: number): readonly Item[] => {
  const { atom } = first
  const [from, to] = [first.x, last.x + last.width]
  return [
    ...(atom.format.underline ? [strokeUnder(atom, from, to, baseline - atom.raise + atom.size * 0.11)] : []),
    ...(atom.format.strike ? [strokeUnder(atom, from, to, baseline - atom.raise - atom.size * 0.26)] : []),
  ]
}

/** Tabs, dots and the ends of lines part words for the eye; a space parts them for the ear, and for whoever copies the text. */
const parts = (next: readonly Placed[] | undefined, endsWord: boolean): boolean => {
  const kind = next?.[0]?.atom.kind
  return kind === undefined ? endsWord : kind === 'tab' || kind === 'leader'
}

const pieceItems = (piece: readonly Placed[], baseline: number, node: Node, spaced: boolean): readonly Item[] => {
  const [first, last] = [piece[0], piece.at(-1)]
  if (first === undefined || last === undefined) return []
  const { atom, x } = first
  const { size, face, format: { color, spacing } } = atom
  if (atom.kind === 'tab') return [...leaderItem(first, baseline), ...strokes(first, last, baseline)]
  if (atom.kind === 'box') return [{ kind: 'box', x: x + size * 0.06, y: baseline, size, mark: atom.mark ?? 'empty', color, node }]
  if (atom.kind === 'drawing') return []
  const written = piece.map(({ atom: { text } }) => text).join('')
  const text = spaced && atom.kind !== 'leader' && !written.endsWith(' ') ? `${written} ` : written
  // Typed dots are no text: nobody wants to hear them.
  const own = atom.kind === 'leader' ? null : node
  return [{ kind: 'text', x, y: baseline - atom.raise, text, face, size, color, spacing, node: own, ...(atom.actual === undefined ? {} : { actual: atom.actual }) }, ...strokes(first, last, baseline)]
}

export type LineBox = { readonly items: readonly Item[]; readonly height: number; readonly tail: number; readonly baseline: number }

const lineHeight = (up: number, down: number, { line, lineRule }: ParagraphFormat): { readonly height: number; readonly baseline: number } => {
  const own = up + down
  if (lineRule === 'auto') return { height: own * line, baseline: up + own * Math.min(line - 1, 0) }
  if (lineRule === 'exact') return { height: line, baseline: line - down - Math.max(0, (line - own) / 2) }
  return { height: Math.max(own, line), baseline: up + Math.max(line - own, 0) }
}

/** What a line prints, from its upper left corner. `empty` gives the height of a line without content. */
export const placeLine = (line: Line, format: ParagraphFormat, empty: Atom, node: Node): LineBox => {
  const placed = trimEnd(line.placed)
  const own = placed.map(({ atom }) => atom).filter(({ drawing }) => drawing === undefined || drawing.inline)
  const tall = own.length === 0 ? [empty] : own
  const { height, baseline } = lineHeight(Math.max(...tall.map(({ up }) => up)), Math.max(...tall.map(({ down }) => down)), format)
  const stretch = stretchOf(line, placed, format.align)
  const pieces = joinText(stretchLine(placed, stretch), stretch.space > 0)
  const endsWord = line.ends === 'line' || placed.length < line.placed.length
  const items = pieces.flatMap((piece, index) => pieceItems(piece, baseline, node, parts(pieces[index + 1], endsWord)))
  if (items.some((item) => (item.kind === 'text' && item.node !== null && item.text.trim() !== '') || item.kind === 'box')) node.filled = true
  return { items, height, baseline, tail: format.lineRule === 'auto' ? height * Math.max(1 - 1 / format.line, 0) : 0 }
}
