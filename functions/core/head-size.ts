import type { Json } from '../../forms/index.ts'
import { bytesOf, largest } from './answers-size.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'

/** An item of the table holds 400 KB, keys and index attributes included. */
const HEAD_LIMIT = 399 * 1024

/** Kept free of an agency's words for what has to follow: scans, the citizen's answer, a receipt. */
const RESERVED = 20 * 1024

/** Refuses a head that the table would not take, naming the largest part of what was sent. */
export const checkHeadSize = (head: Dossier, sent?: Json): void => {
  const limit = sent === undefined ? HEAD_LIMIT : HEAD_LIMIT - RESERVED
  const bytes = bytesOf(head as unknown as Json)
  if (bytes > limit) throw new AppError('dossier-too-large', { field: largest(sent ?? head.answers, ''), kilobytes: Math.ceil(bytes / 1024), limit: Math.floor(limit / 1024) })
}
