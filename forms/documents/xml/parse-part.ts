import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml'
import { PackageError } from '../package/package-error.ts'

export type { XmlElement, XmlNode, XmlText } from '@rgrove/parse-xml'

/**
 * A parsed part. `start` and `end` of its nodes count UTF-16 units of `source`, byte order mark included;
 * those of a text are where its characters are written: entities and CDATA as in the source.
 */
export type Part = { readonly name: string; readonly source: string; readonly root: XmlElement }

/** Nothing that Word writes has a DOCTYPE; entities of one are the classic way to blow a reader up, or to make it read files. */
const refuseDoctype = (name: string, source: string): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(source)) throw new PackageError('doctype-or-entities', name)
}

/** XML of a part -> its tree with offsets. Throws PackageError 'doctype-or-entities' or 'broken-xml' (also where it nests too deeply). */
export const parsePart = (name: string, source: string): Part => {
  refuseDoctype(name, source)
  try {
    const root = parseXml(source, { includeOffsets: true }).root
    if (root) return { name, source, root }
  } catch (error) {
    throw new PackageError('broken-xml', `${name}: ${error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)}`)
  }
  throw new PackageError('broken-xml', `${name} is empty`)
}

export const isElement = (node: XmlNode): node is XmlElement => node instanceof XmlElement
export const isText = (node: XmlNode): node is XmlText => node instanceof XmlText
