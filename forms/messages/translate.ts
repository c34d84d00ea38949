import viAttachment from './vi/attachment.json' with { type: 'json' }
import viDue from './vi/due.json' with { type: 'json' }
import viError from './vi/error.json' with { type: 'json' }
import viPage from './vi/page.json' with { type: 'json' }
import enAttachment from './en/attachment.json' with { type: 'json' }
import enDue from './en/due.json' with { type: 'json' }
import enError from './en/error.json' with { type: 'json' }
import enPage from './en/page.json' with { type: 'json' }
import { FIELD_MESSAGES } from './field-messages.ts'
import { makeTranslate } from './make-translate.ts'

export type { MessageParams } from './make-translate.ts'

const vi = { ...FIELD_MESSAGES.vi, ...viPage, ...viDue, ...viError, ...viAttachment }
const en = { ...FIELD_MESSAGES.en, ...enPage, ...enDue, ...enError, ...enAttachment } satisfies Record<keyof typeof vi, string>

/** Vietnamese is the source: a key exists where it has a Vietnamese sentence, and English must have it too. */
export type MessageKey = keyof typeof vi & string

/** Sentence of a key with `{name}` replaced from params. Plain text: the view escapes it. */
export const translate = makeTranslate<MessageKey>({ vi, en })

/** For keys that come from data (a stored status): undefined where no such message exists. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(vi, key)
