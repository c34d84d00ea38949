import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/core'
import { cleanCode } from '../clean-text.ts'
import { PHONE_METADATA } from './metadata.ts'

/** Wintel's numbers are in use but not in the numbering data of libphonenumber (prefix 055). */
const WINTEL = /^055\d{7}$/

const parse = (text: string): PhoneNumber | undefined => parsePhoneNumberFromString(text, 'VN', PHONE_METADATA)

const spaced = (text: string): string => text.replace(/[\s.\-()]/g, '')

const toNational = (text: string): string => {
  const digits = spaced(text)
  return /^(\+|00)84\d/.test(digits) ? `0${digits.replace(/^(\+|00)84/, '')}` : digits
}

/**
 * Canonical form: a Vietnamese number as ten or eleven digits from 0, a foreign one as + and digits; anything else as typed.
 */
export const normalisePhone = (text: string): string => {
  const typed = cleanCode(text)
  const national = toNational(typed)
  if (WINTEL.test(national)) return national
  const number = parse(typed)
  if (number === undefined || !number.isValid()) return typed
  return number.country === 'VN' ? `0${number.nationalNumber}` : number.number
}

/** A number that exists, in its canonical form. */
export const isPhone = (text: string): boolean =>
  WINTEL.test(text) || (/^(0|\+)\d+$/.test(text) && parse(text)?.isValid() === true)

/** As people write it: '0912 345 678', '024 3825 4321', '+1 212 555 0123'. */
export const phoneText = (text: string): string => {
  if (WINTEL.test(text)) return text.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
  if (/^0[35789]\d{8}$/.test(text)) return text.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
  const number = parse(text)
  if (number === undefined || !number.isValid()) return text
  return number.country === 'VN' ? number.formatNational() : number.formatInternational()
}
