import type { Atom } from './paper.ts'
import type { TabStop } from './read-styles.ts'

/** Mean width of a letter in a Vietnamese text in Times, as a part of the size. */
const LETTER = 0.47

/**
 * Marks the tabs whose stop draws a leader. Word knows from the layout which stop a tab reaches; here the letters before it
 * are measured by their number, which is near enough: stops lie far apart.
 */
export const layTabs = (atoms: readonly Atom[], stops: readonly TabStop[], indent: number): readonly Atom[] => {
  if (!stops.some(({ leader }) => leader)) return atoms
  let x = indent
  return atoms.map((atom) => {
    if (atom.kind === 'break') x = 0
    if (atom.kind !== 'tab') { x += atom.kind === 'char' ? atom.look.size * LETTER : 0; return atom }
    const stop = stops.find(({ pos }) => pos > x + 1) ?? stops.at(-1)
    x = Math.max(x, stop?.pos ?? x)
    return stop?.leader ? { ...atom, leader: true } : atom
  })
}
