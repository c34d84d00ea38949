import type { Mark, Range } from '../hole.ts'
import type { Stretch } from './find-slots.ts'
import type { Atom, Paragraph } from './paper.ts'

/** Characters that stand side by side in one `w:t` are one range. */
const mergeRanges = (ranges: readonly Range[]): readonly Range[] => {
  const merged: Range[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last?.part === range.part && last.end === range.start) merged[merged.length - 1] = { ...last, end: range.end }
    else merged.push(range)
  }
  return merged
}

const marksOfRun = (atoms: readonly Atom[]): readonly Mark[] => {
  const [first] = atoms
  if (!first) return []
  if (first.kind === 'tab') return atoms.filter(({ leader }) => leader).map(({ range }) => ({ form: 'tab', range }))
  if (first.kind === 'field') return atoms.map(({ range }) => ({ form: 'field', range }))
  return [{ form: 'leader', ranges: mergeRanges(atoms.map(({ range }) => range)) }]
}

/** What is printed in a stretch of a line, as marks in their order: dots together, each tab and each field by itself. */
export const marksOf = ({ atoms }: Paragraph, { from, to }: Stretch): readonly Mark[] => {
  const runs: Atom[][] = []
  for (const atom of atoms.slice(from, to)) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === atom.kind) last.push(atom)
    else runs.push([atom])
  }
  return runs.filter(([first]) => first?.kind === 'char' || first?.kind === 'tab' || first?.kind === 'field').flatMap(marksOfRun)
}

/** Blank paper: after the last run of a paragraph. */
export const gapMark = ({ range, end }: Paragraph): Mark => ({ form: 'gap', range: end === range.end ? range : { part: range.part, start: end, end } })

export const boxMark = ({ atoms }: Paragraph, at: number): Mark | undefined => {
  const range = atoms[at]?.range
  return range ? { form: 'box', range } : undefined
}
