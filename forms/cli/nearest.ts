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

/** The known word that a mistyped one may have meant. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const best = known.map((one) => ({ one, far: distance(word.toLowerCase(), one) })).sort((a, b) => a.far - b.far)[0]
  return best && (best.far <= Math.max(1, Math.floor(word.length / 3)) || (word.length > 2 && best.one.startsWith(word))) ? best.one : undefined
}
