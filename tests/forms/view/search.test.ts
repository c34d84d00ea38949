import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { buildIndex, findProcedures, searchIndex } from '../../../forms/index.ts'
import { foldText } from '../../../forms/engine/fold.ts'
import { highlight } from '../../../forms/view/parts/highlight.ts'
import { searchLinearly } from '../engine/linear-search.ts'
import { catalogue } from './page-props.ts'

const entries = catalogue()
// As it comes out of the store: an index is plain JSON.
const index = JSON.parse(JSON.stringify(buildIndex(entries))) as ReturnType<typeof buildIndex<(typeof entries)[number]>>
const first = (query: string): string | undefined => searchIndex(index, query)[0]?.code

describe('search of the catalogue', () => {
  test.each([
    ['đăng ký khai sinh', '1.001193'], ['dang ky khai sinh', '1.001193'], ['KHAI SINH', '1.001193'],
    ['toi muon lam giay khai sinh cho con', '1.001193'], ['ho kinh doanh', '1.001612'], ['thuoc la', '2.000181'],
    ['sang ten xe', '1.013076'], ['trang thong tin dien tu', '2.001098'], ['1.013076', '1.013076'],
    ['birth', '1.001193'], ['tobacco', '2.000181'], ['khai sinj', '1.001193'],
  ])('%s finds %s first', (query, code) => { expect(first(query)).toBe(code) })

  test('a title finds its procedure with and without diacritics, composed and decomposed', () => {
    for (const { title, code } of entries) {
      expect([title.vi, foldText(title.vi), title.vi.normalize('NFD'), title.en].map(first)).toEqual([code, code, code, code])
    }
  })

  test('procedures that have fewer of the words are left out', () => {
    expect(searchIndex(index, 'dang ky khai sinh').map(({ code }) => code)).toEqual(['1.001193'])
    expect(searchIndex(index, 'dang ky').length).toBeGreaterThan(2)
  })

  test('an empty query gives all in their order', () => {
    expect(searchIndex(index, '  ').map(({ code }) => code)).toEqual(entries.map(({ code }) => code))
  })

  test('what nobody offers finds nothing, and then the nearest are suggested', () => {
    const found = findProcedures(index, { query: 'xyzzy qwrt', filters: {} })
    expect(found.total).toBe(0)
    expect(found.suggestions).toHaveLength(3)
  })

  test('filters narrow, and a facet counts what a click on it would give', () => {
    const found = findProcedures(index, { query: '', filters: { level: 'toan-trinh' } })
    expect(found.entries.map(({ code }) => code)).toEqual(['1.001193', '1.001612', '2.000181'])
    expect(found.facets.levels.find(({ id }) => id === 'muc-2')?.count).toBe(entries.filter(({ levels }) => levels.some((level) => level.grade === 2)).length)
    for (const { id, count } of found.facets.fields) expect(findProcedures(index, { query: '', filters: { level: 'toan-trinh', field: id } }).total).toBe(count)
  })

  test('the index gives what looking through every text gives, in the same order', () => {
    const word = fc.constantFrom('dang', 'ky', 'khai', 'sinh', 'khaj', 'xa', 'ho', 'thuoc', 'la', 'xe', 'birth', '1.013076', 'x', 'thong tin', 'uy ban nhan dan', 'đất', 'giấy', 'kinh doanh')
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const query = words.join(' ')
      expect(searchIndex(index, query).map(({ code }) => code)).toEqual(searchLinearly(entries, query).map(({ code }) => code))
    }))
  })

  test('any text is taken, and only entries of the catalogue come out', () => {
    fc.assert(fc.property(fc.string(), (query) => {
      expect(entries).toEqual(expect.arrayContaining([...searchIndex(index, query)]))
    }))
  })
})

const letters = fc.string({ unit: fc.constantFrom('a', 'ă', 'ặ', 'đ', 'Đ', ' ', '-', '1', '\u0323', '\u0301', '𝐀', '😀', 'ﬁ', 'İ') })

describe('highlight', () => {
  test('marks words found without diacritics as they are written', () => {
    expect(highlight('Đăng ký khai sinh', 'dang sinh').html).toBe('<mark>Đăng</mark> ký khai <mark>sinh</mark>')
  })

  test('marks the beginning of a word, and decomposed letters whole', () => {
    expect(highlight('khai sinh', 'kha').html).toBe('<mark>kha</mark>i sinh')
    expect(highlight('Hộ tịch'.normalize('NFD'), 'ho').html).toBe(`<mark>${'Hộ'.normalize('NFD')}</mark> tịch`.normalize('NFD'))
  })

  test('changes nothing of the text but marks, whatever is asked', () => {
    fc.assert(fc.property(letters, letters, (text, query) => {
      const plain = text.replace(/[&<>"']/g, '')
      expect(highlight(plain, query).html.replace(/<\/?mark>/g, '')).toBe(plain)
    }))
  })

  test('escapes what it marks', () => {
    expect(highlight('<b>khai</b>', 'khai').html).toBe('&lt;b&gt;<mark>khai</mark>&lt;/b&gt;')
  })
})
