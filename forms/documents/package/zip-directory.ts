import { PackageError } from './package-error.ts'

export type ZipEntry = { readonly name: string; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const UTF8_FLAG = 0x800

const broken = (detail: string): PackageError => new PackageError('broken-zip', detail)

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at
  throw broken('no central directory')
}

const readName = (bytes: Uint8Array, flags: number): string =>
  (flags & UTF8_FLAG ? new TextDecoder().decode(bytes) : Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** An entry of the central directory and where the next one begins. */
const readEntry = (bytes: Uint8Array, view: DataView, at: number): readonly [ZipEntry, number] => {
  if (view.getUint32(at, true) !== CENTRAL) throw broken('central directory')
  const u16 = (from: number): number => view.getUint16(at + from, true)
  const u32 = (from: number): number => view.getUint32(at + from, true)
  const nameEnd = at + 46 + u16(28)
  const entry = { name: readName(bytes.subarray(at + 46, nameEnd), u16(8)), method: u16(10), crc: u32(16), packed: u32(20), size: u32(24), offset: u32(42) }
  return [entry, nameEnd + u16(30) + u16(32)]
}

/** Entries as the central directory lists them, which is what Word believes. Throws PackageError 'broken-zip'. */
export const listEntries = (bytes: Uint8Array): readonly ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const entries: ZipEntry[] = []
    for (let at = view.getUint32(end + 16, true), left = view.getUint16(end + 10, true); left > 0; left--) {
      const [entry, next] = readEntry(bytes, view, at)
      entries.push(entry)
      at = next
    }
    return entries
  } catch (error) {
    throw error instanceof RangeError ? broken('cut off') : error
  }
}

/** The packed bytes of an entry. Throws PackageError 'broken-zip'. */
export const packedBytes = (bytes: Uint8Array, { offset, packed, name }: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw broken(name)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw broken(`${name} is cut off`)
  return bytes.subarray(from, from + packed)
}
