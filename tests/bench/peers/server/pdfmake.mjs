import { join } from 'node:path'
import pdfmake from 'pdfmake'

const face = (folder, name) => join(folder, name, `Tinos_${name}.ttf`)

/** The least that makes a PDF of a form's words with pdfmake: plain paragraphs, one font family, no structure. */
export const printParagraphs = (paragraphs, fontFolder) => {
  pdfmake.setFonts({ Tinos: { normal: face(fontFolder, '400Regular'), bold: face(fontFolder, '700Bold'), italics: face(fontFolder, '400Regular_Italic'), bolditalics: face(fontFolder, '700Bold_Italic') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  return pdfmake.createPdf({ pageSize: 'A4', defaultStyle: { font: 'Tinos', fontSize: 13 }, content: paragraphs.map((text) => ({ text })) }).getBuffer()
}
