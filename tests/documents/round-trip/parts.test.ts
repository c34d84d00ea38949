import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communeName, dateInWords, moneyInWords, provinceName } from '../../../forms/fields/index.ts'
import { fillForm } from '../../../forms/documents/fill/fill-form.ts'
import type { Place } from '../../../forms/documents/hole.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import type { WordMap, Writing } from '../../../forms/documents/word-map.ts'
import type { Answers, Json } from '../../../forms/index.ts'
import { context } from '../../forms/engine/world.ts'
import { at, at1, field, leader, make, mark, partText, place, readable, whole } from '../fill/hand-form.ts'
import { makeDocx, para } from '../make-docx.ts'

const { lists } = context
const DOTS = '.'.repeat(30)
const pad = (n: number): string => String(n).padStart(2, '0')

const date = fc.record({ y: fc.integer({ min: 1900, max: 2099 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) }).map(({ y, m, d }) => `${y}-${pad(m)}-${pad(d)}`)
const partial = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length))
const line = fc.stringMatching(/^[\p{Lu}][\p{L}\p{N}]{2,9}( [\p{L}\p{N}]{3,9}){0,3}$/u).map((text) => text.normalize('NFC'))
const province = fc.constantFrom('01', '79', '48')
const address = province.chain((code) => fc.record({ province: fc.constant(code), commune: fc.constantFrom(...lists.communes(code).slice(0, 30).map((one) => one.code)), detail: line }, { requiredKeys: ['province', 'commune'] }))
const paper = fc.record({ type: fc.constantFrom('cccd', 'khac'), number: fc.stringMatching(/^[1-9]\d{11}$/), issuedOn: date, issuedBy: line })
const options = ['Bản chính', 'Bản sao', 'Khác'].map((vi, i) => ({ value: `o${i}`, title: { vi, en: vi } }))
const option = fc.constantFrom(...options.map(({ value }) => value))

const ANSWERS: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  text: line, 'long-text': line, 'person-name': line, organisation: line, date, 'partial-date': partial, money: fc.integer({ min: 1000, max: 10 ** 12 }), number: fc.integer({ min: 100, max: 10 ** 9 }),
  address, 'identity-document': paper, radios: option, select: option, checkboxes: fc.uniqueArray(option, { minLength: 1, maxLength: 3 }), 'tax-code': fc.constant('0101234567'), phone: fc.constant('0912 345 678'),
}

const dateParts = (one: string): readonly (readonly string[])[] => {
  const [y = '', m, d] = one.split('-')
  const whole_ = [[d, m, y].filter((part) => part !== undefined).join('/'), dateInWords(one)]
  return [...(d ? [whole_] : []), ...(m ? [[...whole_, `${m}/${y}`]] : []), [...whole_, y]]
}
const titleOf = (value: string): string => options.find((one) => one.value === value)?.title.vi ?? ''

/** The parts of an answer, each as it may be said: by this test's own lights. */
const partsOf = (kind: string, value: Json): readonly (readonly string[])[] => {
  const one = value as { [key: string]: string }
  if (kind === 'date' || kind === 'partial-date') return dateParts(String(value))
  if (kind === 'address') return [[provinceName(one['province'] ?? '', 'vi')], [communeName(one['province'] ?? '', one['commune'] ?? '', lists) ?? '?'], ...(one['detail'] ? [[one['detail']]] : [])]
  if (kind === 'identity-document') return [[one['number'] ?? ''], ...dateParts(one['issuedOn'] ?? '').slice(0, 1), [one['issuedBy'] ?? '']]
  if (kind === 'money' || kind === 'number') return [[Number(value).toLocaleString('de-DE'), moneyInWords(Number(value)), String(value)]]
  return (Array.isArray(value) ? value : [value]).map((each) => [options.some((o) => o.value === each) ? titleOf(String(each)) : String(each)])
}

type Print = { readonly xml: string; readonly places: (docx: Uint8Array, boxes: number) => readonly Place[] }
// Marks of each hole differ, so that its place is found by them.
const signs = (nth: number): string => String.fromCodePoint(0x61 + nth)
const dots = (id: string): string => `{${id}}${DOTS}`
const spot = (docx: Uint8Array, id: string) => { const found = at(docx, dots(id)); return leader({ ...found, start: found.start + id.length + 2 }) }
const dated = (roles: readonly Place['role'][]) => (nth: number): Print => ({
  xml: para(roles.map((role) => `${role} ${dots(signs(nth) + role)}`).join(' ')), places: (docx) => roles.map((role) => place(role, spot(docx, signs(nth) + role))),
})
const PRINTS: Readonly<Record<string, (nth: number) => Print>> = {
  whole: (nth) => ({ xml: para(`Ô ${dots(signs(nth))}`), places: (docx) => [whole(spot(docx, signs(nth)))] }),
  boxes: () => ({ xml: para(options.map(({ title }) => `☐ ${title.vi}`).join(' ')), places: (docx, boxes) => options.map(({ title }, i) => place('option', mark('box', at(docx, '☐', boxes * options.length + i)), { option: title.vi })) }),
  'day,month,year': dated(['day', 'month', 'year']), 'day,year': dated(['day', 'year']), 'month,year': dated(['month', 'year']), 'day,month': dated(['day', 'month']), year: dated(['year']),
}
const writing = (kind: string): fc.Arbitrary<Writing | undefined> => fc.constantFrom<(Writing | undefined)[]>(undefined, ...(kind === 'address' ? ['commune', 'province', 'street', 'capitals'] as const : kind.includes('date') ? ['year', 'dateInWords'] as const : kind === 'money' ? ['moneyInWords'] as const : ['capitals'] as const))
const printFor = (kind: string): fc.Arbitrary<string> => fc.constantFrom('whole', ...(kind.includes('date') ? Object.keys(PRINTS).filter((name) => /day|month|year/.test(name)) : ['radios', 'select', 'checkboxes'].includes(kind) ? ['boxes'] : []))

