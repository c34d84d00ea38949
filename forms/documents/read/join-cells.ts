import type { Atom } from './paper.ts'

const FEWEST_APART = 4

/** Where a row of boxes ends that begins at `from`: side by side, or at least four with a blank between each. */
const endOfRow = (atoms: readonly Atom[], from: number): number => {
  let [end, close] = [from, from]
  let count = 0
  for (let at = from; at < atoms.length; at++) {
    if (atoms[at]?.typed === true) { count += 1; end = at + 1; if (close === at) close = at + 1 } else if (atoms[at]?.char !== ' ' || atoms[at - 1]?.typed !== true) break
  }
  return count >= FEWEST_APART ? end : close > from + 1 ? close : from
}

/** 'Mã số: ☐☐☐☐': boxes with no words between them are cells for the signs of one answer, and no choice; they are as good as dots, one cell as three. */
export const joinCells = (atoms: readonly Atom[]): readonly Atom[] => {
  const out: Atom[] = []
  for (let at = 0; at < atoms.length;) {
    const [atom, end] = [atoms[at], endOfRow(atoms, at)]
    if (end === at && atom) out.push(atom)
    out.push(...atoms.slice(at, end).map((cell): Atom => (cell.typed === true ? { ...cell, kind: 'char', char: '⋯' } : cell)))
    at = Math.max(end, at + 1)
  }
  return out
}
