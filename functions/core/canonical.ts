import { createHash } from 'node:crypto'
import { canonicalJson } from '../../forms/engine/canonical-json.ts'

export { canonicalJson }

/** SHA-256 of text or bytes, hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** SHA-256 of bytes in base64, as S3 pins it. */
export const sha256Base64 = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64')

/** SHA-256 of the canonical JSON of a value, hexadecimal. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value))
