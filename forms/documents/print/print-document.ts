import { drawDocument } from './draw/draw-document.ts'
import { readFonts, type FontFiles } from './font/fonts.ts'
import { layDocument } from './layout/lay-document.ts'
import { openParts } from './read/open-parts.ts'
import { readPrintedText } from './read/read-blocks.ts'

/** `lang`: BCP 47 language of the text, 'vi' for Vietnamese. `date`: the day of making, 1 January 2000 if not given. */
export type PrintOptions = { readonly title: string; readonly lang: string; readonly fonts: FontFiles; readonly date?: Date }

/**
 * A Word document as a tagged PDF 1.7 that looks like its print and can be listened to. The same input gives the same bytes.
 * Rejects with an Error in Vietnamese and English if `docx` is no Word document or a font is none; what it does not know it leaves out.
 */
export const printDocument = async (docx: Uint8Array, { title, lang, fonts, date = new Date(Date.UTC(2000, 0, 1)) }: PrintOptions): Promise<Uint8Array> => {
  const faces = readFonts(fonts)
  return drawDocument(layDocument(readPrintedText(openParts(docx)), faces), faces, { title, lang, date })
}
