import { foldText, wordsOf } from '../../../forms/engine/fold.ts'
import type { CatalogueItem } from '../../../forms/index.ts'

/** The plain way to search: every text of every procedure is folded and looked through for each query. What the index must agree with, and be faster than. */
/** Weight of a place where a word may be found: the title says more than the summary. */
const places = (item: CatalogueItem): readonly (readonly [text: string, weight: number])[] => [
  [`${item.title.vi} ${item.title.en}`, 8],
  [item.keywords.join(' '), 6],
  [`${item.field.title.vi} ${item.field.title.en}`, 3],
  [`${item.agency.vi} ${item.agency.en}`, 2],
  [`${item.summary.vi} ${item.summary.en}`, 1],
]

/** Whole word 1, start of a word 0.7, one slip of the finger in a longer word 0.4, else 0. */
const nearness = (asked: string, word: string): number => {
  if (word === asked) return 1
  if (word.startsWith(asked) && asked.length > 1) return 0.7
  return asked.length > 3 && isOneSlip(asked, word) ? 0.4 : 0
}

/** Do two words differ by one letter more, less or other? */
const isOneSlip = (a: string, b: string): boolean => {
  // 'kinh' is not a slip for 'sinh': people get the first letter right.
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

type Indexed = { readonly item: CatalogueItem; readonly places: readonly { readonly words: readonly string[]; readonly folded: string; readonly weight: number }[] }

const indexOf = (item: CatalogueItem): Indexed => ({
  item,
  places: places(item).map(([text, weight]) => ({ words: wordsOf(text), folded: foldText(text), weight })),
})

const wordScore = (indexed: Indexed, asked: string): number =>
  Math.max(...indexed.places.map((place) => place.weight * Math.max(0, ...place.words.map((word) => nearness(asked, word)))))

/** A query of several words that stands as it is in a title or keyword is worth more than its words apart. */
const phraseScore = (indexed: Indexed, query: string): number =>
  query.includes(' ') ? Math.max(0, ...indexed.places.map((place) => (place.folded.includes(query) ? place.weight * 2 : 0))) : 0

type Ranked = { readonly item: CatalogueItem; readonly score: number; readonly found: number }

const rank = (entries: readonly CatalogueItem[], query: string): readonly Ranked[] => {
  const words = wordsOf(query)
  return entries.map((item) => {
    if (foldText(query).includes(item.code)) return { item, score: 100, found: words.length }
    const indexed = indexOf(item)
    const scores = words.map((word) => wordScore(indexed, word))
    return { item, score: scores.reduce((sum, score) => sum + score, phraseScore(indexed, foldText(query))), found: scores.filter((score) => score > 0).length }
  }).sort((a, b) => b.found - a.found || b.score - a.score || a.item.code.localeCompare(b.item.code))
}

/** People add small words ('tôi muốn làm giấy …'), so a word may be missing, but most have to be there. */
const enough = (words: number): number => (words <= 2 ? words : Math.ceil(words * 0.6))

/**
 * Procedures that fit what was typed, best first: with or without diacritics, in either language, by code, with one slip
 * in a word. An empty query gives all, as they are.
 */
export const searchLinearly = <Item extends CatalogueItem>(entries: readonly Item[], query: string): readonly Item[] => {
  const words = wordsOf(query)
  if (words.length === 0) return entries
  const byCode = new Map(entries.map((item) => [item.code, item]))
  const ranked = rank(entries, query)
  // Who typed four words that one procedure has does not want those that have three.
  const wanted = Math.max(enough(words.length), ranked[0]?.found ?? 0)
  return ranked.filter(({ found, score }) => score > 0 && found >= wanted).flatMap(({ item }) => byCode.get(item.code) ?? [])
}
