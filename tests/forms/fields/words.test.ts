import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateInWords, moneyInWords, numberInWords } from '../../../forms/index.ts'

const DIGITS: Readonly<Record<string, number>> = {
  không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9,
}
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6 }

/** Reads Vietnamese number words by their own grammar: an independent way back, so that a wrong word shows. */
const readWords = (text: string): number => {
  const [billions, rest] = text.includes('tỷ') ? [text.slice(0, text.lastIndexOf('tỷ')), text.slice(text.lastIndexOf('tỷ') + 2)] : ['', text]
  let total = 0
  let group = 0
  let digit = 0
  for (const word of rest.split(' ').filter((part) => part !== '')) {
    const scale = SCALES[word]
    if (word === 'trăm') { group += digit * 100; digit = 0 }
    else if (word === 'mươi') { group += digit * 10; digit = 0 }
    else if (word === 'mười') { group += 10; digit = 0 }
    else if (scale !== undefined) { total += (group + digit) * scale; group = 0; digit = 0 }
    else if (word !== 'linh') digit = DIGITS[word] ?? Number.NaN
  }
  return (billions === '' ? 0 : readWords(billions.trim()) * 1e9) + total + group + digit
}

describe('money in words', () => {
  it.each([
    [0, 'Không đồng'], [5, 'Năm đồng'], [15, 'Mười lăm đồng'], [21, 'Hai mươi mốt đồng'], [24, 'Hai mươi tư đồng'],
    [105, 'Một trăm linh năm đồng'], [1005, 'Một nghìn không trăm linh năm đồng'], [150_000, 'Một trăm năm mươi nghìn đồng'],
    [20_000_000, 'Hai mươi triệu đồng'], [1_000_000_000, 'Một tỷ đồng'], [23_000_000_001, 'Hai mươi ba tỷ không trăm linh một đồng'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  ])('%d is "%s"', (amount, words) => {
    expect(moneyInWords(amount)).toBe(words)
  })

  it('says every amount so that it can be read back', () => {
    fc.assert(fc.property(fc.oneof(fc.nat(9999), fc.maxSafeNat()), (n) => {
      expect(readWords(numberInWords(n))).toBe(n)
    }), { numRuns: 5000 })
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('has no words for %d', (amount) => {
    expect(moneyInWords(amount)).toBe('')
  })
})

describe('dates in words', () => {
  it.each([
    ['2020-02-11', 'Ngày mười một, tháng hai, năm hai nghìn không trăm hai mươi'],
    ['2025-04-04', 'Ngày bốn, tháng tư, năm hai nghìn không trăm hai mươi lăm'],
    ['1990-10', 'Tháng mười, năm một nghìn chín trăm chín mươi'],
    ['1945', 'Năm một nghìn chín trăm bốn mươi lăm'],
    ['31/2/2020', ''],
  ])('%s is "%s"', (date, words) => {
    expect(dateInWords(date)).toBe(words)
  })
})
