import { readFont, type Font } from './read-font.ts'

export const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const
export type Face = (typeof FACES)[number]

/** Four TrueType files of one family, as bytes. Times-metric ones (Tinos) keep the lines of a form where Word has them. */
export type FontFiles = Readonly<Record<Face, Uint8Array>>
export type Fonts = Readonly<Record<Face, Font>>

const known = new WeakMap<FontFiles, Fonts>()

/** Reads the four files once for a process, however many documents are printed with them. */
export const readFonts = (files: FontFiles): Fonts => {
  const fonts = known.get(files) ?? { regular: readFont(files.regular), bold: readFont(files.bold), italic: readFont(files.italic), boldItalic: readFont(files.boldItalic) }
  known.set(files, fonts)
  return fonts
}

export const faceOf = ({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): Face => {
  if (bold) return italic ? 'boldItalic' : 'bold'
  return italic ? 'italic' : 'regular'
}

/** Points that `text` takes in one line. */
export const widthOf = (font: Font, text: string, size: number): number => {
  let units = 0
  for (const character of text) units += font.advanceOf(font.glyphOf(character.codePointAt(0) ?? 0))
  return (units * size) / font.unitsPerEm
}

export const hasGlyph = (font: Font, character: string): boolean => font.glyphOf(character.codePointAt(0) ?? 0) !== 0
