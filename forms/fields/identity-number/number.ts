import { identityParts, isBirthPlaceCode } from './parts.ts'

/** 12 digits whose first three name a place. */
export const isIdentityNumber = (text: string): boolean => {
  const parts = identityParts(text)
  return parts !== undefined && isBirthPlaceCode(parts.province)
}

/** As isIdentityNumber, or the 9 digits of the old identity card (CMND). */
export const isIdentityNumberOrOld = (text: string): boolean => /^\d{9}$/.test(text) || isIdentityNumber(text)
