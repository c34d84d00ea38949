import { openPackage } from '../../package/open-package.ts'
import { parsePart } from '../../xml/parse-part.ts'
import { elementsOf, type Element } from './xml.ts'

/** The parts of a .docx that are printed. */
export type Parts = {
  readonly document: Element
  readonly styles: Element | undefined
  readonly numbering: Element | undefined
  readonly footnotes: Element | undefined
  readonly settings: Element | undefined
  /** The part that the document names by a relationship's identity: a header, a footer. */
  readonly related: (id: string) => Element | undefined
}

const NAMESPACE = /xmlns:([\w.-]+)="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/

/** Word writes `w:p`; a few other programs give the same elements another prefix. */
const withPrefix = (source: string): string => {
  const prefix = NAMESPACE.exec(source)?.[1] ?? 'w'
  return prefix === 'w' ? source : source.replace(new RegExp(`(<\\/?|\\s)${prefix.replaceAll('.', '\\.')}:(?=\\w)`, 'g'), '$1w:').replace(`xmlns:${prefix}=`, 'xmlns:w=')
}

/** Names of parts by identity, below the document's folder; links to the outside are none. */
const readTargets = (relations: Element | undefined): ReadonlyMap<string, string> =>
  new Map(elementsOf(relations).flatMap(({ attributes }) => (attributes['TargetMode'] === 'External' ? [] : [[attributes['Id'] ?? '', attributes['Target'] ?? ''] as const])))

/** Opens a .docx; PackageError, with a text in Vietnamese and English, if it is none. */
export const openParts = (docx: Uint8Array): Parts => {
  const { main, has, text } = openPackage(docx)
  const read = (name: string): Element => parsePart(name, withPrefix(text(name))).root
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = (name: string): Element | undefined => (has(`${folder}${name}.xml`) ? read(`${folder}${name}.xml`) : undefined)
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`
  const targets = readTargets(has(relations) ? read(relations) : undefined)
  const related = (id: string): Element | undefined => {
    const target = targets.get(id) ?? ''
    const name = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
    return target !== '' && has(name) ? read(name) : undefined
  }
  return { related, document: read(main), styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), settings: part('settings') }
}
