import { cleanCode } from '../clean-text.ts'

const plain = (text: string): number | undefined => {
  const number = Number(text)
  // Beyond what a double says exactly it would be stored as another number, or not at all: it stays text, and is called wrong.
  if (text === '' || !(Math.abs(number) <= Number.MAX_SAFE_INTEGER)) return undefined
  // -0 is written as 0 in JSON, and comes back as 0; so does what is too small for the table.
  return Math.abs(number) < 1e-20 ? 0 : number
}

/**
 * A whole number as typed in Vietnam ('1.500.000', '1 500 000') or in English ('1,500,000'): groups of three are thousands.
 * undefined for anything else, fractions included.
 */
export const readWhole = (text: string): number | undefined => {
  const code = cleanCode(text).replace(/(?<=\d)[ '](?=\d{3}(\D|$))/g, '')
  const digits = /^-?\d{1,3}(\.\d{3})+$/.test(code) ? code.replaceAll('.', '') : /^-?\d{1,3}(,\d{3})+$/.test(code) ? code.replaceAll(',', '') : code
  const number = /^-?\d+$/.test(digits) ? plain(digits) : undefined
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined
}

/**
 * A number as typed: the comma is the decimal sign (Vietnamese); dots between groups of three are thousands, another dot is
 * a decimal sign too. '1.234,5' -> 1234.5, '3,5' and '3.5' -> 3.5, '1.500' -> 1500, '1,500,000' -> 1500000.
 */
export const readNumber = (text: string): number | undefined => {
  const code = cleanCode(text).replace(/(?<=\d) (?=\d{3}(\D|$))/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(code)) return plain(code.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(code)) return plain(code.replaceAll(',', ''))
  return /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/.test(code) ? plain(code.replace(',', '.')) : undefined
}

/** Digits in groups of three: 1500000 -> '1.500.000' (vi), '1,500,000' (en); the fraction with the language's sign. */
export const numberText = (value: number, lang: 'vi' | 'en'): string => {
  const [whole = '', fraction] = String(value).split('.')
  const [group, decimal] = lang === 'vi' ? ['.', ','] : [',', '.']
  if (String(value).includes('e')) return String(value)
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : decimal + fraction)
}
