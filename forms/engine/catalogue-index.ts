import type { Text } from './json.ts'
import type { ProcedureRecord } from './procedure.ts'
import { foldText, wordsOf } from './fold.ts'

/** What the catalogue says of a procedure; a CatalogueEntry of functions/core is one. */
export type CatalogueItem = Pick<ProcedureRecord, 'code' | 'title' | 'summary' | 'keywords' | 'field' | 'levels'> & {
  readonly agency: Text
  readonly online: boolean
}

/**
 * The catalogue ready to be searched: made once, when something is published. `words` are all its words, folded and sorted;
 * `postings[i]` says where the i-th stands, as item × 8 + place, the weightiest place of each item. Plain JSON.
 */
export type CatalogueIndex<Item extends CatalogueItem = CatalogueItem> = {
  readonly items: readonly Item[]
  readonly words: readonly string[]
  readonly postings: readonly (readonly number[])[]
}

const PLACES = 8
/** Weight of a place where a word may be found: the title says more than the summary. */
const WEIGHTS = [8, 6, 3, 2, 1] as const

const textsOf = (item: CatalogueItem): readonly string[] => [
  `${item.title.vi} ${item.title.en}`,
  item.keywords.join(' '),
  `${item.field.title.vi} ${item.field.title.en}`,
  `${item.agency.vi} ${item.agency.en}`,
  `${item.summary.vi} ${item.summary.en}`,
]

/** Words of an item with the first, weightiest place of each. */
const placedWords = (item: CatalogueItem): ReadonlyMap<string, number> => {
  const placed = new Map<string, number>()
  for (const [place, text] of textsOf(item).entries()) for (const word of wordsOf(text)) if (!placed.has(word)) placed.set(word, place)
  return placed
}

export const buildIndex = <Item extends CatalogueItem>(items: readonly Item[]): CatalogueIndex<Item> => {
  const found = new Map<string, number[]>()
  for (const [number, item] of items.entries()) {
    for (const [word, place] of placedWords(item)) {
      const postings = found.get(word) ?? []
      postings.push(number * PLACES + place)
      found.set(word, postings)
    }
  }
  const words = [...found.keys()].sort()
  return { items, words, postings: words.map((word) => found.get(word) ?? []) }
}

/** First place in the sorted words that is not before `word`. */
const placeOf = (words: readonly string[], word: string): number => {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Do two words differ by one letter more, less or other? */
const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** Whole word 1, start of a word 0.7, one slip of the finger in a longer word 0.4, else 0. */
const nearness = (asked: string, word: string): number => {
  if (word === asked) return 1
  if (word.startsWith(asked) && asked.length > 1) return 0.7
  return asked.length > 3 && isOneSlip(asked, word) ? 0.4 : 0
}

/** Best score of one asked word in each item. Only words with the same first letter are looked at: people get that one right. */
const scoresOf = ({ items, words, postings }: CatalogueIndex, asked: string): Float64Array => {
  const scores = new Float64Array(items.length)
  const first = asked.charAt(0)
  const end = placeOf(words, `${first}\uffff`)
  for (let at = placeOf(words, first); at < end; at++) {
    const near = nearness(asked, words[at] ?? '')
    if (near === 0) continue
    for (const posting of postings[at] ?? []) {
      const [number, weight] = [Math.floor(posting / PLACES), WEIGHTS[posting % PLACES] ?? 0]
      scores[number] = Math.max(scores[number] ?? 0, near * weight)
    }
  }
  return scores
}

/** Folded once for as long as the item is held. */
const foldedTexts = new WeakMap<CatalogueItem, readonly string[]>()
const foldedOf = (item: CatalogueItem): readonly string[] => {
  const known = foldedTexts.get(item)
  if (known) return known
  const folded = textsOf(item).map(foldText)
  foldedTexts.set(item, folded)
  return folded
}

/** A query of several words that stands as it is in a title or keyword is worth more than its words apart. */
const phraseScore = (item: CatalogueItem, query: string): number =>
  Math.max(0, ...foldedOf(item).map((text, place) => (text.includes(query) ? (WEIGHTS[place] ?? 0) * 2 : 0)))

/** Number of an item in the index, with what it scored and how many of the words it has. */
type Ranked = { readonly number: number; readonly score: number; readonly found: number }

const CODES = /(?=(\d\.\d{6}))/g

const rankAll = (index: CatalogueIndex, query: string): readonly Ranked[] => {
  const words = wordsOf(query)
  const scores = words.map((word) => scoresOf(index, word))
  const codes = new Set([...query.matchAll(CODES)].map(([, code]) => code))
  return index.items.map(({ code }, number): Ranked => {
    if (codes.has(code)) return { number, score: 100, found: words.length }
    let [score, found] = [0, 0]
    for (const one of scores) { score += one[number] ?? 0; if ((one[number] ?? 0) > 0) found += 1 }
    return { number, score, found }
  })
}

/** Best first: more of the words, then where they stand, then by code. */
const inOrder = <Item extends CatalogueItem>({ items }: CatalogueIndex<Item>, ranked: readonly Ranked[], query: string): readonly Item[] =>
  ranked.flatMap(({ number, score, found }) => {
    const item = items[number]
    return item ? [{ item, found, score: score + (query.includes(' ') ? phraseScore(item, query) : 0) }] : []
  }).sort((a, b) => b.found - a.found || b.score - a.score || (a.item.code < b.item.code ? -1 : 1)).map(({ item }) => item)

/** People add small words ('tôi muốn làm giấy …'), so a word may be missing, but most have to be there. */
const enough = (words: number): number => (words <= 2 ? words : Math.ceil(words * 0.6))

/**
 * Procedures that fit what was typed, best first: with or without diacritics, in either language, by code, with one slip
 * in a word. An empty query gives all, as they are.
 */
export const searchIndex = <Item extends CatalogueItem>(index: CatalogueIndex<Item>, query: string): readonly Item[] => {
  const words = wordsOf(query).length
  if (words === 0) return index.items
  const folded = foldText(query)
  const ranked = rankAll(index, folded)
  // Who typed four words that one procedure has does not want those that have three.
  const wanted = ranked.reduce((most, { found }) => Math.max(most, found), enough(words))
  return inOrder(index, ranked.filter(({ found }) => found >= wanted), folded)
}

/** The nearest of the catalogue, whatever was typed; those that have none of the words come by code. */
export const nearestTo = <Item extends CatalogueItem>(index: CatalogueIndex<Item>, query: string, count: number): readonly Item[] => {
  const folded = foldText(query)
  const ranked = rankAll(index, folded)
  const near = ranked.filter(({ found }) => found > 0)
  return inOrder(index, near.length >= count ? near : ranked, folded).slice(0, count)
}
