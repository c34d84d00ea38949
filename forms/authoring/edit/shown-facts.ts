import { UNFINISHED } from '../unfinished.ts'
import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { isObject, valueAt } from '../../engine/pointer.ts'
import { readAsked } from './cases.ts'
import { keyOfAsked } from './conditions.ts'
import { BY_HAND, type Fact } from './facts.ts'

const isLeft = (text: string): boolean => text === UNFINISHED.vi || text === UNFINISHED.en
/** What a draft left open is shown as an empty control. */
export const shownText = (value: Json | undefined): Text => {
  const [vi, en] = isObject(value) ? [String(value['vi'] ?? ''), String(value['en'] ?? '')] : [typeof value === 'string' ? value : '', '']
  return { vi: isLeft(vi) ? '' : vi, en: isLeft(en) ? '' : en }
}

export const titleIn = (value: Json): Json => (isObject(value) && isObject(value['title']) ? value['title'] : value)
const numberIn = (value: Json): string => { const number = isObject(value) ? shownText(value['number']).vi : ''; return number === '' ? '' : `${number} | ` }

const shownLines = (value: Json | undefined, isPairs: boolean): Text => {
  const all = (Array.isArray(value) ? value : []).map((one) => ({ ...shownText(titleIn(one)), number: isPairs ? numberIn(one) : '' })).filter(({ vi, number }) => vi !== '' || number !== '')
  return { vi: all.map(({ vi, number }) => `${number}${vi}`).join('\n'), en: all.map(({ en }) => en).join('\n') }
}

/** The key of the answer that something hangs on; by hand where a person wrote another condition, or of an answer that is no more. */
const whenOf = (value: Json | undefined, choices: Fact['choices'] = {}): string => {
  if (value === undefined) return ''
  const key = keyOfAsked(readAsked(value))
  return key !== '' && Object.hasOwn(choices, key) ? key : BY_HAND
}

const uploadOf = (value: Json | undefined): string => (isObject(value) ? (value['required'] === true ? 'required' : 'optional') : 'none')

/** What the controls of a fact show. */
export const shown = (record: JsonObject, { fact, pointer, choices }: Fact): Text => {
  const value = valueAt(record, pointer)
  if (fact === 'lines' || fact === 'pairs') return shownLines(value, fact === 'pairs')
  if (fact === 'choice') return { vi: pointer.endsWith('/upload') ? uploadOf(value) : pointer.endsWith('/when') ? whenOf(value, choices) : String(value ?? ''), en: '' }
  return fact === 'number' ? { vi: typeof value === 'number' ? String(value) : '', en: '' } : shownText(value)
}
