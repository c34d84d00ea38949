import { createHash } from 'node:crypto'
import type { Request } from './request.ts'
import type { Response } from './respond.ts'

/**
 * Gives a public answer its ETag, and 304 where the client holds it already (RFC 9110 §13).
 * The tag is of the body, so a new version, another language or a new look is another tag.
 */
export const withEtag = (request: Request, response: Response): Response => {
  const etag = `"${createHash('sha256').update(response.body ?? '').digest('base64url').slice(0, 22)}"`
  const headers = { ...response.headers, etag }
  if (!holds(request, etag)) return { ...response, headers }
  const { 'content-type': _type, ...kept } = headers as Record<string, string>
  return { status: 304, headers: kept }
}

/** Has the client this tag already? Compared weakly: a proxy that compresses makes a tag weak. */
export const holds = ({ headers: { 'if-none-match': tags } }: Request, etag: string): boolean =>
  tags !== undefined && (tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
