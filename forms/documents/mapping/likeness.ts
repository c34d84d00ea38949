import { wordsOf } from '../../engine/fold.ts'
import type { Hole } from '../hole.ts'

/** 0 to 1: how many words two labels share, whatever their order and diacritics. Two labels without words are alike. */
export const labelLikeness = (a: string, b: string): number => {
  const [first, second] = [wordsOf(a), [...wordsOf(b)]]
  if (first.length + second.length === 0) return 1
  const total = first.length + second.length
  let common = 0
  for (const word of first) {
    const at = second.indexOf(word)
    if (at !== -1) { second.splice(at, 1); common += 1 }
  }
  return (2 * common) / total
}

const ALIKE_FROM = 0.5

/** 0 where two holes are not taken for the same. The part of the form and the kind decide between labels that are alike. */
export const holeLikeness = (a: Hole, b: Hole): number => {
  const label = labelLikeness(a.label, b.label)
  if (label < ALIKE_FROM || (a.repeat === null) !== (b.repeat === null)) return 0
  return label + 0.3 * labelLikeness(a.section, b.section) + (a.kind === b.kind ? 0.1 : 0)
}

type Pair = readonly [Hole, Hole]

/** The pairing in order with the highest summed likeness (Needleman–Wunsch, gaps are free). */
export const alignHoles = (old: readonly Hole[], next: readonly Hole[]): readonly Pair[] => {
  const width = next.length + 1
  const likeness = new Float64Array(old.length * next.length)
  const best = new Float64Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const [a, b] = [old[i], next[j]]
      const like = a && b ? holeLikeness(a, b) : 0
      likeness[i * next.length + j] = like
      best[i * width + j] = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0, like > 0 ? like + (best[(i + 1) * width + j + 1] ?? 0) : 0)
    }
  }
  return walk(old, next, likeness, best)
}

const walk = (old: readonly Hole[], next: readonly Hole[], likeness: Float64Array, best: Float64Array): readonly Pair[] => {
  const width = next.length + 1
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < old.length && j < next.length;) {
    const here = best[i * width + j] ?? 0
    const like = likeness[i * next.length + j] ?? 0
    const [a, b] = [old[i], next[j]]
    if (a && b && like > 0 && here === like + (best[(i + 1) * width + j + 1] ?? 0)) { pairs.push([a, b]); i += 1; j += 1 }
    else if (here === (best[(i + 1) * width + j] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}
