/** A Vietnamese passport: a letter and seven digits, since the chip passport also eight. */
export const isVietnamesePassport = (text: string): boolean => /^[A-Z]\d{7,8}$/.test(text)

/** A passport of any country: 5 to 15 capital letters and digits (ICAO 9303 prints nine, some states print more beside it), a digit among them. */
export const isPassport = (text: string): boolean => /^(?=.*\d)[A-Z0-9]{5,15}$/.test(text)
