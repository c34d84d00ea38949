import { cleanCode } from '../clean-text.ts'
import { isRealDay } from './calendar-date.ts'

/** Day, month, year as in the three boxes; '' where nothing was typed. */
export type DateInputs = readonly [day: string, month: string, year: string]

const pad = (digits: string): string => digits.padStart(2, '0')

const isoOf = ([day, month, year]: DateInputs): string | undefined => {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  return isRealDay(Number(year), Number(month), Number(day)) ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

const partialOf = ([day, month, year]: DateInputs): string | undefined => {
  if (day !== '' || !/^[1-9]\d{3}$/.test(year)) return undefined
  if (month === '') return year
  return /^\d{1,2}$/.test(month) && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${pad(month)}` : undefined
}

/** A whole date in one box: dd/mm/yyyy (also with dots, hyphens, spaces or nothing between), or ISO. */
const splitWhole = (text: string): DateInputs | undefined => {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  if (iso !== null) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? '']
  // One sign between the parts: two slashes are an empty box.
  const local = /^(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d+)$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (local !== null) return [local[1] ?? '', local[2] ?? '', local[3] ?? '']
  const monthAndYear = /^(\d{1,2})(?: ?[/.-] ?| )(\d{4})$/.exec(text)
  if (monthAndYear !== null) return ['', monthAndYear[1] ?? '', monthAndYear[2] ?? '']
  return /^\d{4}$/.test(text) ? ['', '', text] : undefined
}

/** The boxes that show a stored answer, a real date or what was typed instead of one. */
export const splitDate = (value: string): DateInputs => {
  if (value.startsWith('|')) {
    const [day = '', month = '', year = ''] = value.slice(1).split('|')
    return [day, month, year]
  }
  const whole = splitWhole(value)
  if (whole !== undefined) return whole
  const parts = value.split('/')
  const [day = '', month = '', year = ''] = parts
  return parts.length === 3 ? [day, month, year] : [value, '', '']
}

/**
 * What three boxes say: 'YYYY-MM-DD'; with `partial` also 'YYYY-MM' and 'YYYY'. What is no date is kept as 'day/month/year'
 * as typed (or '|day|month|year' when a box has a slash in it), which the schema refuses and splitDate takes apart again.
 */
export const joinDate = (inputs: DateInputs, partial: boolean): string => {
  const [day, month, year] = inputs
  const date = isoOf(inputs) ?? (partial ? partialOf(inputs) : undefined)
  if (date !== undefined) return date
  if (month === '' && year === '' && !/^\d{1,2}$/.test(day)) return day.startsWith('|') ? `|${day.replaceAll('|', '¦')}||` : day
  if (inputs.some((part) => /[/|]/.test(part))) return `|${inputs.map((part) => part.replaceAll('|', '¦')).join('|')}`
  return inputs.join('/')
}

/** Canonical form of an answer however it came: posted, from the API ('11/2/2020'), or stored. Idempotent. */
export const normaliseDate = (text: string, partial: boolean): string => {
  const [day, month, year] = splitDate(text.startsWith('|') ? text : cleanCode(text))
  const inputs: DateInputs = [cleanCode(day), cleanCode(month), cleanCode(year)]
  const whole = inputs[1] === '' && inputs[2] === '' ? splitWhole(inputs[0]) : undefined
  return joinDate(whole ?? inputs, partial)
}
