import { numberInWords } from '../money/words.ts'

// The fourth month is 'tháng tư' in every civil-status register; the day and the year keep 'bốn'.
const monthInWords = (month: number): string => (month === 4 ? 'tư' : numberInWords(month))

/**
 * A date as civil-status forms ask for it ('ghi bằng chữ'): '2020-02-11' -> 'Ngày mười một, tháng hai, năm hai nghìn
 * không trăm hai mươi'; 'YYYY-MM' and 'YYYY' give what they know; '' for any other text.
 */
export const dateInWords = (date: string): string => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match === null) return ''
  const [, year, month, day] = match
  const parts = [
    ...(day === undefined ? [] : [`ngày ${numberInWords(Number(day))}`]),
    ...(month === undefined ? [] : [`tháng ${monthInWords(Number(month))}`]),
    `năm ${numberInWords(Number(year))}`,
  ].join(', ')
  return parts.charAt(0).toLocaleUpperCase('vi') + parts.slice(1)
}
