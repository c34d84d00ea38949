import { canonicalJson } from '../../engine/canonical-json.ts'
import type { JsonSchema } from '../../engine/json.ts'
import { isAtOrBelow, partsOf } from '../../engine/pointer.ts'
import type { Component } from '../../engine/procedure.ts'
import type { Change, ChangeName, Side } from './change.ts'
import { comparePlaces, type Places } from './compare-places.ts'
import { factsOfForm, factsOfPapers, keyOf, type Fact, type Facts } from './facts.ts'
import { judge } from './judge.ts'

/** What an integrator has of one version: the compiled schema of its answers, and its papers where they are known. */
export type FormVersion = { readonly schema?: JsonSchema; readonly components?: readonly Component[] }

const STRUCTURE = new Set(['field', 'kind', 'order'])

const isWithin = (pointer: string, roots: ReadonlySet<string>): boolean => {
  for (const root of roots) if (isAtOrBelow(pointer, root)) return true
  return false
}

/** Under a condition that the other version does not have, what it says always counts. */
const valueIn = (facts: Facts, fact: Fact): Fact['value'] | undefined =>
  (facts.get(keyOf(fact)) ?? facts.get(keyOf({ ...fact, when: [] })))?.value

const changesOfFact = (fact: Fact, old: Facts, next: Facts): readonly Change[] => {
  const { pointer, keyword, when } = fact
  return judge(keyword, valueIn(old, fact), valueIn(next, fact)).map((verdict) => ({
    pointer, ...verdict, ...(when.length > 0 && { when }), ...(LESS_TOLD.has(keyword) ? {} : { keyword: keyword.replace(/^rule /, '') }),
  }))
}

/** The name of the change says these already. */
const LESS_TOLD = new Set(['text', 'required', 'hidden', 'type', 'values'])

/** An added or replaced place is told as a whole; whether a value is demanded there counts all the same. */
const isTold = ({ pointer, keyword }: Fact, { removed, added, replaced }: Places): boolean =>
  STRUCTURE.has(keyword) || isWithin(pointer, removed) || isWithin(pointer, added) || (isWithin(pointer, replaced) && !(replaced.has(pointer) && ['required', 'hidden', 'text'].includes(keyword)))

const compareFacts = (old: Facts, next: Facts): readonly Change[] => {
  const places = comparePlaces(old, next)
  const facts = [...new Map([...old, ...next]).values()].filter((fact) => !isTold(fact, places))
  // Twice the same where two conditions fall back on one.
  const changes = new Map([...places.changes, ...facts.flatMap((fact) => changesOfFact(fact, old, next))].map((change) => [canonicalJson(change), change]))
  return [...changes.values()]
}

const OF_PAPERS: Readonly<Partial<Record<ChangeName, ChangeName>>> = { 'field-added': 'paper-added', 'required-field-added': 'required-paper-added', 'field-removed': 'paper-removed' }

const comparePapers = (old: readonly Component[], next: readonly Component[]): readonly Change[] =>
  compareFacts(factsOfPapers(old), factsOfPapers(next)).map((change) => ({ ...change, change: OF_PAPERS[change.change] ?? change.change }))

const SIDES: readonly Side[] = ['sender', 'reader']

const rank = ({ breaks }: Change): number => (breaks === undefined ? 2 : SIDES.indexOf(breaks))

const inOrder = (a: Change, b: Change): number => rank(a) - rank(b) || partsOf(a.pointer).length - partsOf(b.pointer).length || (a.pointer < b.pointer ? -1 : 1)

/**
 * All differences between two versions of one procedure's form, those that break a sender first, then those that break a reader,
 * then the harmless ones. Where it cannot be weighed (another pattern, another rule, a condition worded anew) it counts as
 * breaking. Nothing to send before: nothing to break.
 */
export const compareForms = (old: FormVersion, next: FormVersion): readonly Change[] => {
  if (!old.schema) return []
  if (!next.schema) return SIDES.map((breaks) => ({ pointer: '', change: 'form-removed', breaks }))
  const papers = old.components && next.components ? comparePapers(old.components, next.components) : []
  return [...compareFacts(factsOfForm(old.schema), factsOfForm(next.schema)), ...papers].toSorted(inOrder)
}
