import type { CodeLists, Field } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { isPartialDate, dateText } from '../../fields/date/calendar-date.ts'
import { splitDate } from '../../fields/date/inputs.ts'
import { communeName, dateInWords, kindOf, moneyInWords, provinceName } from '../../fields/index.ts'
import { numberText } from '../../fields/number/read-number.ts'
import { asText } from '../../fields/presentation.ts'
import type { HoleKind } from '../hole.ts'
import type { Writing } from '../word-map.ts'
import { cleanInk } from './clean-ink.ts'

/** What one answer puts on paper. */
export type Ink = {
  /** As written in one hole; '' where nothing was answered. Lines end with \n. */
  readonly text: string
  /** 'dd', 'MM', 'yyyy', '' for what is not known, where the answer is a date. */
  readonly date?: readonly [day: string, month: string, year: string]
  /** Titles of what was chosen out of a list. */
  readonly chosen: readonly string[]
  /** The answer of a question for yes or no. */
  readonly yes?: boolean
}

/** How a hole wants its answer: what the map says, else what the form's own words say. */
export type Wish = { readonly kind: HoleKind; readonly as?: Writing; readonly capitals: boolean; readonly unit: boolean; readonly spelt?: boolean }

export const NO_INK: Ink = { text: '', chosen: [] }

const part = (value: Json, key: string): string => (isObject(value) ? asText(value[key]) : '')

const capitals = (text: string): string => text.toLocaleUpperCase('vi')

const inWords = (value: Json): string => (typeof value === 'number' ? moneyInWords(value) || String(value) : asText(value))

const onlyYear = (value: Json): string => splitDate(asText(value))[2] || asText(value)

const communeOf = (value: Json, lists: CodeLists): string => {
  const code = part(value, 'commune')
  return code === '' ? part(value, 'typed') : (communeName(part(value, 'province'), code, lists) ?? code)
}

const provinceOf = (value: Json): string => (part(value, 'province') === '' ? '' : provinceName(part(value, 'province'), 'vi'))

const WRITINGS: Readonly<Record<Exclude<Writing, 'capitals'>, (value: Json, lists: CodeLists) => string>> = {
  dateInWords: (value) => dateInWords(asText(value)) || dateText(asText(value)),
  moneyInWords: inWords,
  year: onlyYear,
  commune: communeOf,
  province: provinceOf,
  street: (value) => part(value, 'detail'),
}

// No 'year': of a date that is asked whole a hole 'năm' prints the whole, so that nothing is lost. The map can say `as: year`.
const IMPLIED: Partial<Record<HoleKind, Exclude<Writing, 'capitals'>>> = { dateInWords: 'dateInWords', moneyInWords: 'moneyInWords' }

/** Figures that are names: a year, a number of a paper. They are not grouped. */
const NAMES: ReadonlySet<HoleKind> = new Set(['year', 'documentNumber', 'identityNumber', 'taxCode', 'bankAccount', 'phone'])

const plainText = (value: Json, field: Field, wish: Wish, lists: CodeLists): string => {
  if (typeof value === 'number' && NAMES.has(wish.kind)) return String(value)
  // 'Tổng số (bằng số, bằng chữ)': the law wants both, and the words say the unit.
  if (field.kind === 'money' && typeof value === 'number' && wish.spelt) return `${numberText(value, 'vi')} đồng (${moneyInWords(value)})`
  // The form prints 'đồng' itself.
  if (field.kind === 'money' && typeof value === 'number' && wish.unit) return numberText(value, 'vi')
  if (field.kind === 'computed') return typeof value === 'string' ? dateText(value) : kindOf('computed').toText(value, field, 'vi', { today: '', lists })
  return kindOf(field.kind).toText(value, field, 'vi', { today: '', lists })
}

/** What stands for yes where a form has room for a cross and no box: a column 'ngành chính'. */
const CROSS = 'X'

const writtenText = (value: Json, field: Field, wish: Wish, lists: CodeLists): string => {
  const yes = wish.kind === 'tick' ? yesOf(value, field) : undefined
  if (yes !== undefined) return yes ? CROSS : ''
  const implied = IMPLIED[wish.kind]
  const writing = wish.as === 'capitals' ? undefined : (wish.as ?? (canImply(value, field, implied) ? implied : undefined))
  const text = cleanInk(writing === undefined ? plainText(value, field, wish, lists) : WRITINGS[writing](value, lists))
  return wish.as === 'capitals' || (wish.capitals && wish.as === undefined) ? capitals(text) : text
}

/** A hole 'bằng chữ' takes words; where the answer is words already (a text, a computed sentence) it stays as it is. */
const canImply = (value: Json, field: Field, implied: Exclude<Writing, 'capitals'> | undefined): boolean => {
  if (implied === 'moneyInWords') return typeof value === 'number'
  return implied !== undefined && (field.kind === 'date' || field.kind === 'partial-date' || field.kind === 'computed') && isPartialDate(asText(value))
}

const dateOf = (value: Json): Ink['date'] => (typeof value === 'string' && isPartialDate(value) ? splitDate(value) : undefined)

const chosenOf = (value: Json, field: Field): readonly string[] => {
  const title = (one: Json): string => field.options?.find((option) => option.value === asText(one))?.title.vi ?? asText(one)
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one !== 'boolean').map(title)
}

/** A list of one choice asks yes or no, as a declaration does. */
const yesOf = (value: Json, field: Field): boolean | undefined => {
  if (typeof value === 'boolean') return value
  return field.options?.length === 1 ? !Array.isArray(value) || value.length > 0 : undefined
}

/**
 * An answer as the law's forms have it written: dd/MM/yyyy and what is known of a partial date, amounts and dates in words,
 * names in capitals where the form asks so, 'số nhà, xã, tỉnh', the Vietnamese title of what was chosen. Never throws.
 */
export const answerInk = (value: Json | undefined, field: Field, wish: Wish, lists: CodeLists): Ink => {
  if (value === undefined || value === null || value === '') return NO_INK
  const [date, yes] = [dateOf(value), yesOf(value, field)]
  return {
    text: writtenText(value, field, wish, lists), chosen: chosenOf(value, field),
    ...(date === undefined ? {} : { date }), ...(yes === undefined ? {} : { yes }),
  }
}
