import type { Entries } from '../../forms/index.ts'
import { AppError } from '../core/errors.ts'
import { LIMITS, type PostedForm } from './limits.ts'
import type { Request } from './request.ts'

/** The posted form, whatever its encoding. Anything but UTF-8 is refused rather than stored broken. */
export const readForm = async (request: Request): Promise<PostedForm> => {
  const { type, charset } = contentType(request)
  if (charset !== 'utf-8' && charset !== 'utf8') throw new AppError('bad-encoding')
  // With its parser loaded here: of a hundred requests one brings a file through the function.
  if (type === 'multipart/form-data') return (await import('./read-multipart.ts')).readMultipart(request)
  // No body and no type: a button outside any field set.
  if (type !== 'application/x-www-form-urlencoded' && request.body.length > 0) throw new AppError('unsupported-media-type')
  return { entries: readUrlEncoded(Buffer.from(request.body).toString('latin1')), files: [] }
}

/** First value of an entry, or ''. */
export const valueOf = (entries: Entries, name: string): string => entries.find(([key]) => key === name)?.[1] ?? ''

/** JSON body of an API call: an object, of bounded size and depth, without keys that pollute prototypes and without what cannot be stored. */
export const readJson = (request: Request): Readonly<Record<string, unknown>> => {
  const { type } = contentType(request)
  if (type !== 'application/json' && !type.endsWith('+json')) throw new AppError('unsupported-media-type')
  if (request.body.length > LIMITS.jsonBytes) throw new AppError('body-too-large')
  const body = parseJson(decodeUtf8(request.body))
  if (!isRecord(body)) throw new AppError('bad-json')
  refuseUnsafe(body, { left: LIMITS.jsonValues }, 0)
  return body
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const contentType = (request: Request): { type: string; charset: string } => {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';').map((part) => part.trim())
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8'
  return { type, charset }
}

const readUrlEncoded = (body: string): Entries => {
  const pairs = body === '' ? [] : body.split('&')
  if (pairs.length > LIMITS.fields) throw new AppError('body-too-large')
  return pairs.filter((pair) => pair !== '').map((pair) => {
    const equals = pair.indexOf('=')
    const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    if (name.length > LIMITS.nameBytes * 3 || value.length > LIMITS.valueBytes * 3) throw new AppError('body-too-large')
    return [decodeFormText(name), decodeFormText(value)] as const
  })
}

/** `URLSearchParams` would quietly put U+FFFD where the bytes are not UTF-8: a name would be stored broken for ever. */
const decodeFormText = (text: string): string => {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new AppError('bad-encoding')
  const bytes = text.replaceAll('+', ' ').replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decodeUtf8(Buffer.from(bytes, 'latin1'))
}

const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('bad-encoding')
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('bad-json')
  }
}

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** A lone half of a surrogate pair is no UTF-8; U+FFFD is what a gateway leaves of bytes that were none; no page may hold U+0000. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\uFFFD') && !text.includes('\0')

/** What a double says exactly and the table can hold: no form asks for more. */
const isPlainNumber = (number: number): boolean => number === 0 || (Math.abs(number) <= Number.MAX_SAFE_INTEGER && Math.abs(number) > 1e-20)

const refuseUnsafe = (value: unknown, values: { left: number }, depth: number): void => {
  values.left -= 1
  if (values.left < 0) throw new AppError('bad-json')
  if (typeof value === 'string' && !isText(value)) throw new AppError('bad-encoding')
  if (typeof value === 'number' && !isPlainNumber(value)) throw new AppError('bad-json')
  if (typeof value !== 'object' || value === null) return
  if (depth > LIMITS.jsonDepth) throw new AppError('bad-json')
  for (const [key, inner] of Object.entries(value)) {
    if (UNSAFE.has(key) || !isText(key)) throw new AppError('bad-json')
    refuseUnsafe(inner, values, depth + 1)
  }
}
