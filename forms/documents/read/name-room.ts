import { BOX, type Atom } from './paper.ts'

/** A name, and blank paper before the boxes of the sex: 'Họ và tên:      Nam ☐ Nữ ☐'. */
const ROOM = new RegExp(`(?<=tên\\s*(?:\\([^()]*\\))?\\s*:)(?: *\\t[ \\t]*| {3,})(?=Nam\\s*${BOX}|${BOX}\\s*Nam)`, 'giu')

/** Blank that a name is written on is as good as underlined. */
export const markNameRoom = (atoms: readonly Atom[]): readonly Atom[] => {
  if (!atoms.some(({ kind }) => kind === 'box')) return atoms
  const found = [...atoms.map(({ char }) => char).join('').matchAll(ROOM)]
  return atoms.map((atom, at) => (found.some(({ index, 0: room }) => at >= index && at < index + room.length) ? { ...atom, leader: true } : atom))
}
