import { isDate, isPartialDate } from './date/calendar-date.ts'
import { isCountryCode } from './country/countries.ts'
import { isEmail } from './email/address.ts'
import { isEthnicityCode } from './ethnicity/ethnic-groups.ts'
import { isIdentityNumber, isIdentityNumberOrOld } from './identity-number/number.ts'
import { isPassport, isVietnamesePassport } from './passport/number.ts'
import { isPersonName } from './person-name/name.ts'
import { isPhone } from './phone/number.ts'
import { isProvinceCode } from './address/provinces.ts'
import { isTaxCode } from './tax-code/number.ts'

/** Values of the JSON Schema keyword `format` that this library knows; each says whether a normalised text is one. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'partial-date': isPartialDate,
  email: isEmail,
  'person-name': isPersonName,
  'vn-phone': isPhone,
  'vn-tax-code': isTaxCode,
  'vn-identity-number': isIdentityNumber,
  'vn-identity-number-or-old': isIdentityNumberOrOld,
  passport: isPassport,
  'vn-passport': isVietnamesePassport,
  'vn-province': isProvinceCode,
  'vn-ethnicity': isEthnicityCode,
  'iso-country': isCountryCode,
}
