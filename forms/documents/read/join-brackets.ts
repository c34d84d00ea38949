import { BOX, type Atom } from './paper.ts'

/** '[ ]', '[  ]' and '( )' with nothing but blank inside. */
const BRACKETS = /\[ {0,4}\]|\( {1,3}\)/g

/** Boxes that are typed with brackets become one atom each. */
export const joinBrackets = (atoms: readonly Atom[]): readonly Atom[] => {
  const text = atoms.map(({ char }) => char).join('')
  const joined: Atom[] = []
  let at = 0
  for (const { index, 0: found } of text.matchAll(BRACKETS)) {
    const [first, last] = [atoms[index], atoms[index + found.length - 1]]
    if (!first || !last) continue
    joined.push(...atoms.slice(at, index), { kind: 'box', char: BOX, look: first.look, range: { ...first.range, end: last.range.end } })
    at = index + found.length
  }
  return at === 0 ? atoms : [...joined, ...atoms.slice(at)]
}
