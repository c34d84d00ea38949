import type { Atom } from './paper.ts'

/** In points: a box farther right than this stands behind words, not before them. */
const FAR = 150

/** Words that wide blanks part from others. */
const PHRASE = /\S+(?:[ \u00A0]{1,3}\S+)*/gu

/** Where in the text each of so many boxes belongs: behind words that wide blanks part, or behind a last colon without dots. */
const endsOf = (text: string, count: number): readonly number[] => {
  const printed = text.trimEnd()
  if (count === 1) return /[.…]{3}/.test(printed) && printed.endsWith(':') && !/[.…]\s?:$/.test(printed) ? [printed.length] : []
  return [...text.matchAll(PHRASE)].map(({ index, 0: { length } }) => index + length)
}

/** In points: a box that floats this far below its paragraph belongs to nothing that the text tells. */
const LOST = 200
/** Two boxes this near are one, drawn twice: the later covers what is written in the other. */
const TWICE = 3

const isNear = (a: Atom, b: Atom): boolean => a.kind === 'box' && b.kind === 'box' && Math.abs((a.x ?? Number.NaN) - (b.x ?? Number.NaN)) < TWICE && Math.abs((a.y ?? Number.NaN) - (b.y ?? Number.NaN)) < TWICE

const withoutStrays = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.filter((atom, at) => !(atom.kind === 'box' && (Math.abs(atom.y ?? 0) > LOST || atoms.slice(at + 1).some((other) => isNear(other, atom)))))

/** In points: the first of the boxes that stand before their words is no farther right. */
const LEFTMOST = 60

/** 'A      B      C' with a box drawn before each, however they are anchored among the letters. */
const layBefore = (atoms: readonly Atom[], boxes: readonly Atom[]): readonly Atom[] => {
  const sorted = boxes.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0))
  const words = atoms.filter(({ kind }) => kind !== 'box')
  const starts = [...words.map(({ char }) => char).join('').matchAll(PHRASE)].map(({ index }) => index)
  if (sorted.length < 2 || sorted.some(({ x }) => x === undefined) || (sorted[0]?.x ?? LEFTMOST) >= LEFTMOST || starts.length !== sorted.length) return atoms
  return words.flatMap((atom, i) => { const box = sorted[starts.indexOf(i)]; return box ? [inLine(box), atom] : [atom] })
}

export const inLine = ({ kind, char, range, look }: Atom): Atom => ({ kind, char, range, look })

/** Boxes that float are anchored where their paragraph begins; each is moved to where it lies on the page, so far as the words tell. */
export const layBoxes = (drawn: readonly Atom[]): readonly Atom[] => {
  const atoms = withoutStrays(drawn)
  const start = atoms.findIndex(({ kind, char }) => kind === 'char' && /\S/.test(char))
  const boxes = atoms.filter(({ kind }) => kind === 'box')
  const floating = atoms.slice(0, Math.max(0, start)).filter(({ kind, x = 0 }) => kind === 'box' && x >= FAR).toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0))
  if (floating.length === 0 || floating.length !== boxes.length) return layBefore(atoms, boxes)
  const words = atoms.filter(({ kind }) => kind !== 'box')
  const ends = endsOf(words.map(({ char }) => char).join(''), boxes.length)
  if (ends.length !== boxes.length) return atoms
  return words.flatMap((atom, i) => {
    const box = floating[ends.indexOf(i + 1)]
    return box ? [atom, inLine(box)] : [atom]
  })
}
