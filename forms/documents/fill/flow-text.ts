import { textWidth } from './text-width.ts'

/** The pieces that a line may be ended after; a piece keeps the space or line end behind it. */
const piecesOf = (text: string): readonly string[] => text.match(/\n|[^\s]+ *| +/g) ?? []

/** Widths are estimates: a line a little short looks better than a word that the printer breaks off. */
const SURE = 0.93

type Lines = { readonly lines: string[]; used: number }

const write = (flow: Lines, piece: string, rooms: readonly number[]): void => {
  const at = flow.lines.length - 1
  const room = rooms[at] ?? 0
  const last = at >= rooms.length - 1
  const width = textWidth(piece.trimEnd())
  if (!last && flow.used > 0 && (piece === '\n' || flow.used + width > room * SURE)) {
    flow.lines.push(piece === '\n' ? '' : piece)
    flow.used = piece === '\n' ? 0 : textWidth(piece)
    return
  }
  flow.lines[at] = (flow.lines[at] ?? '') + piece
  flow.used += textWidth(piece)
}

/**
 * A text over lines of these widths, word by word as by hand; what is too much goes on the last line. One entry per line.
 * Joined by a space (or a line end, where the text has one) the lines are the text again.
 */
export const flowText = (text: string, rooms: readonly number[]): readonly string[] => {
  const flow: Lines = { lines: [''], used: 0 }
  for (const piece of piecesOf(text)) write(flow, piece, rooms)
  return rooms.map((_room, i) => (flow.lines[i] ?? '').trim())
}

/** Lines that a text takes in a column of this width, whose first line has words on it already. A word that is too long is broken. */
export const linesOf = (text: string, width: number, used: number): number => {
  const [full, start] = [Math.max(1, width * SURE), Math.min(used, width)]
  let [lines, at] = [1, start]
  for (const piece of piecesOf(text)) {
    const wide = textWidth(piece.trimEnd())
    if (piece === '\n' || (at > 0 && at + wide > full)) { lines += 1; at = 0 }
    if (piece === '\n') continue
    lines += Math.max(0, Math.ceil(wide / full) - 1)
    at = wide > full ? wide % full : at + textWidth(piece)
  }
  return lines
}
