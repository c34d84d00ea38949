import { createHash } from 'node:crypto'
import { canonicalJson } from '../engine/canonical-json.ts'
import type { Json, JsonObject, Text } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'

/** What a file says of a dossier: the chain of its events, and what was handed in, where that is there too. */
export type Evidence = { readonly events: readonly JsonObject[]; readonly content?: JsonObject }

/** `at`: number of the event that does not hold, from 1; absent: the content does not. */
export type Verified =
  | { readonly ok: true; readonly events: number; readonly last: string; readonly content: boolean }
  | { readonly ok: false; readonly at?: number; readonly says: Text }

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

const fail = (at: number, vi: string, en: string): Verified => ({ ok: false, at, says: { vi, en } })

const checkEvent = (event: JsonObject, index: number, before: JsonObject | undefined): Verified | undefined => {
  const { hash, ...bare } = event
  const at = index + 1
  if (event['seq'] !== at) return fail(at, `sự kiện thứ ${at} mang số ${String(event['seq'])}: có sự kiện bị bớt, thêm hoặc đổi chỗ`, `event ${at} carries the number ${String(event['seq'])}: one was taken out, put in or moved`)
  if (event['prevHash'] !== (before?.['hash'] ?? '')) return fail(at, `sự kiện ${at} không nối vào sự kiện trước nó`, `event ${at} is not chained to the one before it`)
  if (event['dossierId'] !== (before ?? event)['dossierId']) return fail(at, `sự kiện ${at} thuộc hồ sơ khác`, `event ${at} is of another dossier`)
  return hash === sha256(bare) ? undefined : fail(at, `sự kiện ${at} đã bị sửa: mã băm không khớp nội dung`, `event ${at} was altered: its hash is not that of what it says`)
}

/** The newest hash of the content that an event has sealed: at the submission, and again with each supplement. */
const sealed = (events: readonly JsonObject[]): Json | undefined =>
  events.flatMap(({ data }) => (isObject(data) && typeof data['contentHash'] === 'string' ? [data['contentHash']] : [])).at(-1)

const contentHash = ({ answers, files }: JsonObject): string =>
  sha256({ answers, attachments: (Array.isArray(files) ? files.filter(isObject) : []).map(({ component, sha256: content }) => ({ component, sha256: content })) })

/** Whether each event is what it was when it was written, none is missing in between, and the content is what was sealed. */
export const verifyEvidence = ({ events, content }: Evidence): Verified => {
  for (const [index, event] of events.entries()) {
    const wrong = checkEvent(event, index, events[index - 1])
    if (wrong) return wrong
  }
  if (content && contentHash(content) !== sealed(events)) return { ok: false, says: { vi: 'nội dung hồ sơ (câu trả lời, giấy tờ) khác với khi nộp hoặc bổ sung lần cuối', en: 'answers or papers are not what was handed in last' } }
  return { ok: true, events: events.length, last: String(events.at(-1)?.['hash'] ?? ''), content: content !== undefined }
}
