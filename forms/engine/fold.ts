/** Text as search compares it: no diacritics, đ as d, small letters, one space between words. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()

/** Words of a text, folded; a procedure's code stays one word. */
export const wordsOf = (text: string): readonly string[] => foldText(text).match(/\d\.\d{6}|[\p{L}\p{N}]+/gu) ?? []

/** Folds one character at a time: `folded[i]` belongs to `text[at[i]]`, so that what was found can be marked in the text. */
export const foldWithPositions = (text: string): { readonly folded: string; readonly at: readonly number[] } => {
  let folded = ''
  const at: number[] = []
  let position = 0
  for (const char of text) {
    const plain = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
    for (let i = 0; i < plain.length; i++) at.push(position)
    folded += plain
    position += char.length
  }
  return { folded, at: [...at, position] }
}
