import { fieldsByPointer } from '../../engine/all-fields.ts'
import type { FormModel } from '../../engine/form-model.ts'
import type { Hole, WordForm } from '../hole.ts'
import { answersOf, type HoleAnswer, type WordMap } from '../word-map.ts'
import { whyNot } from './can-write.ts'
import { alignHoles, holeLikeness } from './likeness.ts'

export type HoleChange = { readonly from: Hole; readonly to: Hole; readonly answer?: string }

/** What an agency's new edition of its form changes. Holes that only have another number are no change. */
export type EditionDifference = {
  readonly same: boolean
  readonly appeared: readonly Hole[]
  readonly gone: readonly { readonly hole: Hole; readonly answer?: string }[]
  /** Before or behind other holes than it was, or in another part of the form. */
  readonly moved: readonly HoleChange[]
  readonly relabelled: readonly HoleChange[]
  /** Its kind, its choices or its place in a table changed: the answer may no longer be writable. */
  readonly changed: readonly HoleChange[]
  /** Answers that no hole of the new edition takes, or whose hole wants another kind: open drafts hold them for the old paper. */
  readonly touched: readonly string[]
  /** The map for the new edition as far as it follows from the old one: holes that appeared are left for the author. */
  readonly map: WordMap
}

const NO_HOLE = 'Mẫu mới không còn ô cho câu trả lời này'

/** Holes that are left over on both sides and are alike were moved. */
const moves = (old: readonly Hole[], next: readonly Hole[]): readonly (readonly [Hole, Hole])[] => {
  const free = [...next]
  return old.flatMap((hole) => {
    const likely = free.map((other) => ({ other, like: holeLikeness(hole, other) })).filter(({ like }) => like > 0.9).sort((a, b) => b.like - a.like)[0]
    if (!likely) return []
    free.splice(free.indexOf(likely.other), 1)
    return [[hole, likely.other] as const]
  })
}

const differs = (a: Hole, b: Hole): boolean =>
  a.kind !== b.kind || (a.options ?? []).join('\n') !== (b.options ?? []).join('\n')

const renumbered = (entry: HoleAnswer, to: Hole): HoleAnswer => ({ ...entry, n: to.n, label: to.label })

type Known = { readonly map: WordMap; readonly form: FormModel }

const answerIn = (map: WordMap | undefined, hole: Hole): string | undefined => {
  const entry = map?.holes.find(({ n }) => n === hole.n)
  return entry && 'answer' in entry ? entry.answer : undefined
}

/** All answers that a hole takes. */
const allIn = (map: WordMap | undefined, hole: Hole): readonly string[] => (map?.holes ?? []).filter(({ n }) => n === hole.n).flatMap(answersOf)

const withAnswer = (answer: string | undefined): { readonly answer?: string } => (answer === undefined ? {} : { answer })

const nextMap = (pairs: readonly (readonly [Hole, Hole])[], known: Known | undefined, lost: readonly string[]): WordMap => {
  const entries = pairs.flatMap(([from, to]) => { const entry = known?.map.holes.find(({ n }) => n === from.n); return entry ? [renumbered(entry, to)] : [] })
  return { holes: entries.sort((a, b) => a.n - b.n), unprinted: [...(known?.map.unprinted ?? []), ...lost.map((answer) => ({ answer, why: NO_HOLE }))] }
}

/** Answers whose every hole is gone. */
const lostAnswers = (gone: readonly Hole[], kept: readonly Hole[], known: Known | undefined): readonly string[] => {
  const printed = new Set(kept.flatMap((hole) => allIn(known?.map, hole)))
  return [...new Set(gone.flatMap((hole) => allIn(known?.map, hole)))].filter((answer) => !printed.has(answer))
}

/** Answers that a hole of another kind cannot take any more. */
const misfits = (changed: readonly HoleChange[], known: Known | undefined): readonly string[] => changed.flatMap(({ from, to, answer }) => {
  const field = answer === undefined || !known ? undefined : fieldsByPointer(known.form).get(answer)
  const entry = known?.map.holes.find(({ n }) => n === from.n)
  return field && whyNot(to, field, entry && 'as' in entry ? entry.as : undefined) !== undefined ? [field.pointer] : []
})

/** Those that the system fills in too: the map has them. */
const holesOf = ({ holes, office }: WordForm): readonly Hole[] => [...holes, ...office]

/**
 * Compares two editions of one Word form by the likeness of labels and their order. `known`: the map of the old edition and
 * the form model, where the procedure is at hand; without them only the papers are compared.
 */
export const compareEditions = (older: WordForm, newer: WordForm, known?: Known): EditionDifference => {
  const [old, next] = [holesOf(older), holesOf(newer)]
  const aligned = alignHoles(old, next)
  const [left, right] = [new Set(aligned.map(([a]) => a)), new Set(aligned.map(([, b]) => b))]
  const displaced = moves(old.filter((hole) => !left.has(hole)), next.filter((hole) => !right.has(hole)))
  const pairs = [...aligned, ...displaced].sort(([, a], [, b]) => a.n - b.n)
  const [kept, found] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))]
  const gone = old.filter((hole) => !kept.has(hole))
  const appeared = next.filter((hole) => !found.has(hole))
  const change = ([from, to]: readonly [Hole, Hole]): HoleChange => ({ from, to, ...withAnswer(answerIn(known?.map, from)) })
  const moved = [...displaced, ...aligned.filter(([a, b]) => a.section !== b.section)].map(change)
  const relabelled = pairs.filter(([a, b]) => a.label !== b.label).map(change)
  const changed = pairs.filter(([a, b]) => differs(a, b)).map(change)
  const lost = lostAnswers(gone, [...kept], known)
  return {
    same: gone.length + appeared.length + moved.length + relabelled.length + changed.length === 0,
    appeared, gone: gone.map((hole) => ({ hole, ...withAnswer(answerIn(known?.map, hole)) })), moved, relabelled, changed,
    touched: [...new Set([...lost, ...misfits(changed, known)])], map: nextMap(pairs, known, lost),
  }
}
