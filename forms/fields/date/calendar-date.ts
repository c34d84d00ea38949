const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0))

/** Is there such a day in the Gregorian calendar? Years 1000–9999, as four digits are asked for. */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)

/** 'YYYY-MM-DD' of a real day. */
export const isDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export const isPartialDate = (text: string): boolean =>
  isDate(text) || (/^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$/.test(text))

/** Vietnamese writing of a stored date: '2020-02-11' -> '11/02/2020', '2020-02' -> '02/2020'; other text as it is. */
export const dateText = (date: string): string => (isPartialDate(date) ? date.split('-').toReversed().join('/') : date)
