import { describe, expect, it } from 'vitest'
import { compileForm } from '../../../forms/compile/index.ts'
import type { Finding } from '../../../forms/authoring/source.ts'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Place } from '../../../forms/documents/hole.ts'
import { checkWordMap } from '../../../forms/documents/mapping/check-word-map.ts'
import type { HoleAnswer, WordMap } from '../../../forms/documents/word-map.ts'
import type { Json } from '../../../forms/engine/json.ts'
import { context } from '../../forms/engine/world.ts'
import { goldForms, hole, wordForm } from '../draft/gold-forms.ts'

const place = (role: Place['role'], option?: string): Place => ({ role, marks: [], ...(option === undefined ? {} : { option }) })
const section = 'Người khai'
const word = wordForm([
  hole(1, 'Họ tên', 'name', { section }), hole(2, 'Ngày sinh', 'date', { section, places: [place('day'), place('month'), place('year')] }),
  hole(3, 'Giới tính', 'choice', { section, options: ['Nam', 'Nữ'], places: [place('option', 'Nam'), place('option', 'Nữ')] }),
  hole(4, 'Họ tên', 'name', { section, repeat: 'Con' }), hole(5, 'Nơi ở', 'address', { section }),
])
const made = draftProcedure(word, { context })
const form = compileForm(made.schema)
const check = (value: unknown): readonly Finding[] => checkWordMap(value as Json, word, form)
/** The findings where the address of a draft is printed in these holes alone, and what else is said of the map. */
const checkHome = (as: readonly string[], more: { readonly detail?: boolean; readonly unprinted?: readonly unknown[]; readonly kind?: string } = {}): readonly Finding[] => {
  const holes = as.map((_, i) => hole(i + 1, `Nơi ở ${i}`, 'place', { places: [place('whole')] }))
  const inputType = more.kind ?? 'address'
  const home = compileForm({ type: 'object', title: 'Đơn', properties: { person: { type: 'object', title: 'Người', 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi' }, properties: { home: { title: 'Nơi ở', 'x-jsf-presentation': { inputType, ...(more.detail === false ? { detail: false } : {}) } } } } } })
  const entries = as.map((writing, i) => ({ n: i + 1, label: `Nơi ở ${i}`, answer: '/person/home', ...(writing === '' ? {} : { as: writing }) }))
  return checkWordMap({ holes: entries, unprinted: more.unprinted ?? [] } as unknown as Json, wordForm(holes), home)
}
const change = (n: number, entry: Partial<Record<keyof HoleAnswer | 'answer' | 'as' | 'none', unknown>>): unknown =>
  ({ ...made.map, holes: made.map.holes.map((one) => (one.n === n ? { ...one, ...entry } : one)) })
const told = (findings: readonly Finding[]): readonly string[] => findings.map(({ severity, pointer, message }) => `${severity} ${pointer} ${message.en}`)

describe('the map of a draft', () => {
  it('is whole', () => { expect(told(check(made.map))).toEqual([]) })
  it.each(goldForms())('is whole for $name', ({ form: real }) => {
    const draft = draftProcedure(real, { context })
    // A hole 'năm' is drafted as a date that is known in part, of which it prints the year.
    const onlyYear = /^warning \/unprinted .*never reaches the paper/
    expect(told(checkWordMap(draft.map as unknown as Json, real, compileForm(draft.schema))).filter((line) => !onlyYear.test(line))).toEqual([])
  })
})

describe('a map is refused', () => {
  const cases: readonly (readonly [string, unknown, string, RegExp])[] = [
    ['an answer that the form does not have', change(1, { answer: '/nguoiKhai/khongCo' }), '/holes/0/answer', /no answer/],
    ['a label that the paper does not print', change(1, { label: 'Họ và tên khai sinh' }), '/holes/0/label', /prints "Họ tên"/],
    ['two lines for one hole', { ...made.map, holes: [...made.map.holes, made.map.holes[0]] }, '/holes/5/n', /twice/],
    ['a hole that the paper does not have', change(1, { n: 9 }), '/holes/0', /no hole 9/],
    ['a hole without a line', { ...made.map, holes: made.map.holes.slice(1) }, '/holes', /Hole 1/],
    ['an answer that never reaches the paper', { ...made.map, unprinted: [] }, '/unprinted', /never reaches/],
    ['ticks from a name', change(3, { answer: '/nguoiKhai/hoTen' }), '/holes/2/answer', /cannot be written/],
    ['a row of a table from a single answer', change(4, { answer: '/nguoiKhai/hoTen' }), '/holes/3/answer', /cannot be written/],
    ['words of a date from a name', change(1, { as: 'dateInWords' }), '/holes/0/answer', /cannot be written/],
    ['the whole page as an answer', change(1, { answer: '/nguoiKhai' }), '/holes/0/answer', /no answer/],
    ['a reason for an answer that is not there', { ...made.map, unprinted: [...made.map.unprinted, { answer: '/x', why: 'y' }] }, '/unprinted/1/answer', /no answer/],
    ['a way of writing that does not exist', change(1, { as: 'shouting' }), '/holes/0/as', /not right/],
    ['an answer and a reason at once', change(1, { none: 'x' }), '/holes/0', /not right/],
    ['an empty reason', { ...made.map, unprinted: [{ answer: '/camDoan', why: ' ' }] }, '/unprinted/0', /not right/],
  ]
  it.each(cases)('for %s', (_name, map, pointer, sentence) => {
    const found = check(map).filter(({ severity, pointer: where }) => severity === 'error' && where === pointer)
    expect(found.map(({ message }) => message.en)).toEqual([expect.stringMatching(sentence)])
    expect(found[0]).toMatchObject({ file: 'form.map.json', message: { vi: expect.stringMatching(/\p{L}/u) }, remedy: { vi: expect.stringMatching(/\p{L}/u), en: expect.stringMatching(/\p{L}/u) } })
  })
  it('for a street that is asked and has no hole', () => {
    const lost = (as: string): readonly string[] => check(change(5, { as })).filter(({ severity }) => severity === 'error').map(({ message }) => message.en)
    expect(lost('commune')).toEqual(['province', 'detail'].map((part) => expect.stringContaining(`/${part}) never reaches the paper`)))
    expect(lost('street')).toEqual(['province', 'commune'].map((part) => expect.stringContaining(`/${part}) never reaches the paper`)))
  })
  it.each([null, 5, [], {}, { holes: 1, unprinted: {} }, { holes: [null, 7, {}], unprinted: [null] }])('and never a crash, for %j', (value) => {
    expect(check(value).some(({ severity }) => severity === 'error')).toBe(true)
  })
})

describe('a map is remarked upon', () => {
  it('where a choice has no box of its name', () => {
    const schema = structuredClone(made.schema)
    Object(schema['properties']).nguoiKhai.properties.gioiTinh.oneOf[0].title = 'Đàn ông'
    expect(told(checkWordMap(made.map as unknown as Json, word, compileForm(schema)))).toEqual([expect.stringMatching(/^warning \/holes\/2\/answer .*Đàn ông.*Nam; Nữ/)])
  })
  it('where an answer is said not to be printed and is', () => {
    const map: WordMap = { ...made.map, unprinted: [...made.map.unprinted, { answer: '/nguoiKhai/hoTen', why: 'x' }] }
    expect(told(check(map))).toEqual([expect.stringMatching(/^warning \/unprinted\/1\/answer/)])
  })
})

describe('a part of an answer that no hole prints', () => {
  it('is refused: the street of an address whose holes are for commune and province', () => {
    const [street, ...others] = checkHome(['commune', 'province'])
    expect(others).toEqual([])
    expect(street).toMatchObject({ severity: 'error', pointer: '/unprinted', message: { en: expect.stringContaining('(/person/home/detail)') }, remedy: { vi: expect.stringContaining('"detail": false'), en: expect.stringContaining('"detail": false') } })
    expect(told(checkHome(['commune', 'street']))).toEqual([expect.stringMatching(/^error .*\/person\/home\/province/)])
  })
  it.each([
    ['it is not asked', checkHome(['commune', 'province'], { detail: false })],
    ['a hole prints it', checkHome(['street', 'commune', 'province'])],
    ['one hole prints all', checkHome(['commune', ''])],
    ['a reason excuses it', checkHome(['commune', 'province'], { unprinted: [{ answer: '/person/home/detail', why: 'Mẫu chỉ ghi xã, tỉnh' }] })],
    ['a reason excuses the whole', checkHome(['commune', 'province'], { unprinted: [{ answer: '/person', why: 'x' }] }).filter(({ severity }) => severity === 'error')],
  ])('is not, where %s', (_name, findings) => { expect(told(findings)).toEqual([]) })
  it('is refused of a date of which only the year is printed, and remarked upon where the rest need not be known', () => {
    expect(told(checkHome(['year'], { kind: 'date' }))).toEqual([expect.stringMatching(/^error .*home\/day/), expect.stringMatching(/^error .*home\/month/)])
    expect(told(checkHome(['year'], { kind: 'partial-date' }))).toEqual([expect.stringMatching(/^warning .*home\/day/), expect.stringMatching(/^warning .*home\/month/)])
    expect(told(checkHome(['year', 'dateInWords'], { kind: 'date' }))).toEqual([])
  })
  it('is no answer, where the kind has no such part', () => {
    expect(told(checkHome([''], { unprinted: [{ answer: '/person/home/issuedBy', why: 'x' }] }))).toEqual([expect.stringMatching(/^error .*no answer/)])
  })
})
