import Pdf from 'pdfkit'
import { FACES, type Fonts } from '../font/fonts.ts'
import { pdfFont } from '../font/pdf-font.ts'
import type { LaidDocument } from '../layout/lay-document.ts'
import { drawPage, type BoxWords } from './draw-page.ts'
import { buildTags } from './structure.ts'

/** `lang`: BCP 47. `date` is written as the day of making; documents of the same input are the same to the byte. */
export type Facts = { readonly title: string; readonly lang: string; readonly date: Date }

const BOX_WORDS: Readonly<Record<string, BoxWords>> = { vi: { chosen: 'đã chọn', open: 'chưa chọn' }, en: { chosen: 'ticked', open: 'not ticked' } }

const wordsFor = (lang: string): BoxWords => BOX_WORDS[lang.slice(0, 2).toLowerCase()] ?? { chosen: 'đã chọn', open: 'chưa chọn' }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** pdfkit writes the title twice: its value as a string, and its text into XML, unescaped. */
const titleOf = (title: string): string =>
  Object.assign(Object(title) as string, { toString: () => title.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign) })

/** No font yet: the four faces are registered, and those that are used are embedded. The types know neither font objects nor PDF/UA. */
const startPdf = ({ title, lang, date }: Facts, fonts: Fonts): PDFKit.PDFDocument => {
  const options = {
    autoFirstPage: false, font: '', tagged: true, pdfVersion: '1.7', lang, displayTitle: true, subset: 'PDF/UA',
    info: { Title: titleOf(title), Creator: 'dvc-forms', Producer: 'dvc-forms', CreationDate: date, ModDate: date },
  }
  const doc = new Pdf(options as PDFKit.PDFDocumentOptions)
  for (const face of FACES) doc.registerFont(face, pdfFont(fonts[face]) as unknown as PDFKit.Mixins.PDFFontSource)
  return doc
}

const join = (chunks: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  chunks.reduce((at, chunk) => { bytes.set(chunk, at); return at + chunk.length }, 0)
  return bytes
}

/** Writes laid-out pages as a tagged PDF 1.7. */
export const drawDocument = ({ pages, root }: LaidDocument, fonts: Fonts, facts: Facts): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const doc = startPdf(facts, fonts)
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('error', reject).on('end', () => resolve(join(chunks)))
    const tags = buildTags(doc, root)
    const words = wordsFor(facts.lang)
    for (const page of pages) drawPage(doc, page, tags, words)
    tags.get(root)?.end()
    doc.end()
  })
