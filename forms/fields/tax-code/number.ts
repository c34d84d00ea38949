import { validate } from 'stdnum/lib/cjs/vn/mst.js'
import { isIdentityNumber } from '../identity-number/number.ts'

/** Why a text of digits is no tax code. */
export type TaxCodeFault = 'length' | 'characters' | 'check-digit'

/**
 * undefined for a tax code: 10 digits with their check digit; these and '-' and three of a dependent unit; since 2025-07-01
 * the 12 digits of a personal identity number for persons and household businesses.
 */
export const taxCodeFault = (text: string): TaxCodeFault | undefined => {
  if (!/^\d+(-\d{3})?$/.test(text)) return 'characters'
  if (/^\d{12}$/.test(text)) return isIdentityNumber(text) ? undefined : 'check-digit'
  if (!/^\d{10}(-\d{3})?$/.test(text)) return 'length'
  return validate(text).isValid ? undefined : 'check-digit'
}

export const isTaxCode = (text: string): boolean => taxCodeFault(text) === undefined
