import { NOTE, type Atom } from './paper.ts'

const isRaised = (atom: Atom | undefined): boolean => atom?.kind === 'char' && atom.look.sup
const isRaisedDigit = (atom: Atom | undefined): boolean => isRaised(atom) && /\d/.test(atom?.char ?? '')

/** Raised digits behind 'm', 'km' or a number are powers; within raised brackets or words they are printed marks as they stand. */
const standsAlone = (before: Atom | undefined, after: Atom | undefined): boolean =>
  !/[m\d]/i.test(before?.char ?? '') && !(isRaised(before) && !/\s/.test(before?.char ?? '')) && !(isRaised(after) && !/[\s,]/.test(after?.char ?? ''))

/** 'Quốc tịch¹²⁶': raised digits are the mark of a note, as one atom. */
export const markNotes = (atoms: readonly Atom[]): readonly Atom[] => {
  if (!atoms.some(isRaisedDigit)) return atoms
  const out: Atom[] = []
  for (let at = 0; at < atoms.length;) {
    let end = at
    while (isRaisedDigit(atoms[end])) end += 1
    const [first, last] = [atoms[at], atoms[end - 1]]
    if (first && last && end > at && standsAlone(atoms[at - 1], atoms[end])) {
      out.push({ kind: 'note', char: NOTE, look: first.look, range: { ...first.range, end: last.range.end }, note: Number(atoms.slice(at, end).map(({ char }) => char).join('')) })
      at = end
    } else { out.push(...atoms.slice(at, Math.max(end, at + 1))); at = Math.max(end, at + 1) }
  }
  return out
}
