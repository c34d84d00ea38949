import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillForm } from '../../../forms/documents/fill/fill-form.ts'
import { cleanInk } from '../../../forms/documents/fill/clean-ink.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { readBack } from '../../../forms/documents/round-trip/read-back.ts'
import { parsePart } from '../../../forms/documents/xml/parse-part.ts'
import type { Answers, Json } from '../../../forms/index.ts'
import { at, at1, field, make, mark, NO_LISTS, partText, place, type Made } from '../fill/hand-form.ts'
import { hasOffice, officeText } from '../fill/open-in-office.ts'
import { makeDocx, para } from '../make-docx.ts'
import { everyHole } from './every-hole.ts'

const DOCUMENT = 'word/document.xml'

const words = fc.array(fc.oneof(fc.stringMatching(/^[\p{L}\p{N}.,:;()/…_<>&"'=☐{}-]{1,12}$/u), fc.string({ minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 30 }).map((list) => cleanInk(list.join(' ').replace(/\s+/g, ' '))).filter((text) => text !== '')
const date = fc.oneof(fc.constant('1960'), fc.constant('2001-12'), fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10)))
const answers: fc.Arbitrary<{ [name: string]: Json }> = fc.record({
  a: words, b: words, c: words, d: words, e: fc.boolean(), f: date, rows: fc.array(fc.record({ name: words }), { maxLength: 6 }), h: words,
}, { requiredKeys: [] })

const tripOf = (made: Made, s: Json) => ({ docx: made.docx, template: made.template, form: made.model, answers: { s } as Answers, lists: NO_LISTS })

describe('round trip', () => {
  const made = everyHole()

  it('reads back what was written, whatever it was, and finds nothing else changed', () => {
    fc.assert(fc.property(answers, (s) => {
      const filled = fillForm(tripOf(made, s))
      expect(parsePart(DOCUMENT, partText(filled)).root.name).toBe('w:document')
      expect(checkRoundTrip(tripOf(made, s))).toEqual([])
    }), { numRuns: 150 })
  })

  it('tells what stands in each hole', () => {
    const s = { a: 'Lê An', c: 'Vì', e: false, f: '2020-02-11', rows: [{ name: 'Một' }, { name: 'Hai' }, { name: 'Ba' }] }
    const { holes, changed } = readBack(fillForm(tripOf(made, s)), made.docx, made.template)
    expect(changed).toEqual([])
    expect(holes.map(({ n, row, text }) => `${n}.${row} ${text}`)).toEqual(['1.0 Lê An', '2.0 ', '3.0 Vì', '4.0 ', '5.0 Không', '6.0 11/02/2020', '7.0 Một', '7.1 Hai', '7.2 Ba', '8.0 '])
  })

  it('notices any change outside the holes, in the same part or another', () => {
    const filled = fillForm(tripOf(made, { a: 'Lê An' }))
    const forged = makeDocx('', { others: { 'word/document.xml': new TextEncoder().encode(partText(filled).replace('Ghi chú', 'Ghi chu')) } })
    expect(readBack(forged, made.docx, made.template).changed).toEqual([DOCUMENT])
    const more = makeDocx('', { others: { 'word/document.xml': new TextEncoder().encode(partText(filled)), 'word/vbaProject.xml': new TextEncoder().encode('x') } })
    expect(readBack(more, made.docx, made.template).changed).toEqual(['word/vbaProject.xml'])
  })

  it.skipIf(!hasOffice)('opens in LibreOffice, which reads the same answers (skipped where it is not installed)', () => {
    const s = { a: 'Lê <An> & con', b: 'Số 12, phường Ba Đình', c: `Vì ${'chuyển nơi ở '.repeat(8)}xa`, d: 'Dòng một\nDòng hai', e: true, f: '2020-02-11', rows: ['Một', 'Hai', 'Ba', 'Bốn'].map((name) => ({ name })), h: 'UBND phường' }
    const text = officeText(fillForm(tripOf(made, s)))
    for (const said of ['Lê <An> & con', 'Số 12, phường Ba Đình', 'Dòng hai', 'Có ☒', 'Không ☐', 'Kính gửi UBND phường!', 'Bốn']) expect(text).toContain(said)
    expect(text).toMatch(/ngày 11\.* tháng 02\.*, năm 2020/)
  }, 90_000)

  it('names an answer that no hole takes, a choice without a box, and takes reasons', () => {
    const docx = makeDocx(para('☐ Nam ☐ Nữ'))
    const sex = field('/s/sex', 'radios', { options: ['Nam', 'Nữ', 'Khác'].map((vi) => ({ value: vi, title: { vi, en: vi } })) })
    const form = make(docx, [at1(1, 'Giới tính', [place('option', mark('box', at(docx, '☐')), { option: 'Nam' }), place('option', mark('box', at(docx, '☐', 1)), { option: 'Nữ' })], { kind: 'sex' })], [{ field: sex }])
    const trip = tripOf(form, { sex: 'Khác', email: 'a@vidu.vn' })
    expect(checkRoundTrip(trip)).toEqual([
      { what: 'lost', n: 1, label: 'Giới tính', row: 0, wanted: 'Khác', read: '' },
      { what: 'unprinted', answer: '/s/email' },
    ])
    const reasoned = { ...form.template, map: { ...form.template.map, unprinted: [{ answer: '/s/email', why: 'để liên hệ' }] } }
    expect(checkRoundTrip({ ...trip, template: reasoned, answers: { s: { sex: 'Nữ', email: 'a@vidu.vn' } } })).toEqual([])
  })
})
