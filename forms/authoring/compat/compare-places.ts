import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Json } from '../../engine/json.ts'
import type { Change, Side } from './change.ts'
import { keyOf, type Facts } from './facts.ts'

/** What became of the places themselves, before what is said of each. */
export type Places = {
  readonly changes: readonly Change[]
  readonly removed: ReadonlySet<string>
  readonly added: ReadonlySet<string>
  /** Places whose kind of field is another: their old limits mean nothing any more. */
  readonly replaced: ReadonlySet<string>
}

const SIDES: readonly Side[] = ['sender', 'reader']
const both = (change: Omit<Change, 'breaks'>): readonly Change[] => SIDES.map((breaks) => ({ ...change, breaks }))

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

/** Places of one version that the other lacks, without those within another such place. */
const missing = (facts: Facts, others: Facts): readonly string[] => {
  const gone = [...facts.values()].filter(({ keyword, pointer }) => keyword === 'field' && !others.has(keyOf({ pointer, keyword, when: [] }))).map(({ pointer }) => pointer)
  const all = new Set(gone)
  return gone.filter((pointer) => !all.has(parentOf(pointer)))
}

const said = (facts: Facts, pointer: string, keyword: string): Json | undefined => facts.get(keyOf({ pointer, keyword, when: [] }))?.value

type Pair = { readonly from: string; readonly to: string; readonly change: 'field-renamed' | 'field-moved' }

/** The same question under another name, or the same name elsewhere: asked in the same words by the same kind of field. */
const pairOf = (from: string, added: readonly string[], old: Facts, next: Facts): Pair | undefined => {
  const alike = (to: string): boolean => ['kind', 'text'].every((keyword) => said(old, from, keyword) !== undefined && canonicalJson(said(old, from, keyword)) === canonicalJson(said(next, to, keyword)))
  const to = added.filter(alike).toSorted((a, b) => Number(parentOf(b) === parentOf(from)) - Number(parentOf(a) === parentOf(from)))[0]
  return to === undefined ? undefined : { from, to, change: parentOf(to) === parentOf(from) ? 'field-renamed' : 'field-moved' }
}

/** A field that is added: a sender who does not know it is refused where it is demanded. */
const addition = (pointer: string, next: Facts): readonly Change[] => {
  const demands = [...next.values()].filter((fact) => fact.pointer === pointer && fact.keyword === 'required')
  if (demands.length === 0) return [{ pointer, change: 'field-added' }]
  return demands.map(({ when }) => ({ pointer, change: 'required-field-added', breaks: 'sender', ...(when.length > 0 && { when }) }))
}

/** One control in the place of another: the same values. */
const ALIKE: readonly ReadonlySet<string>[] = [new Set(['select', 'radios']), new Set(['text', 'long-text'])]

const isAlike = (a: Json, b: Json): boolean => ALIKE.some((kinds) => kinds.has(String(a)) && kinds.has(String(b)))

const kindChanges = (old: Facts, next: Facts): readonly Change[] => [...old.values()].flatMap(({ keyword, pointer, value }) => {
  const to = said(next, pointer, 'kind')
  if (keyword !== 'kind' || to === undefined || to === value) return []
  const change = { pointer, change: 'kind-changed', from: value, to } as const
  return isAlike(value, to) ? [change] : both(change)
})

const sectionsOf = (facts: Facts, others: Facts): readonly string[] => {
  const [order, known] = [said(facts, '', 'order'), said(others, '', 'order')]
  return Array.isArray(order) && Array.isArray(known) ? order.filter((name) => known.includes(name)).map(String) : []
}

/** Answers are looked up by name: the order of the pages breaks nobody. */
const moves = (old: Facts, next: Facts): readonly Change[] => {
  const [before, after] = [sectionsOf(old, next), sectionsOf(next, old)]
  return before.join('/') === after.join('/') ? [] : [{ pointer: '', change: 'section-moved', from: [...before], to: [...after] }]
}

export const comparePlaces = (old: Facts, next: Facts): Places => {
  const [removed, added] = [missing(old, next), missing(next, old)]
  const pairs: Pair[] = []
  for (const from of removed) {
    const pair = pairOf(from, added.filter((to) => !pairs.some((one) => one.to === to)), old, next)
    if (pair) pairs.push(pair)
  }
  const kinds = kindChanges(old, next)
  return {
    removed: new Set(removed), added: new Set(added), replaced: new Set(kinds.filter(({ breaks }) => breaks !== undefined).map(({ pointer }) => pointer)),
    changes: [
      ...pairs.flatMap(({ from, to, change }) => both({ pointer: from, change, to })),
      ...removed.filter((pointer) => !pairs.some(({ from }) => from === pointer)).flatMap((pointer) => both({ pointer, change: 'field-removed' })),
      ...added.filter((pointer) => !pairs.some(({ to }) => to === pointer)).flatMap((pointer) => addition(pointer, next)),
      ...kinds, ...moves(old, next),
    ],
  }
}
