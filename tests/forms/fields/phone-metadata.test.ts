import full from 'libphonenumber-js/max/metadata'
import { describe, expect, it } from 'vitest'
import { PHONE_METADATA } from '../../../forms/fields/phone/metadata.ts'
import { isPhone, normalisePhone } from '../../../forms/fields/phone/number.ts'

describe('numbering data', () => {
  it("holds Vietnam's entry of the installed libphonenumber, in full", () => {
    expect(PHONE_METADATA.countries.VN).toEqual(full.countries.VN)
  })

  it('tells numbers in use from ranges that nobody has, in Vietnam', () => {
    expect(isPhone('0912345678')).toBe(true)
    expect(isPhone('0551234567')).toBe(true)
    expect(isPhone('02438254321')).toBe(true)
    expect(isPhone('0111111111')).toBe(false)
    expect(isPhone('0412345678')).toBe(false)
  })

  it('takes foreign numbers of the right length, and no others', () => {
    expect(normalisePhone('+1 212 555 0123')).toBe('+12125550123')
    expect(isPhone('+12125550123')).toBe(true)
    expect(isPhone('+1212555')).toBe(false)
  })
})
