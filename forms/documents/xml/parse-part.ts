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

/** Word nests a few dozen deep; what walks the tree must not run out of stack on what no Word has written. */
const MOST_DEPTH = 900

const checkDepth = (name: string, root: XmlElement): void => {
  let level: readonly XmlElement[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) throw new PackageError('broken-xml', `${name} nests too deeply`)
    level = level.flatMap(({ children }) => children.filter((node): node is XmlElement => node instanceof XmlElement))
  }
}

const parse = (name: string, source: string): XmlElement | null => {
  try {
    return parseXml(source, { includeOffsets: true }).root
  } catch (error) {
    throw new PackageError('broken-xml', `${name}: ${error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)}`)
  }
}

/** XML of a part -> its tree with offsets. Throws PackageError 'doctype-or-entities' or 'broken-xml' (also where it nests too deeply). */
export const parsePart = (name: string, source: string): Part => {
  refuseDoctype(name, source)
  const root = parse(name, source)
  if (!root) throw new PackageError('broken-xml', `${name} is empty`)
  checkDepth(name, root)
  return { name, source, root }
}

export const isElement = (node: XmlNode): node is XmlElement => node instanceof XmlElement
export const isText = (node: XmlNode): node is XmlText => node instanceof XmlText
