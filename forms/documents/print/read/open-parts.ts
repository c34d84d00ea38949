import { openPackage } from '../../package/open-package.ts'
import { parsePart } from '../../xml/parse-part.ts'
import type { Element } from './xml.ts'

/** The parts of a .docx that are printed. */
export type Parts = {
  readonly document: Element
  readonly styles: Element | undefined
  readonly numbering: Element | undefined
  readonly footnotes: Element | undefined
  readonly settings: Element | undefined
}

const NAMESPACE = /xmlns:([\w.-]+)="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/

/** Word writes `w:p`; a few other programs give the same elements another prefix. */
const withPrefix = (source: string): string => {
  const prefix = NAMESPACE.exec(source)?.[1] ?? 'w'
  return prefix === 'w' ? source : source.replace(new RegExp(`(<\\/?|\\s)${prefix.replaceAll('.', '\\.')}:(?=\\w)`, 'g'), '$1w:').replace(`xmlns:${prefix}=`, 'xmlns:w=')
}

/** Opens a .docx; PackageError, with a text in Vietnamese and English, if it is none. */
export const openParts = (docx: Uint8Array): Parts => {
  const { main, has, text } = openPackage(docx)
  const read = (name: string): Element => parsePart(name, withPrefix(text(name))).root
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = (name: string): Element | undefined => (has(`${folder}${name}.xml`) ? read(`${folder}${name}.xml`) : undefined)
  return { document: read(main), styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), settings: part('settings') }
}
