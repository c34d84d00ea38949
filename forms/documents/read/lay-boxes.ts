import type { Atom } from './paper.ts'

/** In points: a box farther right than this stands behind words, not before them. */
const FAR = 150

/** Where in the text each of so many boxes belongs: behind words that wide blanks part, or behind a last colon without dots. */
const endsOf = (text: string, count: number): readonly number[] => {
  const printed = text.trimEnd()
  if (count === 1) return /[.…]{3}/.test(printed) && printed.endsWith(':') && !/[.…]\s?:$/.test(printed) ? [printed.length] : []
  return [...text.matchAll(/\S+(?:[ \u00A0]{1,3}\S+)*/gu)].map(({ index, 0: { length } }) => index + length)
}

/** Boxes that float are anchored where their paragraph begins; each is moved to where it lies on the page, so far as the words tell. */
export const layBoxes = (atoms: readonly Atom[]): readonly Atom[] => {
  const start = atoms.findIndex(({ kind, char }) => kind === 'char' && /\S/.test(char))
  const boxes = atoms.filter(({ kind }) => kind === 'box')
  const floating = atoms.slice(0, Math.max(0, start)).filter(({ kind, x = 0 }) => kind === 'box' && x >= FAR).toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0))
  if (floating.length === 0 || floating.length !== boxes.length) return atoms
  const words = atoms.filter(({ kind }) => kind !== 'box')
  const ends = endsOf(words.map(({ char }) => char).join(''), boxes.length)
  if (ends.length !== boxes.length) return atoms
  return words.flatMap((atom, i) => {
    const box = floating[ends.indexOf(i + 1)]
    return box ? [atom, { kind: box.kind, char: box.char, range: box.range, look: box.look }] : [atom]
  })
}
