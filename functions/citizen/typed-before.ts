import type { ErrorPageProps } from '../../forms/view/props.ts'
import { readForm } from '../http/read-body.ts'
import type { Refusal } from '../http/refusal.ts'
import type { Request } from '../http/request.ts'

const SENT_AGAIN = new Set(['unavailable', 'internal', 'answers-too-large'])

/** What was posted, where the same post can succeed later. Files are not kept: they have to be picked again. */
export const typedBefore = async (request: Request, { code }: Refusal): Promise<ErrorPageProps['typed']> => {
  if (request.method !== 'POST' || !SENT_AGAIN.has(code)) return undefined
  const posted = await readForm(request).catch(() => undefined)
  return posted && { action: request.path, entries: posted.entries }
}