const cases = fc.constantFrom(...Object.keys(ANSWERS)).chain((kind) => fc.record({
  kind: fc.constant(kind), value: ANSWERS[kind] ?? line, holes: fc.array(fc.record({ as: writing(kind), print: printFor(kind) }), { minLength: 1, maxLength: 3 }),
}))

type Case = { readonly kind: string; readonly value: Json; readonly holes: readonly { readonly as: Writing | undefined; readonly print: string }[] }

const formOf = ({ kind, holes }: Case) => {
  const prints = holes.map(({ print }, nth) => PRINTS[print]?.(nth))
  const docx = makeDocx(prints.map((print) => print?.xml ?? '').join(''))
  const asked = field('/s/a', kind, ['radios', 'select', 'checkboxes'].includes(kind) ? { options } : {})
  const made = make(docx, holes.map(({ print }, nth) => at1(nth + 1, `Ô ${nth}`, prints[nth]?.places(docx, holes.slice(0, nth).filter((one) => one.print === 'boxes').length) ?? [], { kind: print === 'boxes' ? 'choice' : 'text' })), holes.map(() => ({ field: asked })))
  const map: WordMap = { unprinted: [], holes: holes.map(({ as }, nth) => ({ n: nth + 1, label: `Ô ${nth}`, answer: '/s/a', ...(as ? { as } : {}) })) }
  return { docx, template: { ...made.template, map }, form: { ...made.model, sections: made.model.sections.map((section) => ({ ...section, fields: [asked] })) } }
}

/** What a person reads on paper: words, and of boxes those that are crossed. */
const onPaper = (docx: Uint8Array): string => readable(partText(docx)).join('\n').replace(/☐ [^☐☒\n]*/g, '').replace(/\{\w+\}/g, '').replace(/[.]{3,}/g, ' ').replace(/(\d)\s+(?:day|month|year)\s+(?=\d)/g, '$1/').replace(/\s+/g, ' ').toLocaleUpperCase('vi')

describe('every part of an answer', () => {
  it('is on the paper, or the check names it', () => {
    fc.assert(fc.property(cases, (one) => {
      const trip = { ...formOf(one), answers: { s: { a: one.value } }, lists }
      const text = onPaper(fillForm(trip))
      const lost = partsOf(one.kind, one.value).filter((ways) => !ways.some((way) => way !== '' && text.includes(way.toLocaleUpperCase('vi'))))
      const faults = checkRoundTrip(trip)
      expect({ text, lost, isTold: faults.length > 0 }).toEqual({ text, lost, isTold: lost.length > 0 })
    }), { numRuns: 150 })
  })
})

describe('what filling has no way to write', () => {
  const trip = (answers: Json, asked: ReturnType<typeof field>, docx: Uint8Array, places: readonly Place[]) => {
    const made = make(docx, [at1(1, 'Ô', places)], [{ field: asked }])
    return checkRoundTrip({ docx, template: made.template, form: made.model, answers: { s: answers } as Answers, lists })
  }
  const box = makeDocx(para('☐ Khác'))
  const line1 = makeDocx(para(`Con: ${dots('a')}`))
  it.each([
    ['words for a lonely box', trip({ a: 'Giấy ra viện' }, field('/s/a'), box, [whole(mark('box', at(box, '☐')))]), '/s/a', 'Giấy ra viện'],
    ['an address for a lonely box', trip({ a: { province: '01', commune: '00004' } }, field('/s/a', 'address'), box, [whole(mark('box', at(box, '☐')))]), '/s/a/commune', 'Phường Ba Đình'],
    ['a list within a list', trip({ rows: [{ toys: [{ name: 'Bóng đỏ' }] }] }, field('/s/rows/*/toys/*/name'), line1, [whole(spot(line1, 'a'))]), '/s/rows/*/toys/*/name', 'Bóng đỏ'],
  ])('is named: %s', (_name, faults, answer, wanted) => {
    expect(faults).toContainEqual({ what: 'part', answer, row: 0, wanted })
  })
  it('is named: yes on boxes of which it ticks both, or none', () => {
    const boxes = makeDocx(para('☐ Nam ☐ Nữ'))
    const faults = (words: readonly string[], a: boolean) => trip({ a }, field('/s/a', 'yes-no'), boxes, words.map((option, i) => place('option', mark('box', at(boxes, '☐', i)), { option })))
    expect(faults(['Nam', 'Nữ'], true)).toEqual([expect.objectContaining({ what: 'lost', wanted: 'Có' })])
    expect(faults(['Nam', 'Nữ'], false)).toEqual([expect.objectContaining({ what: 'lost', wanted: 'Không' })])
    expect(faults(['Không', 'Chưa'], true)).toEqual([expect.objectContaining({ what: 'lost' })])
    expect([faults(['Có', 'Không'], true), faults(['Đã có', 'Chưa có'], false)]).toEqual([[], []])
  })
  it('is no fault where it is written: a list in one hole, a cross for yes', () => {
    expect(trip({ rows: [{ a: 'Lê An' }, { a: 'Lê Bình' }] }, field('/s/rows/*/a'), line1, [whole(spot(line1, 'a'))])).toEqual([])
    expect(trip({ a: true }, field('/s/a', 'yes-no'), box, [whole(mark('box', at(box, '☐')))])).toEqual([])
  })
})
