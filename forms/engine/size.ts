import { fieldsByPointer } from './all-fields.ts'
import type { FormModel } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers, Json } from './json.ts'
import { below, generalPointer, isObject } from './pointer.ts'

/** A DynamoDB item holds 400 KB; this leaves room for attachments, clock and outbox (design.md §5). */
export const MAX_ANSWERS_BYTES = 300 * 1024
/** Longest text of one field, unless its schema allows more. */
export const MAX_TEXT = 20_000

const bytesOf = (text: string): number => {
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) bytes += text.charCodeAt(i) < 0x80 ? 1 : text.charCodeAt(i) < 0x800 ? 2 : 3
  return bytes
}

type Text = { readonly pointer: string; readonly value: string }

const textsIn = (value: Json, pointer: string): readonly Text[] => {
  if (typeof value === 'string') return [{ pointer, value }]
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${pointer}/${i}`))
  return isObject(value) ? Object.entries(value).flatMap(([name, member]) => textsIn(member, below(pointer, name))) : []
}

const limitOf = (form: FormModel, pointer: string): number => {
  const own = fieldsByPointer(form).get(generalPointer(pointer))?.schema['maxLength']
  return typeof own === 'number' && own > MAX_TEXT ? own : MAX_TEXT
}

/** Texts over their limit; and where all together are too much for one dossier, the longest of them. */
export const tooLarge = (form: FormModel, answers: Answers): readonly Issue[] => {
  const total = JSON.stringify(answers)
  if (total.length <= MAX_TEXT) return []
  const texts = textsIn(answers, '')
  const long = texts.filter(({ pointer, value }) => value.length > limitOf(form, pointer)).map(({ pointer, value }): Issue =>
    ({ pointer, code: 'too-long', params: { limit: limitOf(form, pointer), length: value.length } }))
  if (long.length > 0 || bytesOf(total) <= MAX_ANSWERS_BYTES) return long
  const longest = texts.reduce<Text>((a, b) => (b.value.length > a.value.length ? b : a), { pointer: '', value: '' })
  return [{ pointer: longest.pointer, code: 'too-much', params: { limit: 300, length: longest.value.length } }]
}
