import type { FontFiles } from '../../forms/documents/print/font/fonts.ts'
import type { Text } from '../../forms/index.ts'

export type LoadFonts = () => Promise<FontFiles>

/** The filled form as a tagged PDF. Forms are Vietnamese whatever the page's language: who listens to it has to know. */
export const printPaper = async ({ docx, title }: { readonly docx: Uint8Array; readonly title: Text }, fonts: LoadFonts): Promise<Uint8Array> => {
  // Loaded here: who takes the Word file needs none of it.
  const { printDocument } = await import('../../forms/documents/print/print-document.ts')
  return printDocument(docx, { title: title.vi, lang: 'vi', fonts: await fonts() })
}
