/** A decoded character and where the source writes it. */
export type Placed = { readonly char: string; readonly start: number; readonly end: number }

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

const decodeEntity = (name: string): string =>
  (name.startsWith('#x') ? String.fromCodePoint(Number.parseInt(name.slice(2), 16)) : name.startsWith('#') ? String.fromCodePoint(Number.parseInt(name.slice(1), 10)) : NAMED[name] ?? '')

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|&([^;]+);|\r\n|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[\s\S]/gu

/** Characters of a text node with their places: entities, CDATA and line ends as the XML rules read them. */
export const placeText = (source: string, start: number, end: number): readonly Placed[] => {
  const placed: Placed[] = []
  for (const match of source.slice(start, end).matchAll(TOKEN)) {
    const [token, cdata, entity] = match
    const at = start + match.index
    if (cdata !== undefined) { let inside = at + 9; for (const char of cdata) { placed.push({ char, start: inside, end: inside + char.length }); inside += char.length } }
    else if (entity !== undefined) placed.push({ char: decodeEntity(entity), start: at, end: at + token.length })
    else if (token === '\r\n' || token === '\r') placed.push({ char: '\n', start: at, end: at + token.length })
    else if (token.length <= 2 && !token.startsWith('<')) placed.push({ char: token, start: at, end: at + token.length })
  }
  return placed
}
