import { Inflate } from 'fflate'
import { PackageError } from './package-error.ts'
import { packedBytes, type ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8
const CHUNK = 1 << 14

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = -1
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Inflates piece by piece, and stops where more comes out than the directory promised: what a file says of itself may be a lie. */
const inflate = (packed: Uint8Array, { name, size }: ZipEntry): Uint8Array => {
  const out = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw new PackageError('zip-bomb', name)
    out.set(piece, length)
    length += piece.length
  })
  for (let at = 0; at < packed.length; at += CHUNK) stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length)
  if (length !== size) throw new PackageError('broken-zip', name)
  return out
}

const unpack = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const packed = packedBytes(bytes, entry)
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw new PackageError('broken-zip', `${entry.name}: method ${entry.method}`)
  return inflate(packed, entry)
}

/** Content of one entry, checked. Throws PackageError: 'zip-bomb' where it is larger than it says, 'broken-zip' where it is damaged. */
export const inflateEntry = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  try {
    const content = unpack(bytes, entry)
    if (crcOf(content) !== entry.crc) throw new PackageError('broken-zip', `${entry.name}: checksum`)
    return content
  } catch (error) {
    throw error instanceof PackageError ? error : new PackageError('broken-zip', `${entry.name}: ${String(error)}`)
  }
}
