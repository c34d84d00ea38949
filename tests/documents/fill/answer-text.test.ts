import { describe, expect, it } from 'vitest'
import { answerInk, NO_INK, type Wish } from '../../../forms/documents/fill/answer-text.ts'
import type { CodeLists, Json } from '../../../forms/index.ts'
import { field } from './hand-form.ts'

const lists: CodeLists = { communes: (province) => (province === '01' ? [{ code: '00004', name: 'Phường Ba Đình' }] : []), formerCommunes: () => [] }
const wish = (more: Partial<Wish> = {}): Wish => ({ kind: 'text', capitals: false, unit: false, ...more })
const text = (kind: string, value: Json, more: Partial<Wish> = {}, options?: readonly (readonly [string, string])[]): string =>
  answerInk(value, field('/s/a', kind, options ? { options: options.map(([one, vi]) => ({ value: one, title: { vi, en: one } })) } : {}), wish(more), lists).text

const HOME = { province: '01', commune: '00004', detail: 'Số 12 phố Phan Đình Phùng' }

describe('answers in the formats of the law', () => {
  it.each<readonly [string, string, Json, Partial<Wish>, string]>([
    ['a date', 'date', '2020-02-11', {}, '11/02/2020'],
    ['month and year', 'partial-date', '1960-03', {}, '03/1960'],
    ['a year alone', 'partial-date', '1960', {}, '1960'],
    ['the year of a date', 'date', '2020-02-11', { as: 'year' }, '2020'],
    ['a whole date where the form has a blank for a year and the map does not say that the year is enough', 'date', '2020-02-11', { kind: 'year' }, '11/02/2020'],
    ['what is known of a date, where the map wants words', 'partial-date', '2020-02', { as: 'dateInWords' }, 'Tháng hai, năm hai nghìn không trăm hai mươi'],
    ['a date in words', 'date', '2020-02-11', { as: 'dateInWords' }, 'Ngày mười một, tháng hai, năm hai nghìn không trăm hai mươi'],
    ['a date in words where the form asks so', 'date', '2020-02-11', { kind: 'dateInWords' }, 'Ngày mười một, tháng hai, năm hai nghìn không trăm hai mươi'],
    ['words that are words already', 'computed', 'Ngày một', { kind: 'dateInWords' }, 'Ngày một'],
    ['a computed date', 'computed', '2020-02-11', {}, '11/02/2020'],
    ['money with its unit', 'money', 1500000, { kind: 'money' }, '1.500.000 đồng'],
    ['money where the form prints the unit', 'money', 1500000, { kind: 'money', unit: true }, '1.500.000'],
    ['money in figures and in words', 'money', 5000000, { kind: 'money', spelt: true, unit: true }, '5.000.000 đồng (Năm triệu đồng)'],
    ['money in words', 'money', 150000, { kind: 'moneyInWords' }, 'Một trăm năm mươi nghìn đồng'],
    ['a name in capitals where the map says so', 'person-name', 'Nguyễn Thị Ánh', { as: 'capitals' }, 'NGUYỄN THỊ ÁNH'],
    ['a name in capitals where the form says so', 'person-name', 'Đỗ Văn Ổn', { capitals: true }, 'ĐỖ VĂN ỔN'],
    ['an address', 'address', HOME, {}, 'Số 12 phố Phan Đình Phùng, Phường Ba Đình, Thành phố Hà Nội'],
    ['its commune', 'address', HOME, { as: 'commune' }, 'Phường Ba Đình'],
    ['its province', 'address', HOME, { as: 'province' }, 'Thành phố Hà Nội'],
    ['its street', 'address', HOME, { as: 'street' }, 'Số 12 phố Phan Đình Phùng'],
    ['yes', 'yes-no', true, {}, 'Có'],
    ['no', 'yes-no', false, {}, 'Không'],
    ['a year as a number, ungrouped', 'number', 2024, { kind: 'year' }, '2024'],
    ['a number, grouped', 'number', 12000, { kind: 'area' }, '12.000'],
    ['an identity document in one line', 'identity-document', { type: 'can-cuoc', number: '001090012345', issuedOn: '2022-05-20', issuedBy: 'Bộ Công an' }, {}, 'Thẻ căn cước số 001090012345, cấp ngày 20/05/2022, do Bộ Công an cấp'],
    ['nationality', 'country', 'VN', {}, 'Việt Nam'],
    ['ethnicity', 'ethnicity', '01', {}, 'Kinh'],
  ])('%s', (...[, kind, value, more, wanted]) => {
    expect(text(kind, value, more)).toBe(wanted)
  })

  it('says what was chosen in Vietnamese, and knows it for boxes', () => {
    expect(text('select', 'f', {}, [['f', 'Nữ']])).toBe('Nữ')
    const ink = answerInk(['a', 'b'], field('/s/a', 'checkboxes', { options: ['a', 'b'].map((value) => ({ value, title: { vi: `Loại ${value}`, en: value } })) }), wish(), lists)
    expect(ink.chosen).toEqual(['Loại a', 'Loại b'])
  })

  it('takes a date apart', () => {
    expect(answerInk('1960-03', field('/s/a', 'partial-date'), wish(), lists).date).toEqual(['', '03', '1960'])
    expect(answerInk('không nhớ', field('/s/a'), wish(), lists).date).toBeUndefined()
  })

  it('takes a list of one choice as yes or no', () => {
    const sole = field('/s/a', 'checkboxes', { options: [{ value: 'x', title: { vi: 'Cam kết', en: 'x' } }] })
    expect(answerInk(['x'], sole, wish(), lists).yes).toBe(true)
    expect(answerInk([], sole, wish(), lists).yes).toBe(false)
  })

  it('crosses where the form has room for a cross and no box', () => {
    const sole = field('/s/a', 'checkboxes', { options: [{ value: 'x', title: { vi: 'Ngành chính', en: 'x' } }] })
    expect([['x'], []].map((value) => answerInk(value, sole, wish({ kind: 'tick' }), lists).text)).toEqual(['X', ''])
    expect([true, false].map((value) => answerInk(value, field('/s/a', 'yes-no'), wish({ kind: 'tick' }), lists).text)).toEqual(['X', ''])
  })

  it('says nothing where nothing was answered', () => {
    for (const value of [undefined, null, '']) expect(answerInk(value, field('/s/a'), wish(), lists)).toEqual(NO_INK)
  })
})
