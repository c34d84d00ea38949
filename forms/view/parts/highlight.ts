import { foldWithPositions, wordsOf } from '../../engine/fold.ts'
import { html, type Html } from '../html.ts'

type Span = { readonly from: number; readonly to: number }

const spansOf = (text: string, words: readonly string[]): readonly Span[] => {
  const { folded, at } = foldWithPositions(text)
  const starts = [...folded.matchAll(/[\p{L}\p{N}]+/gu)]
  return starts.flatMap((match) => {
    const word = words.find((asked) => match[0].startsWith(asked) && (asked.length > 1 || match[0] === asked))
    if (word === undefined) return []
    return [{ from: at[match.index] ?? 0, to: endOfCharacter(text, at[match.index + word.length - 1] ?? 0) }]
  })
}

/** End of the character at a position, its combining marks included. */
const endOfCharacter = (text: string, position: number): number => {
  const rest = /^.\p{M}*/su.exec(text.slice(position))
  return position + (rest?.[0].length ?? 1)
}

/** The text with the words that were asked for in <mark>, found with or without diacritics. */
export const highlight = (text: string, query: string): Html => {
  const words = wordsOf(query)
  let done = 0
  const parts = (words.length === 0 ? [] : spansOf(text, words)).map(({ from, to }) => {
    const before = text.slice(done, from)
    done = to
    return html`${before}<mark>${text.slice(from, to)}</mark>`
  })
  return html`${parts}${text.slice(done)}`
}
