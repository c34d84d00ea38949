import type { Lang } from '../engine/json.ts'
import viAttachment from './vi/attachment.json' with { type: 'json' }
import viDue from './vi/due.json' with { type: 'json' }
import viError from './vi/error.json' with { type: 'json' }
import viField from './vi/field.json' with { type: 'json' }
import viIssue from './vi/issue.json' with { type: 'json' }
import viPage from './vi/page.json' with { type: 'json' }
import enAttachment from './en/attachment.json' with { type: 'json' }
import enDue from './en/due.json' with { type: 'json' }
import enError from './en/error.json' with { type: 'json' }
import enField from './en/field.json' with { type: 'json' }
import enIssue from './en/issue.json' with { type: 'json' }
import enPage from './en/page.json' with { type: 'json' }

const vi = { ...viIssue, ...viField, ...viPage, ...viDue, ...viError, ...viAttachment }
const en = { ...enIssue, ...enField, ...enPage, ...enDue, ...enError, ...enAttachment } satisfies Record<keyof typeof vi, string>

/** Vietnamese is the source: a key exists where it has a Vietnamese sentence, and English must have it too. */
export type MessageKey = keyof typeof vi & string
export type MessageParams = Readonly<Record<string, string | number>>

const MESSAGES: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = { vi, en }

/** Sentence of a key with `{name}` replaced from params. Plain text: the view escapes it. */
export const translate = (key: MessageKey, lang: Lang, params: MessageParams = {}): string =>
  MESSAGES[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** For keys that come from data (a stored status): undefined where no such message exists. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(vi, key)
