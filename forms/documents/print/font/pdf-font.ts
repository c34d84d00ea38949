import type { Font } from './read-font.ts'
import { startSubset, type Subset } from './subset-font.ts'

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }

/**
 * The face that pdfkit asks of a font. Ours sets one glyph a character: Word neither kerns nor joins letters unless told to, so
 * lines break where Word breaks them, and a word costs a look-up instead of a shaping run.
 */
export type PdfFont = {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly xHeight: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly post: { readonly isFixedPitch: boolean }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  readonly getGlyph: (id: number) => Glyph
  readonly createSubset: () => Subset
  readonly layout: (text: string) => { readonly glyphs: readonly Glyph[]; readonly positions: readonly Position[]; readonly advanceWidth: number }
}

export const pdfFont = (font: Font): PdfFont => {
  const glyph = (id: number, codePoints: readonly number[] = []): Glyph => ({ id, advanceWidth: font.advanceOf(id), codePoints })
  const [minX, minY, maxX, maxY] = font.box
  return {
    postscriptName: font.name, unitsPerEm: font.unitsPerEm, ascent: font.ascent, descent: font.descent, lineGap: font.lineGap,
    xHeight: font.xHeight, capHeight: font.capHeight, italicAngle: font.italicAngle, bbox: { minX, minY, maxX, maxY },
    post: { isFixedPitch: false }, head: { macStyle: { italic: font.italicAngle !== 0 } },
    getGlyph: (id) => glyph(id), createSubset: () => startSubset(font),
    layout: (text) => {
      const glyphs = Array.from(text, (character) => { const code = character.codePointAt(0) ?? 0; return glyph(font.glyphOf(code), [code]) })
      const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
      return { glyphs, positions, advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) }
    },
  }
}
