/** What stands at [start, end) of a source becomes `text`; start === end puts it in between. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

/**
 * A source with its edits made, everything else untouched. Edits may come in any order; those at one point are made in the order given.
 * Throws RangeError where two overlap or one lies outside: that would be a fault of ours, and a corrupt file.
 */
export const splice = (source: string, edits: readonly Edit[]): string => {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start || end > source.length) throw new RangeError(`edit at ${start}-${end} overlaps or lies outside`)
    pieces.push(source.slice(at, start), text)
    at = end
  }
  return pieces.join('') + source.slice(at)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML content or attribute value. Control characters that XML cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (char) => ESCAPES[char] ?? char).replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (char) => ('\t\n\r'.includes(char) ? char : '')).replaceAll(/\p{Cs}/gu, '')
