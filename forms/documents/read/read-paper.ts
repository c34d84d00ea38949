import type { Package } from '../package/open-package.ts'
import { attribute, childElements, descendants, firstChild } from '../xml/elements.ts'
import { parsePart, type Part, type XmlElement } from '../xml/parse-part.ts'
import type { Block, Paper } from './paper.ts'
import { readBlocks, type Reading } from './read-blocks.ts'
import { readStyles } from './read-styles.ts'

const besideMain = (pkg: Package, name: string): string => pkg.main.replace(/[^/]+$/, name)

/** Notes in the order of their marks: that is how Word numbers them. */
const numberNotes = (root: XmlElement): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  for (const mark of descendants(root, 'footnoteReference', 'endnoteReference')) {
    const id = attribute(mark, 'id') ?? ''
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  }
  return numbers
}

const readNotes = (pkg: Package, name: string, reading: Omit<Reading, 'part'>): ReadonlyMap<number, readonly Block[]> => {
  const file = besideMain(pkg, `${name}s.xml`)
  if (!pkg.has(file)) return new Map()
  const part: Part = parsePart(file, pkg.text(file))
  const own = childElements(part.root, name).filter((note) => ['normal', undefined].includes(attribute(note, 'type')))
  return new Map(own.map((note) => [reading.noteNumber(attribute(note, 'id') ?? ''), readBlocks(note, { ...reading, part })]))
}

/** A package -> its lines and tables, with the place of each character. Throws PackageError where the XML is damaged. */
export const readPaper = (pkg: Package): Paper => {
  const part = parsePart(pkg.main, pkg.text(pkg.main))
  const numbers = numberNotes(part.root)
  const shared = { styles: readStyles(pkg), counter: { paragraphs: 0, tables: 0 }, noteNumber: (id: string) => numbers.get(id) ?? 0 }
  const body = firstChild(part.root, 'body')
  const blocks = body ? readBlocks(body, { ...shared, part }) : []
  return { blocks, footnotes: new Map([...readNotes(pkg, 'footnote', shared), ...readNotes(pkg, 'endnote', shared)]) }
}
