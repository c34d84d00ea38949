import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { sha256 } from './canonical.ts'
import type { Ids } from './ports.ts'

/** No 0 O 1 I L: codes are read out over the phone and typed from paper. 31 characters. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Ids and secrets from the system's random source. */
export const randomIds: Ids = {
  uuid: () => randomUUID(),
  token: () => randomBytes(16).toString('base64url'),
  code: (length) => Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(''),
}

/** What is typed from paper: upper case, without the spaces and hyphens that people add. */
export const normaliseCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s\-.]/g, '')

/** The same words always give the same id, in the shape of a UUID (RFC 9562 version 8). */
export const uuidOf = (...words: readonly string[]): string => {
  const hex = sha256(words.map((word) => `${word.length}:${word}`).join('|'))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** True for a secret that a page or a client minted: it goes into a cookie, so nothing but base64url characters. */
export const isToken = (text: string): boolean => /^[\w-]{16,128}$/.test(text)

/** True for what `Ids.uuid` or a client's own generator may have made. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(text)
