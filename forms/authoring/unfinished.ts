import type { Json, Text } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'

/** Stands in a drafted procedure wherever only an author can say what belongs there. */
export const UNFINISHED: Text = { vi: '[Cần bổ sung]', en: '[To be completed]' }

/** Pointers of what a draft left to its author, once each: a text counts as one, not as two languages. */
export const unfinishedAt = (value: Json, pointer = ''): readonly string[] => {
  if (value === UNFINISHED.vi || (isObject(value) && (value['vi'] === UNFINISHED.vi || value['en'] === UNFINISHED.en))) return [pointer]
  const members = Array.isArray(value) ? value.map((one, i) => [String(i), one] as const) : isObject(value) ? Object.entries(value) : []
  return members.flatMap(([name, member]) => unfinishedAt(member, `${pointer}/${name}`))
}
