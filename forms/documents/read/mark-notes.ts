import { NOTE, type Atom } from './paper.ts'

const isRaised = (atom: Atom | undefined): boolean => atom?.kind === 'char' && atom.look.sup
const isRaisedDigit = (atom: Atom | undefined): boolean => isRaised(atom) && /[\divx]/.test(atom?.char ?? '')

/** Raised digits behind 'm', 'km' or a number are powers; within raised brackets or words they are printed marks as they stand. */
const standsAlone = (before: Atom | undefined, after: Atom | undefined): boolean =>
  !/[m\d]/i.test(before?.char ?? '') && !(isRaised(before) && !/\s/.test(before?.char ?? '')) && !(isRaised(after) && !/[\s,]/.test(after?.char ?? ''))

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** '126' -> 126, 'iv' -> 4; undefined where it is neither. */
const numberOf = (mark: string): number | undefined => {
  if (/^\d+$/.test(mark)) return Number(mark)
  if (!/^x{0,3}(ix|iv|v?i{0,3})$/.test(mark)) return undefined
  const values = [...mark].map((letter) => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** 'Quốc tịch¹²⁶', 'Số lao động:ᵛⁱ': raised digits, arabic or roman, are the mark of a note, as one atom. */
export const markNotes = (atoms: readonly Atom[]): readonly Atom[] => {
  if (!atoms.some(isRaisedDigit)) return atoms
  const out: Atom[] = []
  for (let at = 0; at < atoms.length;) {
    let end = at
    while (isRaisedDigit(atoms[end])) end += 1
    const [first, last] = [atoms[at], atoms[end - 1]]
    const note = end > at ? numberOf(atoms.slice(at, end).map(({ char }) => char).join('')) : undefined
    if (first && last && note !== undefined && standsAlone(atoms[at - 1], atoms[end])) {
      out.push({ kind: 'note', char: NOTE, look: first.look, range: { ...first.range, end: last.range.end }, note })
      at = end
    } else { out.push(...atoms.slice(at, Math.max(end, at + 1))); at = Math.max(end, at + 1) }
  }
  return out
}
