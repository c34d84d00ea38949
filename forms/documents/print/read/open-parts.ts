import { strFromU8, unzipSync } from 'fflate'
import { readXml, type Element } from './xml.ts'

/** The parts of a .docx that are printed. */
export type Parts = {
  readonly document: Element
  readonly styles: Element | undefined
  readonly numbering: Element | undefined
  readonly footnotes: Element | undefined
  readonly settings: Element | undefined
}

const WANTED = /^word\/(document|styles|numbering|footnotes|settings)\.xml$/

const REFUSAL = 'Tệp không phải là văn bản Word (.docx) đọc được: hãy mở bằng Word và lưu lại dạng .docx. / The file is no readable Word document (.docx): open it in Word and save it as .docx.'

const unzip = (docx: Uint8Array): Readonly<Record<string, Uint8Array>> => {
  try {
    return unzipSync(docx, { filter: ({ name }) => WANTED.test(name) })
  } catch (cause) {
    throw new Error(REFUSAL, { cause })
  }
}

const readPart = (bytes: Uint8Array | undefined): Element | undefined => {
  if (bytes === undefined) return undefined
  try {
    return readXml(strFromU8(bytes))
  } catch (cause) {
    throw new Error(REFUSAL, { cause })
  }
}

/** Opens a .docx; an Error in Vietnamese and English if it is none. */
export const openParts = (docx: Uint8Array): Parts => {
  const files = unzip(docx)
  const part = (name: string): Element | undefined => readPart(files[`word/${name}.xml`])
  const document = part('document')
  if (document === undefined) throw new Error(REFUSAL)
  return { document, styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), settings: part('settings') }
}
