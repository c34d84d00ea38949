import { foldText } from '../../engine/fold.ts'
import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { MOST_RADIOS } from '../../fields/select/kind.ts'
import type { Hole } from '../hole.ts'
import { asksStreet, isStreetAlone } from './address-holes.ts'
import { inBoth } from './english.ts'
import { asTitle } from './names.ts'
import { optionValues } from './options.ts'
import type { Item } from './plan.ts'
import { unitOf, unitText } from './units.ts'

/** Keywords of one field, `inputType` and the rest of the presentation beside them; `mismatch`: what to do where the pattern is not met. */
export type Drafted = { readonly inputType: string; readonly presentation?: JsonObject; readonly schema?: JsonObject; readonly mismatch?: Text }

const LINE = 300

const optionsOf = (titles: readonly string[]): Json[] => {
  const values = optionValues(titles)
  return titles.map((title, i) => {
    const text = inBoth(asTitle(title) || title)
    return { const: values[i] ?? title, title: text.vi, 'x-dvc-en': { title: text.en } }
  })
}

const SEX: Json[] = [{ const: 'male', title: 'Nam', 'x-dvc-en': { title: 'Male' } }, { const: 'female', title: 'Nữ', 'x-dvc-en': { title: 'Female' } }]

const text = (maxLength: number): Drafted => ({ inputType: 'text', schema: { maxLength } })
const first = (item: Item): Hole | undefined => item.holes[0]?.hole
const words = (item: Item): string => foldText(`${item.title} ${first(item)?.hint ?? ''}`)

const choice = (item: Item): Drafted => {
  const options = first(item)?.options ?? []
  if (options.length < 2) return text(LINE)
  return { inputType: options.length > MOST_RADIOS ? 'select' : 'radios', schema: { oneOf: optionsOf(options) } }
}

const choices = (titles: readonly string[]): Drafted =>
  titles.length === 0 ? text(LINE) : { inputType: 'checkboxes', schema: { type: 'array', items: { oneOf: optionsOf(titles) } } }

/** A form that prints no hole for the day, or says that the year is enough, takes what is known of the date. */
const date = (item: Item): Drafted => {
  const roles = new Set(item.holes.flatMap(({ hole }) => hole.places.map(({ role }) => role)))
  const withoutDay = roles.has('year') && !roles.has('day')
  const yearEnough = /^nam sinh|neu biet|chi biet nam|chi ghi nam/.test(words(item))
  // 'Ghi "đến ngày …" hoặc dấu "-/-"': what is no date must fit as well.
  if (/["“]-\/-["”]/.test(first(item)?.hint ?? '')) return text(100)
  return { inputType: withoutDay || yearEnough ? 'partial-date' : 'date' }
}

/** Four digits. Where the paper has room for a year alone, a day that was asked for would never reach it. */
export const YEAR = '^[12][0-9]{3}$'

const year = (): Drafted => ({
  inputType: 'text', presentation: { width: 'year', inputMode: 'numeric' }, schema: { pattern: YEAR },
  mismatch: { vi: 'Ghi năm bằng bốn chữ số, ví dụ 1994.', en: 'Enter the year in four digits, for example 1994.' },
})

/** Old cards have 9 digits; a passport or a business code is no personal number at all. */
const identityNumber = (item: Item): Drafted => {
  const label = foldText(item.title)
  if (/ho chieu|doanh nghiep|to chuc|phap nhan|quyet dinh/.test(label)) return { inputType: 'text', schema: { minLength: 5, maxLength: 50 } }
  return /cmnd|chung minh/.test(label) ? { inputType: 'identity-number', presentation: { oldNumber: true } } : { inputType: 'identity-number' }
}

const inUnit = (item: Item, otherwise?: string): JsonObject => {
  const hole = first(item)
  const unit = (hole && unitOf(hole)) ?? otherwise
  return unit === undefined ? {} : { unit: unitText(unit) }
}

