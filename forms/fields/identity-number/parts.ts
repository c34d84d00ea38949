import PROVINCES from './birth-provinces.json' with { type: 'json' }

const names: Readonly<Record<string, string>> = PROVINCES

/**
 * What the 12 digits of a personal identity number say (NĐ 137/2015 Đ.13, TT 07/2016 Đ.7): three of the place of birth
 * registration, one of century and sex, two of the year, six at random. There is no check digit.
 */
export type IdentityParts = { readonly province: string; readonly sex: 'male' | 'female'; readonly birthYear: number }

/** Parts of a number of 12 digits; undefined for any other text. The place is not checked here. */
export const identityParts = (value: string): IdentityParts | undefined => {
  if (!/^\d{12}$/.test(value)) return undefined
  const century = Number(value.charAt(3))
  // 0/1 = 1900s male/female, 2/3 = 2000s … 8/9 = 2300s.
  return {
    province: value.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(value.slice(4, 6)),
  }
}

/**
 * The place digits: one of the 63 provinces before 2025-07-01 (the merger did not change issued numbers), or, from 100 on,
 * the code of a foreign country of birth.
 */
export const isBirthPlaceCode = (code: string): boolean => code in names || /^[1-9]\d{2}$/.test(code)

/** Name of the province that the place digits stand for; undefined for foreign and unknown codes. */
export const birthProvinceName = (code: string): string | undefined => names[code]
