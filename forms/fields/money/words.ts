const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const digit = (n: number): string => DIGITS[n] ?? ''

/** 0–99 after a hundreds word: 'linh' stands for the missing ten. */
const tensInWords = (n: number, afterHundreds: boolean): string => {
  const [tens, units] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return units === 0 ? '' : afterHundreds ? `linh ${digit(units)}` : digit(units)
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  if (units === 0) return head
  if (units === 1 && tens > 1) return `${head} mốt`
  if (units === 4 && tens > 1) return `${head} tư`
  if (units === 5) return `${head} lăm`
  return `${head} ${digit(units)}`
}

/** 0–999; `padded`: a larger group stands before it, so a missing hundred is read 'không trăm'. */
const hundredsInWords = (n: number, padded: boolean): string => {
  if (n === 0) return ''
  const hundreds = Math.floor(n / 100)
  if (hundreds === 0 && !padded) return tensInWords(n, false)
  return `${digit(hundreds)} trăm ${tensInWords(n % 100, true)}`.trim()
}

/** 0–999,999,999. */
const millionsInWords = (n: number, padded: boolean): string => {
  const groups = [Math.floor(n / 1_000_000), Math.floor(n / 1000) % 1000, n % 1000]
  const units = ['triệu', 'nghìn', '']
  const words: string[] = []
  groups.forEach((group, i) => {
    if (group !== 0) words.push(`${hundredsInWords(group, padded || words.length > 0)} ${units[i]}`.trim())
  })
  return words.join(' ')
}

/** A whole number from 0 to Number.MAX_SAFE_INTEGER in Vietnamese words, lower case; '' for anything else. */
export const numberInWords = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0) return ''
  if (n === 0) return digit(0)
  const [billions, rest] = [Math.floor(n / 1_000_000_000), n % 1_000_000_000]
  if (billions === 0) return millionsInWords(rest, false)
  return `${numberInWords(billions)} tỷ ${millionsInWords(rest, true)}`.trim()
}

const capitalise = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

/** An amount of VND as forms ask for it ('bằng chữ'): 150000 -> 'Một trăm năm mươi nghìn đồng'; '' when it is no such amount. */
export const moneyInWords = (amount: number): string => {
  const words = numberInWords(amount)
  return words === '' ? '' : capitalise(`${words} đồng`)
}
