import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './errors.ts'

const crc32Base64 = (body: Buffer): string => {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return sum.toString('base64')
}

const ALGORITHMS: Readonly<Record<string, (body: Buffer) => string>> = {
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-crc32': crc32Base64,
}

const wrong = (name: string): S3Error => new S3Error('BadDigest', 400, `The ${name.replace('x-amz-checksum-', '').toUpperCase()} you specified did not match the calculated checksum.`)

/** Verifies every checksum that came with a body (headers, form fields or trailers) and returns them. */
export const verifyChecksums = (claimed: Readonly<Record<string, string>>, body: Buffer): Record<string, string> => {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(claimed)) {
    if (!name.startsWith('x-amz-checksum-') || name === 'x-amz-checksum-mode' || name === 'x-amz-checksum-algorithm') continue
    const compute = ALGORITHMS[name]
    if (compute === undefined) throw new S3Error('NotImplemented', 501, `${name} is not computed here`)
    if (compute(body) !== value) throw wrong(name)
    kept[name] = value
  }
  if (claimed['content-md5'] !== undefined && createHash('md5').update(body).digest('base64') !== claimed['content-md5'])
    throw new S3Error('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.')
  return kept
}

/** Refuses a body that is not what the signature promised. */
export const verifyPayload = (promised: string, body: Buffer): void => {
  if (/^[0-9a-f]{64}$/.test(promised) && createHash('sha256').update(body).digest('hex') !== promised)
    throw new S3Error('XAmzContentSHA256Mismatch', 400, 'The provided \'x-amz-content-sha256\' header does not match what was computed.')
}

const endOfLine = (body: Buffer, from: number): number => {
  const at = body.indexOf('\r\n', from)
  if (at < 0) throw new S3Error('IncompleteBody', 400, 'The chunked body ends too early.')
  return at
}

/** Takes the `aws-chunked` framing off: content, and the trailers (checksums) behind it. */
export const readChunked = (body: Buffer): { readonly content: Buffer; readonly trailers: Record<string, string> } => {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const line = endOfLine(body, at)
    const size = Number.parseInt(body.subarray(at, line).toString('latin1').split(';')[0] ?? '', 16)
    at = line + 2
    if (!(size > 0)) break
    parts.push(body.subarray(at, at + size))
    at += size + 2
  }
  const trailers = body.subarray(at).toString('latin1').split('\r\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]] : []
  })
  return { content: Buffer.concat(parts), trailers: Object.fromEntries(trailers) }
}
