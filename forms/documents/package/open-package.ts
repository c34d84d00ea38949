import { inflateEntry } from './inflate-entry.ts'
import { PackageError } from './package-error.ts'
import { listEntries, type ZipEntry } from './zip-directory.ts'

/** A .docx, open: its entries in their order. `text` keeps a byte order mark, so that text and bytes stand for each other. */
export type Package = {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** Throws PackageError 'broken-zip' where there is no such entry. */
  readonly bytes: (name: string) => Uint8Array
  readonly text: (name: string) => string
  /** Name of the part that holds the body, normally 'word/document.xml'. */
  readonly main: string
}

const MOST_BYTES = 50 * 1024 * 1024
const MOST_ENTRIES = 4000
const MOST_RATIO = 200
/** Word's own XML packs well: only large entries can be bombs. */
const RATIO_FROM = 4 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Names of streams inside an OLE container are UTF-16 text of its directory. */
const holdsStream = (bytes: Uint8Array, name: string): boolean => {
  const wanted = Uint8Array.from([...name].flatMap((char) => [char.charCodeAt(0), 0]))
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

const checkHead = (bytes: Uint8Array): void => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new PackageError(holdsStream(bytes, 'EncryptedPackage') ? 'encrypted' : holdsStream(bytes, 'WordDocument') ? 'legacy-doc' : 'not-a-docx')
  if (!startsWith(bytes, 0x50, 0x4b)) throw new PackageError('not-a-docx')
}

const isBomb = ({ size, packed }: ZipEntry): boolean => size > RATIO_FROM && size > packed * MOST_RATIO

const checkSizes = (entries: readonly ZipEntry[]): void => {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const bomb = entries.find(isBomb)
  if (total > MOST_BYTES || entries.length > MOST_ENTRIES || bomb) throw new PackageError('zip-bomb', bomb?.name ?? `${entries.length} entries, ${total} bytes`)
}

const checkMacros = (names: readonly string[], types: string): void => {
  if (names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')) || types.includes('macroEnabled')) throw new PackageError('macros')
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const MAIN_RELATION = /<Relationship\b[^>]*officeDocument"[^>]*>/
const mainPart = (relations: string): string => /Target="\/?([^"]+)"/.exec(MAIN_RELATION.exec(relations)?.[0] ?? '')?.[1] ?? 'word/document.xml'

type Content = Pick<Package, 'names' | 'has' | 'bytes' | 'text'>

/** Entries are unpacked when they are asked for, once: most forms have styles and themes that nobody reads. */
const contentOf = (bytes: Uint8Array, entries: readonly ZipEntry[]): Content => {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const opened = new Map<string, Uint8Array>()
  const open = (name: string): Uint8Array => {
    const entry = byName.get(name)
    if (!entry) throw new PackageError('broken-zip', `no ${name}`)
    const content = opened.get(name) ?? inflateEntry(bytes, entry)
    opened.set(name, content)
    return content
  }
  return { names: [...byName.keys()], has: (name) => byName.has(name), bytes: open, text: (name) => decode(open(name)) }
}

const isOdt = (content: Content): boolean => content.has('mimetype') && content.text('mimetype').includes('opendocument')

/**
 * Bytes of a .docx -> its entries. Throws PackageError, whose code says what the file is instead:
 * an old .doc, encrypted, .odt, with macros, a zip bomb, damaged, or a zip of something else.
 */
export const openPackage = (bytes: Uint8Array): Package => {
  checkHead(bytes)
  const entries = listEntries(bytes)
  checkSizes(entries)
  const content = contentOf(bytes, entries)
  if (isOdt(content)) throw new PackageError('odt')
  if (!content.has('[Content_Types].xml')) throw new PackageError('not-a-docx')
  checkMacros(content.names, content.text('[Content_Types].xml'))
  const main = mainPart(content.has('_rels/.rels') ? content.text('_rels/.rels') : '')
  if (!content.has(main)) throw new PackageError('no-document', main)
  return { ...content, main }
}
