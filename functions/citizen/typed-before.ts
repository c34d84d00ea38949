import type { ErrorPageProps } from '../../forms/view/props.ts'
import { readForm } from '../http/read-body.ts'
import type { Refusal } from '../http/refusal.ts'
import type { Request } from '../http/request.ts'

const SENT_AGAIN = new Set(['unavailable', 'internal', 'answers-too-large'])

/** A draft that ended while its page stood open: nothing takes the words any more, but they can be copied. */
const TO_COPY = 'draft-not-found'

/** What was posted, to be sent again where that can succeed later. Files are not kept: they have to be picked again. */
export const typedBefore = async (request: Request, { code }: Refusal): Promise<ErrorPageProps['typed']> => {
  if (request.method !== 'POST' || !(SENT_AGAIN.has(code) || code === TO_COPY)) return undefined
  const posted = await readForm(request).catch(() => undefined)
  return posted && { ...(SENT_AGAIN.has(code) && { action: request.path }), entries: posted.entries }
}
