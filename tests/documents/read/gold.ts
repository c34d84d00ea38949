import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hole, HoleKind } from '../../../forms/documents/hole.ts'

const FOLDER = fileURLToPath(new URL('../../../../shared/data/forms/', import.meta.url))

export type GoldHole = Pick<Hole, 'label' | 'kind' | 'section' | 'optional' | 'repeat' | 'note'>
export type GoldForm = { readonly form: string; readonly title: string; readonly holes: readonly GoldHole[]; readonly docx: Uint8Array }

/** Forms of a folder with what a careful human would say is asked, the shared ones or others; none where the folder is not at hand. */
export const goldForms = (folder: string = FOLDER): readonly GoldForm[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.gold.json')).map((name) => ({
    ...JSON.parse(readFileSync(join(folder, name), 'utf8')), docx: new Uint8Array(readFileSync(join(folder, name.replace('.gold.json', '.docx')))),
  }))
}

/** Kinds that an official would not quarrel about: the scorer's own list. */
const ALIKE: readonly (readonly HoleKind[])[] = [
  ['identityNumber', 'identityDocument'], ['place', 'address', 'issuePlace'], ['text', 'longText'], ['number', 'quantity', 'area'], ['date', 'issueDate'], ['yesNo', 'tick'],
  ['occupation', 'text'], ['relation', 'text'], ['organisation', 'text'], ['documentNumber', 'text'], ['religion', 'text'], ['choice', 'choices'], ['date', 'year'],
]
export const areAlike = (a: HoleKind, b: HoleKind): boolean => a === b || ALIKE.some((set) => set.includes(a) && set.includes(b))

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\(\d+\)|[.:…_*,;()"“”\-–/]/g, ' ').replaceAll(/\s+/g, ' ').trim()

/** Share of words that two labels have in common, 0 to 1. */
export const likeness = (a: string, b: string): number => {
  const [p, q] = [plain(a).split(' '), plain(b).split(' ')]
  if (plain(a) === plain(b)) return 1
  const left = [...p]
  const common = q.filter((word) => { const at = left.indexOf(word); if (at !== -1) left.splice(at, 1); return at !== -1 }).length
  return plain(a) === '' || plain(b) === '' ? 0 : (2 * common) / (p.length + q.length)
}

const FOUND = 0.4
const SAME_LABEL = 0.75

type Asked = { readonly label: string; readonly kind: HoleKind }

const worth = (a: Asked, b: Asked): number => { const like = likeness(a.label, b.label); return like >= FOUND ? like + (areAlike(a.kind, b.kind) ? 0.01 : 0) : 0 }

/** The pairing of two lists, in order, whose labels are most alike. */
const align = (gold: readonly Asked[], found: readonly Asked[]): readonly (readonly [Asked, Asked])[] => {
  const best = Array.from({ length: gold.length + 1 }, () => new Float64Array(found.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const like = gold.map((a) => found.map((b) => worth(a, b)))
  for (let i = gold.length - 1; i >= 0; i--) for (let j = found.length - 1; j >= 0; j--) {
    const row = best[i]
    if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (like[i]?.[j] ?? 0))
  }
  const pairs: (readonly [Asked, Asked])[] = []
  for (let i = 0, j = 0; i < gold.length && j < found.length;) {
    const [a, b, w] = [gold[i], found[j], like[i]?.[j] ?? 0]
    if (a && b && w > 0 && at(i, j) === at(i + 1, j + 1) + w) { pairs.push([a, b]); i++; j++ } else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

export type Score = { readonly gold: number; readonly found: number; readonly labels: number; readonly kinds: number; readonly predicted: number; readonly spurious: number }

/** Counts of one form: what is asked, how much of it was found, with the right label, of the right kind, and what was made up. */
export const scoreHoles = (gold: readonly Asked[], found: readonly Asked[]): Score => {
  const pairs = align(gold, found)
  return {
    gold: gold.length, found: pairs.length, predicted: found.length, spurious: found.length - pairs.length,
    labels: pairs.filter(([a, b]) => likeness(a.label, b.label) >= SAME_LABEL).length, kinds: pairs.filter(([a, b]) => areAlike(a.kind, b.kind)).length,
  }
}

export const addScores = (scores: readonly Score[]): Score => {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0)
  return { gold: sum((s) => s.gold), found: sum((s) => s.found), labels: sum((s) => s.labels), kinds: sum((s) => s.kinds), predicted: sum((s) => s.predicted), spurious: sum((s) => s.spurious) }
}
