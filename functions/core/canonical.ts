import { createHash } from 'node:crypto'

/** JSON with sorted keys and no undefined: the same value gives the same bytes on every machine (after RFC 8785). */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

/** SHA-256 of text or bytes, hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** SHA-256 of bytes in base64, as S3 pins it. */
export const sha256Base64 = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64')

/** SHA-256 of the canonical JSON of a value, hexadecimal. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value))
