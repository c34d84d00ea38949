/** Letters to put in, take out or change to make one word of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row[b.length] ?? 0
}

/** The known word that a mistyped or shortened one may have meant. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const begun = word.length > 1 ? known.find((one) => one.startsWith(word.toLowerCase())) : undefined
  const best = known.map((one) => ({ one, far: distance(word.toLowerCase(), one) })).sort((a, b) => a.far - b.far)[0]
  return begun ?? (best && best.far <= Math.ceil(word.length / 3) ? best.one : undefined)
}
