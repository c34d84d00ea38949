import { viewOf, type Font } from './read-font.ts'

/** Collects the glyphs that a document uses, and writes a font of these alone. Numbers are given in the order of asking. */
export type Subset = { readonly includeGlyph: (glyph: number) => number; readonly encode: () => Uint8Array }

const EMPTY = new Uint8Array(0)

const tableOf = (font: Font, tag: string): Uint8Array => font.tables.get(tag) ?? EMPTY

const outlineOf = (font: Font, glyph: number): Uint8Array => {
  const loca = viewOf(tableOf(font, 'loca'))
  const long = viewOf(tableOf(font, 'head')).getInt16(50) === 1
  const at = (index: number): number => (long ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2)
  return tableOf(font, 'glyf').subarray(at(glyph), at(glyph + 1))
}

/** Accented letters are made of others: each part takes its new number, and is added if it was missing. */
const renumberParts = (outline: Uint8Array, include: (glyph: number) => number): Uint8Array => {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline
  const copy = outline.slice()
  const view = viewOf(copy)
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, include(view.getUint16(at + 2)))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0)
    more = (flags & 32) !== 0
  }
  return copy
}

const padded = (length: number): number => (length + 3) & ~3

const joinOutlines = (outlines: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } => {
  const loca = new Uint8Array((outlines.length + 1) * 4)
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + padded(length), 0))
  let at = 0
  outlines.forEach((outline, index) => {
    glyf.set(outline, at)
    at += padded(outline.length)
    viewOf(loca).setUint32((index + 1) * 4, at)
  })
  return { glyf, loca }
}

const advances = (font: Font, glyphs: readonly number[]): Uint8Array => {
  const table = new Uint8Array(glyphs.length * 4)
  const hmtx = viewOf(tableOf(font, 'hmtx'))
  const measured = viewOf(tableOf(font, 'hhea')).getUint16(34)
  glyphs.forEach((glyph, index) => {
    viewOf(table).setUint16(index * 4, font.advanceOf(glyph))
    viewOf(table).setInt16(index * 4 + 2, hmtx.getInt16(glyph < measured ? glyph * 4 + 2 : measured * 4 + (glyph - measured) * 2))
  })
  return table
}

const changed = (table: Uint8Array, change: (view: DataView) => void): Uint8Array => {
  const copy = table.slice()
  change(viewOf(copy))
  return copy
}

const checksum = (table: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < table.length; at += 1) sum = (sum + (table[at] ?? 0) * 2 ** (24 - (at % 4) * 8)) % 2 ** 32
  return sum
}

const writeTables = (tables: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const header = 12 + tables.length * 16
  const out = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + padded(length), header))
  const view = viewOf(out)
  view.setUint32(0, 0x10000)
  view.setUint16(4, tables.length)
  let at = header
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16
    out.set(Array.from(tag, (letter) => letter.charCodeAt(0)), entry)
    ;[checksum(table), at, table.length].forEach((value, field) => view.setUint32(entry + 4 + field * 4, value))
    out.set(table, at)
    at += padded(table.length)
  })
  return out
}

const encodeGlyphs = (font: Font, glyphs: number[], include: (glyph: number) => number): Uint8Array => {
  const outlines: Uint8Array[] = []
  // `glyphs` grows while the parts of accented letters are met.
  for (let index = 0; index < glyphs.length; index += 1) outlines.push(renumberParts(outlineOf(font, glyphs[index] ?? 0), include))
  const { glyf, loca } = joinOutlines(outlines)
  const kept = ['cvt ', 'fpgm', 'prep'].filter((tag) => font.tables.has(tag)).map((tag) => [tag, tableOf(font, tag)] as const)
  return writeTables([
    ...kept, ['glyf', glyf], ['head', changed(tableOf(font, 'head'), (view) => view.setInt16(50, 1))],
    ['hhea', changed(tableOf(font, 'hhea'), (view) => view.setUint16(34, glyphs.length))], ['hmtx', advances(font, glyphs)], ['loca', loca],
    ['maxp', changed(tableOf(font, 'maxp'), (view) => view.setUint16(4, glyphs.length))],
  ])
}

export const startSubset = (font: Font): Subset => {
  const glyphs = [0]
  const numbers = new Map([[0, 0]])
  const includeGlyph = (glyph: number): number => {
    const known = numbers.get(glyph)
    if (known !== undefined) return known
    numbers.set(glyph, glyphs.length)
    return glyphs.push(glyph) - 1
  }
  return { includeGlyph, encode: () => encodeGlyphs(font, glyphs, includeGlyph) }
}
