import type { CodeLists, Field } from '../../engine/form-model.ts'
import type { Json, JsonObject } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { dateText, isPartialDate } from '../../fields/date/calendar-date.ts'
import { communeName, dateInWords, kindOf, moneyInWords, provinceName } from '../../fields/index.ts'
import { documentOptions } from '../../fields/identity-document/types.ts'
import { numberText } from '../../fields/number/read-number.ts'
import { asText } from '../../fields/presentation.ts'

/** A thing that an answer says: `part` names it within the answer ('' where it is all), `ways` is how a paper may say it. */
export type Said = { readonly part: string; readonly ways: readonly string[] }

type Reading = (value: JsonObject, field: Field, lists: CodeLists) => readonly Said[]

const addressParts: Reading = (value, _field, lists) => {
  const [province, commune, typed, detail] = ['province', 'commune', 'typed', 'detail'].map((key) => asText(value[key]))
  const name = commune ? communeName(province ?? '', commune, lists) ?? commune : typed ?? ''
  return [{ part: 'detail', ways: [detail ?? ''] }, { part: 'commune', ways: [name] }, { part: 'province', ways: [province ? provinceName(province, 'vi') : ''] }]
}

const documentParts: Reading = (value, field) => Object.entries(value).map(([part, of]) => {
  const text = asText(of)
  if (part === 'type') return { part, ways: [documentOptions(field).find((option) => option.value === text)?.title.vi ?? text] }
  return { part, ways: [part === 'issuedOn' ? dateText(text) : text] }
})

const COMPOSED: Readonly<Record<string, Reading>> = { address: addressParts, 'identity-document': documentParts }

/** A date says its day only together with month and year: '7' alone stands on every paper. */
const dateParts = (date: string): readonly Said[] => {
  const [year = '', month, day] = date.split('-')
  const whole = [dateText(date), dateInWords(date)]
  return [
    ...(day === undefined ? [] : [{ part: 'day', ways: whole }]),
    ...(month === undefined ? [] : [{ part: 'month', ways: [...whole, `${month}/${year}`] }]),
    { part: 'year', ways: [...whole, year] },
  ]
}

const one = (...ways: readonly string[]): readonly Said[] => [{ part: '', ways }]

const isDateKind = ({ kind }: Field): boolean => kind === 'date' || kind === 'partial-date' || kind === 'computed'

/** All that an answer says, whatever it is; a yes or no says itself by a cross or by none. */
export const saidParts = (value: Json, field: Field, lists: CodeLists): readonly Said[] => {
  if (typeof value === 'boolean' || value === null || field.options?.length === 1) return []
  if (isObject(value)) return (COMPOSED[field.kind]?.(value, field, lists) ?? Object.entries(value).map(([part, of]) => ({ part, ways: [asText(of)] }))).filter(({ ways }) => ways[0] !== '')
  if (field.options && field.kind !== 'computed') return (Array.isArray(value) ? value : [value]).flatMap((chosen) => one(field.options?.find((option) => option.value === asText(chosen))?.title.vi ?? asText(chosen)))
  if (typeof value === 'number') return one(numberText(value, 'vi'), String(value), moneyInWords(value))
  if (typeof value === 'string' && isDateKind(field) && isPartialDate(value)) return dateParts(value)
  return one(kindOf(field.kind).toText(value, field, 'vi', { today: '', lists }))
}
