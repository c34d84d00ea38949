import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * Pictures of pages, made smaller: a browser filters every line, which suits photographs; flat colours and letters are
 * smaller unfiltered and well deflated. 8-bit RGB(A) without interlace, which is what browsers write (PNG, ISO 15948).
 */
const SIGNATURE = 8
const BYTES_PER_PIXEL: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

type Chunk = { readonly type: string; readonly data: Buffer }

const readChunks = (png: Buffer): readonly Chunk[] => {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) })
  }
  return chunks
}

const writeChunk = ({ type, data }: Chunk): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner
}

const predict = (filter: number, left: number, up: number, corner: number): number =>
  [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0

/** Takes the filter off every line, in place; each line keeps its leading byte, now 0 (no filter). */
const unfilter = (lines: Buffer, stride: number, pixel: number): Buffer => {
  const byteAt = (row: number, column: number): number => (row < 0 || column < 1 ? 0 : lines[row * stride + column] ?? 0)
  for (let row = 0; row * stride < lines.length; row += 1) {
    const filter = lines[row * stride] ?? 0
    const end = filter === 0 ? 0 : stride
    for (let column = 1; column < end; column += 1) {
      const guess = predict(filter, byteAt(row, column - pixel), byteAt(row - 1, column), byteAt(row - 1, column - pixel))
      lines[row * stride + column] = (byteAt(row, column) + guess) & 255
    }
    lines[row * stride] = 0
  }
  return lines
}

/** The same picture in fewer bytes, or as it was where that is fewer. */
export const shrinkPng = (png: Buffer): Buffer => {
  const chunks = readChunks(png)
  const header = chunks.find(({ type }) => type === 'IHDR')
  const pixel = BYTES_PER_PIXEL[header?.data[9] ?? 0]
  if (header === undefined || pixel === undefined || header.data[8] !== 8 || header.data[12] !== 0) return png
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const lines = unfilter(inflateSync(packed), header.data.readUInt32BE(0) * pixel + 1, pixel)
  const data = deflateSync(lines, { level: 9, memLevel: 9 })
  const smaller = Buffer.concat([png.subarray(0, SIGNATURE), ...[header, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }].map(writeChunk)])
  return smaller.length < png.length ? smaller : png
}
