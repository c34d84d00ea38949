/** A TrueType font as far as printing needs it. Lengths are in font units; `unitsPerEm` of them make the font size. */
export type Font = {
  readonly bytes: Uint8Array
  readonly tables: ReadonlyMap<string, Uint8Array>
  readonly name: string
  readonly unitsPerEm: number
  readonly ascent: number
  /** Below the baseline: negative. */
  readonly descent: number
  readonly lineGap: number
  readonly xHeight: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number]
  /** 0: the font has no such character. */
  readonly glyphOf: (codePoint: number) => number
  readonly advanceOf: (glyph: number) => number
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const readTables = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const view = viewOf(bytes)
  return new Map(Array.from({ length: view.getUint16(4) }, (_, index) => {
    const entry = 12 + index * 16
    const start = view.getUint32(entry + 8)
    return [String.fromCharCode(...bytes.subarray(entry, entry + 4)), bytes.subarray(start, start + view.getUint32(entry + 12))]
  }))
}

/** The one subtable that is read: format 4, characters up to U+FFFF. Every letter of Vietnamese is among them. */
const segmentsAt = (view: DataView): number => {
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const start = view.getUint32(8 + index * 8)
    if (view.getUint16(start) === 4 && view.getUint16(4 + index * 8) !== 1) return start
  }
  throw new Error('Phông chữ không có bảng ký tự Unicode (cmap định dạng 4): hãy dùng phông TrueType khác. / The font has no Unicode character table (cmap format 4): use another TrueType font.')
}

const glyphInSegment = (view: DataView, at: number, count: number, code: number): number => {
  const segment = at / 2
  const delta = view.getUint16(16 + count * 4 + at)
  const offset = view.getUint16(16 + count * 6 + segment * 2)
  if (offset === 0) return (code + delta) & 0xffff
  const start = view.getUint16(16 + count * 2 + segment * 2)
  const glyph = view.getUint16(16 + count * 6 + segment * 2 + offset + (code - start) * 2)
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

const readCharacters = (cmap: Uint8Array): ((code: number) => number) => {
  const whole = viewOf(cmap)
  const start = segmentsAt(whole)
  const view = new DataView(cmap.buffer, cmap.byteOffset + start, whole.getUint16(start + 2))
  const count = view.getUint16(6) / 2
  const look = (code: number): number => {
    if (code > 0xffff) return 0
    let segment = 0
    while (segment < count && view.getUint16(14 + segment * 2) < code) segment += 1
    return segment === count || view.getUint16(16 + count * 2 + segment * 2) > code ? 0 : glyphInSegment(view, segment * 2, count, code)
  }
  const known = new Map<number, number>()
  return (code) => {
    const glyph = known.get(code) ?? look(code)
    known.set(code, glyph)
    return glyph
  }
}

const readName = (name: Uint8Array | undefined): string => {
  if (name === undefined) return 'Form'
  const view = viewOf(name)
  const strings = view.getUint16(4)
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const entry = 6 + index * 12
    if (view.getUint16(entry + 6) !== 6) continue
    const bytes = name.subarray(strings + view.getUint16(entry + 10), strings + view.getUint16(entry + 10) + view.getUint16(entry + 8))
    return String.fromCharCode(...bytes.filter((byte) => byte > 32))
  }
  return 'Form'
}

const need = (tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array => {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`Phông chữ hỏng hoặc không phải TrueType (thiếu bảng "${tag}"): hãy dùng tệp .ttf khác. / The font is damaged or not TrueType (no "${tag}" table): use another .ttf file.`)
  return table
}

/** Reads a TrueType font; an Error in Vietnamese and English if it is none. */
export const readFont = (file: Uint8Array): Font => {
  // A Node Buffer is a Uint8Array whose slice() does not copy: parts of the font would be changed for the next document.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const tables = readTables(bytes)
  const [head, hhea, hmtx] = [viewOf(need(tables, 'head')), viewOf(need(tables, 'hhea')), viewOf(need(tables, 'hmtx'))]
  for (const tag of ['maxp', 'loca', 'glyf']) need(tables, tag)
  const [os2, post] = [viewOf(need(tables, 'OS/2')), viewOf(need(tables, 'post'))]
  const measured = hhea.getUint16(34)
  const heights = os2.getUint16(0) >= 2
  return {
    bytes, tables, name: readName(tables.get('name')), unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4), descent: hhea.getInt16(6), lineGap: hhea.getInt16(8),
    xHeight: heights ? os2.getInt16(86) : 0, capHeight: heights ? os2.getInt16(88) : hhea.getInt16(4), italicAngle: post.getInt32(4) / 65536,
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphOf: readCharacters(need(tables, 'cmap')), advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, measured - 1) * 4),
  }
}
