import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasGlyph, readFonts, widthOf } from '../../../forms/documents/print/font/fonts.ts'
import { loadFonts } from '../../../forms/documents/print/font/load-fonts.ts'
import { readFont } from '../../../forms/documents/print/font/read-font.ts'
import { startSubset } from '../../../forms/documents/print/font/subset-font.ts'

export const FONT_FOLDER = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/tinos')
const VIETNAMESE = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ'

describe('fonts', () => {
  it('has every Vietnamese letter in all four faces', async () => {
    const fonts = readFonts(await loadFonts(FONT_FOLDER))
    for (const font of Object.values(fonts)) for (const letter of VIETNAMESE + VIETNAMESE.toUpperCase()) expect(hasGlyph(font, letter), letter).toBe(true)
  })
  it('measures like Times New Roman', async () => {
    const { regular } = readFonts(await loadFonts(FONT_FOLDER))
    expect(widthOf(regular, 'AV', 1000)).toBeCloseTo(722.2 * 2, 0)
    expect(widthOf(regular, '.', 1000)).toBe(250)
  })
  it('writes a small font of the used glyphs alone', async () => {
    const { regular } = readFonts(await loadFonts(FONT_FOLDER))
    const subset = startSubset(regular)
    const numbers = Array.from('ếẠđ', (letter) => subset.includeGlyph(regular.glyphOf(letter.codePointAt(0) ?? 0)))
    const bytes = subset.encode()
    expect(numbers).toEqual([1, 2, 3])
    expect(bytes.length).toBeLessThan(regular.bytes.length / 10)
    expect(new DataView(bytes.buffer).getUint16(4)).toBeGreaterThanOrEqual(6)
  })
  it('says in both languages that a file is no font', () => {
    expect(() => readFont(new Uint8Array(100))).toThrow(/TrueType.*\/.*TrueType/)
  })
})