/** Codes and numbers of papers are no amounts: '01/2024', '12A' and leading zeros must stay. */
const number = (item: Item): Drafted =>
  /^(ma|so hieu|so thua|thua|to ban do|lo|bien so|quyen|khu|o so)\b|thua dat|ban do|\bma so\b|so hieu/.test(foldText(item.title)) ? text(50) : { inputType: 'number', presentation: inUnit(item), schema: { type: 'number', minimum: 0 } }

const place = (item: Item): Drafted => {
  const label = foldText(item.title)
  if (/que quan|nguyen quan/.test(label)) return { inputType: 'address', presentation: { detail: false } }
  return /^noi (sinh|cu tru|thuong tru|tam tru|o\b)/.test(label) ? { inputType: 'address' } : text(LINE)
}

const address = (item: Item): Drafted => {
  const hole = first(item)
  if (item.holes.length === 1 && hole && isStreetAlone(hole)) return text(LINE)
  return wholeAddress(item)
}

const wholeAddress = (item: Item): Drafted => (asksStreet(item.holes) ? { inputType: 'address' } : { inputType: 'address', presentation: { detail: false } })

const upper = (item: Item): { readonly presentation?: JsonObject } => (item.holes.some(({ as }) => as === 'capitals') ? { presentation: { upperCase: true } } : {})

const NO_PERSON = /to chuc|doanh nghiep|co quan|don vi|chu dau tu|phap nhan|hop tac|ho gia dinh|ho kinh doanh|chu hang\b|cua ai$|^ten (co so|chu so huu|chu xe|truong)\b/
const OF_BOTH = /ca nhan ?[:(][\s\S]*\bto chuc ?[:(]/

/** 'Họ và tên người đại diện cơ quan' is a person's, unless the note says how an organisation fills it in. */
const isOrganisation = (item: Item): boolean => {
  const label = foldText(item.title)
  return OF_BOTH.test(foldText(first(item)?.hint ?? '')) || (NO_PERSON.test(label) && !/^(ho\b.{0,20}\bten\b|nguoi|dai dien)/.test(label))
}

const DRAFTS: Readonly<Record<Item['kind'], (item: Item) => Drafted>> = {
  name: (item) => ({ inputType: isOrganisation(item) ? 'organisation' : 'person-name', ...upper(item) }),
  organisation: (item) => ({ inputType: 'organisation', ...upper(item) }),
  date, issueDate: date, year, dateInWords: () => text(LINE),
  sex: () => ({ inputType: 'radios', schema: { oneOf: SEX } }),
  ethnicity: () => ({ inputType: 'ethnicity' }), nationality: () => ({ inputType: 'country' }), religion: () => text(100),
  identityNumber, identityDocument: () => ({ inputType: 'identity-document' }), issuePlace: () => text(LINE),
  address, place,
  phone: () => ({ inputType: 'phone' }), email: () => ({ inputType: 'email' }), website: () => text(200),
  number, quantity: (item) => ({ inputType: 'number', presentation: inUnit(item), schema: { type: 'integer', minimum: 0 } }),
  area: (item) => ({ inputType: 'number', presentation: inUnit(item, 'm²'), schema: { type: 'number', minimum: 0 } }),
  money: () => ({ inputType: 'money' }), moneyInWords: () => text(LINE), taxCode: () => ({ inputType: 'tax-code' }),
  occupation: () => text(200), relation: () => text(200), documentNumber: () => text(100), licencePlate: () => text(20), bankAccount: () => text(50),
  yesNo: () => ({ inputType: 'yes-no' }),
  // One box, ticked or not: an empty box is an answer, which yes or no would not let a person leave.
  tick: (item) => choices([item.title]), choice, choices: (item) => choices(first(item)?.options ?? []),
  text: () => text(LINE), longText: () => ({ inputType: 'long-text', schema: { maxLength: 2000 } }), file: () => text(LINE),
}

/** The field that asks for what this item's holes print. */
export const draftField = (item: Item): Drafted => DRAFTS[item.kind](item)
