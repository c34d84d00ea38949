import { expect, test } from 'vitest'
import { formatBytes, formatDate, formatDateTime, formatLimit, formatMoney } from '../../../forms/view/parts/format.ts'
import { inLanguage } from '../../../forms/view/parts/links.ts'

test('dates are dd/mm/yyyy in Vietnamese civil time, whatever zone the time was written in', () => {
  expect(formatDate('2026-11-23')).toBe('23/11/2026')
  expect(formatDate('2026-11-23T18:30:00Z')).toBe('24/11/2026')
  expect(formatDateTime('2026-11-23T16:05:00+07:00')).toBe('16:05, 23/11/2026')
  expect(formatDate('not a date')).toBe('not a date')
})

test('money, sizes and limits are written as each language writes them', () => {
  expect([formatMoney(150_000, 'vi'), formatMoney(1_234_567, 'en'), formatMoney(0, 'vi')]).toEqual(['150.000 đồng', '1,234,567 VND', 'Miễn phí'])
  expect([formatBytes(4_718_592, 'vi'), formatBytes(4_718_592, 'en'), formatBytes(10_485_760, 'vi'), formatBytes(2048, 'vi')]).toEqual(['4,5 MB', '4.5 MB', '10 MB', '2 KB'])
  expect([formatLimit({ amount: 1, unit: 'workingDays' }, 'en'), formatLimit({ amount: 15, unit: 'days' }, 'vi')]).toEqual(['1 working day', '15 ngày'])
})

test('addresses get the language once', () => {
  expect(['/', '/?q=a', '/tra-cuu', '/en/tra-cuu', '/en', 'https://x.vn/a', '//x.vn', '/entry'].map((path) => inLanguage(path, 'en')))
    .toEqual(['/en', '/en?q=a', '/en/tra-cuu', '/en/tra-cuu', '/en', 'https://x.vn/a', '//x.vn', '/en/entry'])
  expect(inLanguage('/tra-cuu', 'vi')).toBe('/tra-cuu')
})
